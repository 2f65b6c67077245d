import Foundation
import Testing

/// `--prefixes` and `--frequency`.
@Suite struct PublicationOptionTests {
    private let folder: Folder

    init() throws {
        folder = try Folder([
            "data.json": #"[{"id": "oc4ids-bu3kcz-1", "updated": "2026-03-01T00:00:00Z"}]"#, "prefixes.txt": "oc4ids-bu3kcz\n", "others.csv": "nombre,prefijo\nOtro,oc4ids-abcdef\n",
            "empty.txt": "", "none.csv": "nombre\nMinisterio\n",
        ])
    }

    private func publication(_ arguments: String...) throws -> [String: Any] {
        let result = try Program().run(["validate", "--format", "json", "--today", "2026-11-21", "data.json"] + arguments, in: folder.url)
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        return try #require(object?["publication"] as? [String: Any])
    }

    private func outcome(_ id: String, _ publication: [String: Any]) -> String? {
        (publication["criteria"] as? [[String: Any]])?.first { $0["id"] as? String == id }?["outcome"] as? String
    }

    @Test(arguments: [(["--prefixes", "prefixes.txt"], "met"), (["--prefixes", "others.csv"], "notMet"), ([], "manual")])
    func theListDecidesWhetherAPrefixIsRegistered(_ arguments: [String], _ expected: String) throws {
        let publication = arguments.isEmpty ? try publication() : try publication(arguments[0], arguments[1])
        #expect(outcome("registered-prefix", publication) == expected)
    }

    @Test func theListIsTheChecksToo() throws {
        let result = try oc4ids("validate", "--format", "csv", "--section", "checks", "--prefixes", "others.csv", "data.json", in: folder)
        #expect(result.output.contains("invalid-project-ids"))
    }

    @Test(arguments: [
        ("nowhere.txt", "Cannot read the list of prefixes nowhere.txt: ", "No se puede leer la lista de prefijos nowhere.txt: "),
        (".", "Cannot read the list of prefixes .: ", "No se puede leer la lista de prefijos .: "),
        ("empty.txt", "The list of prefixes empty.txt holds none", "La lista de prefijos empty.txt no contiene ninguno"),
        ("none.csv", "The list of prefixes none.csv holds none", "La lista de prefijos none.csv no contiene ninguno"),
    ])
    func aListThatCannotBeUsedIsWrongUsage(_ path: String, _ english: String, _ spanish: String) throws {
        for (language, text) in [("en", english), ("es", spanish)] {
            let result = try oc4ids("validate", "--lang", language, "--prefixes", path, "data.json", in: folder)
            #expect(result.status == 64)
            #expect(result.output == "")
            #expect(result.error.hasPrefix("oc4ids: " + text), "\(result.error)")
        }
    }

    @Test(arguments: [("P6M", false), ("P1Y", true)])
    func theFrequencyIsJudged(_ frequency: String, _ isMet: Bool) throws {
        let metrics = try #require(try publication("--frequency", frequency)["metrics"] as? [String: Any])
        let timeliness = try #require(metrics["timeliness"] as? [String: Any])
        #expect(timeliness["met"] as? Bool == isMet)
        #expect(timeliness["frequency"] as? String == frequency)
        #expect(timeliness["newest"] as? String == "2026-03-01")
        #expect(timeliness["share"] as? Double == (isMet ? 1 : 0))
    }

    @Test func withoutAFrequencyThereIsNoTimeliness() throws {
        let metrics = try #require(try publication()["metrics"] as? [String: Any])
        #expect(metrics["timeliness"] == nil)
    }

    @Test(arguments: ["6M", "PT6H", "P0M", "semestral"])
    func aFrequencyThatIsNoDurationIsWrongUsage(_ frequency: String) throws {
        let result = try oc4ids("validate", "--frequency", frequency, "data.json", in: folder)
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(result.error.contains("--frequency"))
    }
}
