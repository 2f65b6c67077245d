import OC4IDS

/// Projects of some sectors only.
enum SectorCodes {
    /// Which projects are looked at; or an exit with the reason why they cannot be told.
    ///
    /// - Parameters:
    ///   - codes: each one or several with commas between them.
    ///   - place: where they stand, for messages; nil for the command line.
    static func selection(_ codes: [String], _ standard: Standard, _ language: Language, at place: String? = nil) throws -> SectorSelection {
        let front = place.map { VisibleText.escaped($0) + ": " } ?? ""
        do {
            let selection = try SectorSelection(codes.flatMap { $0.split(separator: ",").map(String.init) }, standard)
            for (code, suggestion) in selection.unlisted {
                var text = UsageMessage.sectorUnlisted.text(language, ["code": VisibleText.ofUser(code)])
                if let suggestion { text += " " + UsageMessage.didYouMean.text(language, ["suggestions": suggestion]) }
                Terminal.printError("oc4ids: " + front + text)
            }
            return selection
        } catch {
            throw Exit.usage(front + (error == .noCode ? UsageMessage.sectorEmpty : .sectorNeedsAllProjects).texts[language])
        }
    }
}
