import OC4IDS
import Reports
import Testing

/// Whole reports, as people see them.
@Suite struct GoldenTests {
    static let samples = [
        "salud/paquete.json", "educacion/paquete.json", "educacion/proyectos.ndjson", "educacion/escuela.json",
        "rotos/latin1.json", "rotos/pagina-de-error.json", "rotos/truncado.json", "rotos/utf16.json", "rotos/vacio.json",
    ]

    @Test(arguments: samples, Language.allCases)
    func oneInput(_ path: String, _ language: Language) throws {
        let name = path.split(separator: ".")[0].split(separator: "/").joined(separator: "-")
        try expectGolden(report(language).text(for: review(sample: path)), "\(name).\(language)")
    }

    @Test(arguments: Language.allCases)
    func verbose(_ language: Language) throws {
        try expectGolden(report(language, .verbose).text(for: review(sample: "educacion/paquete.json")), "verbose.\(language)")
    }

    @Test(arguments: Language.allCases)
    func severalInputs(_ language: Language) throws {
        let outcomes = try GoldenTests.samples.map { try review(sample: $0) }
        let usual = try report(language)
        try expectGolden(usual.closing(outcomes.map(usual.row)), "several.\(language)")
        let quiet = try report(language, .quiet)
        try expectGolden(outcomes.map(quiet.text).joined() + quiet.closing(outcomes.map(quiet.row)), "quiet.\(language)")
    }

    @Test func color() throws {
        try expectGolden(report(.es, color: true).text(for: review(sample: "educacion/proyectos.ndjson")), "color.es")
    }
}
