/// Why something packed could not be unpacked.
extension Explainer {
    func message(_ problem: ArchiveProblem) -> String {
        switch problem {
        case .noData: say(.archiveNoData)
        case .truncated: say(.archiveTruncated)
        case .damaged: say(.archiveDamaged)
        case .extraContent: say(.archiveExtraContent)
        case .encrypted: say(.archiveEncrypted)
        case .unknownMethod: say(.archiveUnknownMethod)
        case .nested: say(.archiveNested)
        case .tooLarge(let limit): say(.archiveTooLarge, ["limit": Figures.bytes(limit, language)])
        case .suspicious(let ratio): say(.archiveSuspicious, ["limit": Figures.count(ratio, language)])
        }
    }

    func hint(_ problem: ArchiveProblem) -> String {
        switch problem {
        case .noData: say(.hintArchiveNoData)
        case .truncated: say(.hintTruncated)
        case .damaged: say(.hintArchiveDamaged)
        case .extraContent: say(.hintArchiveExtraContent)
        case .encrypted: say(.hintArchiveEncrypted)
        case .unknownMethod: say(.hintArchiveUnknownMethod)
        case .nested: say(.hintArchiveNested)
        case .tooLarge: say(.hintArchiveTooLarge)
        case .suspicious: say(.hintArchiveSuspicious)
        }
    }
}
