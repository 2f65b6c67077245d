import ArgumentParser
import Inputs
import JSONSchema
import OC4IDS

/// How inputs are read and by what they are judged, whatever becomes of the results.
struct CheckingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only projects with one of these sector codes or a child of it, as in health,education. / Solo proyectos con uno de estos códigos de sector, o uno que depende de él.",
                               valueName: "codes"))
    var sector: [String] = []

    @OptionGroup var language: LanguageOption

    @Option(help: "Places listed in each group (default: 20); 0 lists all. Counts are always exact. / Lugares por grupo (20 si no se indica); 0 los muestra todos.")
    var maxExamples: Int?

    @OptionGroup var failOn: FailOnOption

    @OptionGroup var schema: SchemaOption

    @OptionGroup var today: TodayOption

    @Option(help: ArgumentHelp("Registered project id prefixes: a text or CSV file that holds them, as in oc4ids-bu3kcz. / Prefijos registrados: un archivo de texto o CSV que los contiene.",
                               valueName: "file"))
    var prefixes: String?

    @Option(help: ArgumentHelp("How often data should be published, as in P6M for twice a year. / Cada cuánto deben publicarse los datos, por ejemplo P6M para dos veces al año.",
                               valueName: "duration"))
    var frequency: Frequency?

    @Option(help: "Threads (default: the processors there are). / Hilos (por defecto: los procesadores que haya).")
    var jobs: Int?

    @Option(help: "Deepest nesting of lists and objects. / Anidamiento máximo de listas y objetos.")
    var maxDepth = ReadingLimits().depth

    @Option(help: ArgumentHelp("Largest project, as in 64MB, with at most one value in 12 bytes of that. / Tamaño máximo de un proyecto.", valueName: "size"))
    var maxProjectSize = ByteSize(bytes: ReadingLimits().pieceBytes)

    @Option(help: ArgumentHelp("Most that may come out of a compressed file, as in 64GB. / Máximo que puede salir de un archivo comprimido, por ejemplo 64GB.",
                               valueName: "size"))
    var maxUnpacked = ByteSize(bytes: UnpackingLimits().bytes)

    @Option(help: ArgumentHelp("Most times its compressed size. / Máximo de veces su tamaño comprimido.", valueName: "times"))
    var maxRatio = UnpackingLimits().ratio

    func validate() throws {
        let language = language.value
        guard maxExamples ?? 0 >= 0 else { throw ValidationError(UsageMessage.negative.text(language, ["option": "--max-examples"])) }
        guard jobs ?? 1 >= 1 else { throw ValidationError(UsageMessage.belowOne.text(language, ["option": "--jobs"])) }
        guard (1 ... ReadingLimits.greatestDepth).contains(maxDepth) else {
            throw ValidationError(UsageMessage.outOfRange.text(language, ["option": "--max-depth", "least": "1", "most": String(ReadingLimits.greatestDepth)]))
        }
        guard maxRatio >= 1 else { throw ValidationError(UsageMessage.belowOne.text(language, ["option": "--max-ratio"])) }
    }

    /// Places that reports list in each group, unless they show less.
    var examples: Int { maxExamples ?? 20 }

    /// Those that work is done on.
    var threads: Int { min(jobs ?? Workers.processors, Workers.most) }

    /// What checks and criteria go by, or an exit with the reason why the list of prefixes cannot be used.
    func settings() throws -> CheckSettings {
        let language = language.value
        var settings = CheckSettings(today: today.day, frequency: frequency)
        guard let prefixes else { return settings }
        do {
            settings.prefixes = try PrefixFile.load(prefixes)
        } catch .unreadable(let reason) {
            throw Exit.usage(UsageMessage.prefixesUnreadable.text(language, ["path": VisibleText.ofUser(prefixes), "reason": reason]))
        } catch .withoutPrefix {
            throw Exit.usage(UsageMessage.prefixesMissing.text(language, ["path": VisibleText.ofUser(prefixes)]))
        } catch .tooLarge {
            throw Exit.usage(UsageMessage.prefixesTooLarge.text(language, ["path": VisibleText.ofUser(prefixes)]))
        }
        return settings
    }

    /// Which projects are looked at, nil for all; or an exit with the reason why they cannot be told.
    func sectors(_ standard: Standard) throws -> SectorSelection? {
        sector.isEmpty ? nil : try SectorCodes.selection(sector, standard, language.value)
    }

    var limits: ReadingLimits {
        ReadingLimits(depth: maxDepth, pieceBytes: maxProjectSize.bytes)
    }

    var unpackingLimits: UnpackingLimits {
        UnpackingLimits(bytes: maxUnpacked.bytes, ratio: maxRatio)
    }
}
