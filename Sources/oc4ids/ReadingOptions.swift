public import ArgumentParser
import Inputs
import JSONSchema
public import OC4IDS
import Reports
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Options that every command that reads inputs shares.
struct ReadingOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Files, folders, addresses, or - for standard input. / Archivos, carpetas, direcciones, o - para la entrada estándar.", valueName: "input"))
    var inputs: [String] = []

    @Option(name: .customLong("format"), help: "Form of the report: text (default), json or csv. / Formato del informe: text (si no se indica), json o csv.")
    var chosenFormat: ReportFormat?

    @Option(help: ArgumentHelp("Write the report to a file; a whole csv report to a folder. / Escribir el informe en un archivo; el csv completo, en una carpeta.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("One table of a csv report. / Una tabla del informe csv.", valueName: "name"))
    var section: SectionName?

    @OptionGroup var checking: CheckingOptions

    @OptionGroup(title: "Addresses / Direcciones") var transfers: TransferOptions

    @Flag(help: "No colours. / Sin colores.")
    var noColor = false

    @Flag(name: .shortAndLong, help: "Only the verdict. / Solo el resultado.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "All listed places. / Todos los lugares listados.")
    var verbose = false

    func validate() throws {
        let language = checking.language.value
        guard section == nil || format == .csv else { throw ValidationError(UsageMessage.sectionNeedsCSV.texts[language]) }
        guard format != .csv || section != nil || output != nil else {
            throw ValidationError(UsageMessage.csvNeedsPlace.text(language, ["sections": CSVSection.allCases.map(\.rawValue).joined(separator: ", ")]))
        }
        try transfers.check(language)
        guard !quiet || !verbose else { throw ValidationError(UsageMessage.quietAndVerbose.texts[language]) }
    }

    /// For commands that need one.
    func requireInput() throws {
        guard !inputs.isEmpty else { throw ValidationError(UsageMessage.noInput.texts[checking.language.value]) }
    }

    var format: ReportFormat { chosenFormat ?? .text }

    /// Places to be looked up in each group: no more than the report will show.
    var examples: Int {
        if format == .text, let most = verbosity.mostPlaces { return most }
        return checking.examples
    }

    var verbosity: Verbosity {
        // Who names a number wants to see so many.
        quiet ? .quiet : verbose || checking.maxExamples != nil ? .verbose : .usual
    }
}

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
}

/// A table of a CSV report, by its name.
struct SectionName: ExpressibleByArgument {
    var value: CSVSection

    init?(argument: String) {
        guard let value = CSVSection(rawValue: argument) else { return nil }
        self.value = value
    }

    static var allValueStrings: [String] { CSVSection.allCases.map(\.rawValue) }
}

struct LanguageOption: ParsableArguments {
    @Option(help: "Language: es or en (default: from LC_ALL, LC_MESSAGES, LANG). / Idioma: es o en.")
    var lang: Language?

    var value: Language { lang ?? Language(environment: Environment.variables) }
}

extension Language: ExpressibleByArgument {}

struct TodayOption: ParsableArguments {
    @Option(help: ArgumentHelp("The day that counts as today, as in 2026-11-21 (default: the current UTC day). / El día que cuenta como hoy.", valueName: "date"))
    var today: CivilDay?

    var day: CivilDay { today ?? .current }
}

extension CivilDay: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }

    /// The current day in UTC: the only place where the program looks at a clock.
    static var current: CivilDay { CivilDay(number: time(nil) / 86_400) }
}

extension Frequency: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// A size with a unit of 1,000s: `64MB`, `500kB`, `2GB`, `1000`.
struct ByteSize: ExpressibleByArgument {
    var bytes: Int

    /// No machine holds more, and a few hundred times as much can still be reckoned with.
    private static let most = 1 << 50

    init(bytes: Int) {
        self.bytes = bytes
    }

    init?(argument: String) {
        let text = argument.lowercased()
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let factors = ["": 1, "b": 1, "k": 1000, "kb": 1000, "m": 1_000_000, "mb": 1_000_000, "g": 1_000_000_000, "gb": 1_000_000_000]
        guard let number = Int(digits), number > 0, let factor = factors[String(text.dropFirst(digits.count))] else { return nil }
        let (size, overflow) = number.multipliedReportingOverflow(by: factor)
        guard !overflow else { return nil }
        bytes = min(size, ByteSize.most)
    }

    var defaultValueDescription: String {
        for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000)] where bytes.isMultiple(of: size) { return "\(bytes / size)\(unit)" }
        return "\(bytes)"
    }
}
