import Batch
import Inputs
import JSONSchema
import OC4IDS
import Reports

/// How each of many inputs is to be reviewed: the call's options, and what the manifest says otherwise.
struct ReviewPlan: Sendable {
    private struct Kind: Hashable {
        var profile: String?
        var frequency: Frequency?
        var sectors: BatchUnit.Sectors?

        /// What the call itself says.
        static let usual = Kind()

        private init() {}

        init(_ unit: BatchUnit) {
            (profile, frequency, sectors) = (unit.profile, unit.frequency, unit.sectors)
        }
    }

    /// All profiles in use.
    let profiles: [Profile]
    /// Of files, and of copies of feeds.
    private let openers: (files: InputOpener, copies: InputOpener)
    /// What results depend on besides the input: the program, the schema, the profile, the options.
    let settings: String
    private let reviewers: [Kind: Reviewer]
    private let kinds: [Kind: String]
    private let sectors: [Kind: [String]]

    /// - Parameters:
    ///   - manifest: its name, for messages.
    ///   - sectors: that count where the manifest names none; nil for all.
    ///   - withRows: single projects are to be reported.
    init(_ checking: CheckingOptions, _ scoring: ScoringOptions, _ transfers: TransferOptions, _ standard: Standard, _ units: [BatchUnit], manifest: String? = nil,
         sectors usualSectors: SectorSelection?, withRows: Bool) throws {
        let language = checking.language.value
        let usual = try scoring.settings(standard, language, format: withRows ? .json : .text)
        let checks = try checking.settings()
        var profiles = [usual.profile]
        var reviewers: [Kind: Reviewer] = [:]
        var kinds: [Kind: String] = [:]
        var codes: [Kind: [String]] = [:]
        var settings = Fingerprint()
        for part in [Oc4ids.version, standard.version, language.rawValue, "\(checking.examples) \(checking.maxDepth) \(checking.maxProjectSize.bytes)",
                     "\(checking.maxUnpacked.bytes) \(checking.maxRatio) \(transfers.maxSize.bytes) \(checks.today.text)", scoring.by.joined(separator: "\n"), "\(scoring.noProjects)"] {
            settings.add(part)
        }
        do {
            for file in [checking.prefixes] + SchemaFolder.files(checking.schema.schema) { if let file { try settings.add(file: file) } }
            for kind in Set(units.map(Kind.init)).union([.usual]) {
                var disclosure = usual
                let name = kind.profile ?? scoring.profile
                if kind.profile != nil {
                    disclosure.profile = try ProfileOption.load(name, standard, language)
                    profiles.append(disclosure.profile)
                }
                let chosen = try kind.sectors.map { try SectorCodes.selection($0.codes, standard, language, at: "\(manifest ?? ""):\($0.line)") } ?? usualSectors
                var own = checks
                own.frequency = kind.frequency ?? checks.frequency
                reviewers[kind] = Reviewer(standard: standard, settings: own, limits: checking.limits, examples: checking.examples, disclosure: disclosure, sectors: chosen)
                codes[kind] = chosen?.codes.sorted()
                var fingerprint = Fingerprint()
                fingerprint.add(own.frequency?.text)
                fingerprint.add(codes[kind]?.joined(separator: "\n"))
                fingerprint.add("\(disclosure.profile.id) \(disclosure.profile.version)")
                if ProfileOption.isFile(name) { try fingerprint.add(file: name) }
                kinds[kind] = fingerprint.hexadecimal
            }
        } catch let error as SourceError {
            throw Exit.failed(error.reason)
        }
        settings.add(kinds[.usual])
        self.profiles = profiles
        self.reviewers = reviewers
        self.kinds = kinds
        self.sectors = codes
        self.settings = settings.hexadecimal
        openers = (InputOpener(limits: checking.unpackingLimits), InputOpener(limits: transfers.unpackingLimits(checking.unpackingLimits)))
    }

    func opener(_ unit: BatchUnit) -> InputOpener {
        if case .copy = unit.source { openers.copies } else { openers.files }
    }

    func reviewer(_ unit: BatchUnit, _ means: BatchSchedule.Means) -> Reviewer? {
        var reviewer = reviewers[Kind(unit)]
        reviewer?.jobs = means.threads
        reviewer?.limits.pieceBytes = means.pieceBytes
        return reviewer
    }

    /// Codes of the sectors that alone count, in order; nil for all.
    func sectors(_ unit: BatchUnit) -> [String]? { sectors[Kind(unit)] }

    /// Of a unit whose file has this digest: what its results depend on, all together.
    ///
    /// - Parameter pieceBytes: the largest project that there was memory for, where results may depend on that.
    func fingerprint(_ unit: BatchUnit, digest: String, pieceBytes: Int? = nil) -> String {
        var fingerprint = Fingerprint()
        if let pieceBytes { fingerprint.add("\(pieceBytes)") }
        let parts: [String?] = [settings, kinds[Kind(unit)], unit.path, unit.id, unit.attributes.publisher, unit.attributes.ministry, digest]
        for part in parts { fingerprint.add(part) }
        return fingerprint.hexadecimal
    }
}
