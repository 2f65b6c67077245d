import Foundation
import Testing

/// `oc4ids profile`: what must be disclosed, and profiles that people write.
@Suite struct ProfileCommandTests {
    private func run(_ arguments: String..., in folder: Folder? = nil, language: String = "es") throws -> Program.Result {
        try Program().run(["profile"] + arguments + ["--lang", language], in: folder?.url)
    }

    private static func profile(path: String) -> String {
        #"""
        {"id": "mine", "version": "1", "title": {"es": "Mío", "en": "Mine"}, "elements": [
          {"id": "presupuesto", "title": {"es": "Presupuesto", "en": "Budget"}, "guidance": {"es": "Publíquelo.", "en": "Publish it."},
           "stage": "preparation", "disclosure": "proactive", "scope": "project", "rule": {"present": "\#(path)"}}]}
        """#
    }

    @Test(arguments: [["list"], []])
    func listNamesTheBundledProfiles(_ arguments: [String]) throws {
        let result = try Program().run(["profile"] + arguments + ["--lang", "es"])
        #expect(result.status == 0)
        #expect(result.output.split(separator: "\n").dropFirst().first?.hasPrefix("cost-ids  ") == true)
        for part in ["cost-ids-proactive", "cost-sustainability", " 66 ", " 39 ", " 78 "] { #expect(result.output.contains(part), "\(part)") }
    }

    @Test func showsAProfileAndAnElement() throws {
        let profile = try run("show", "cost-ids")
        #expect(profile.status == 0 && profile.output.contains("  project-budget ") && profile.output.contains("Preparación (15)"))
        let element = try run("show", "cost-ids", "project-budget")
        #expect(element.status == 0 && element.output.replacing(/\s+/, with: " ").contains("Monto (budget/amount/amount)"))
    }

    @Test func whatDoesNotExistIsWrongUsageWithASuggestion() throws {
        for (arguments, near) in [(["show", "cost-idz"], "cost-ids"), (["show", "cost-ids", "proyect-budget"], "project-budget")] {
            let result = try Program().run(["profile"] + arguments + ["--lang", "es"])
            #expect(result.status == 64 && result.output == "")
            #expect(result.error.contains("¿Quiso decir \(near)"), "\(result.error)")
        }
    }

    @Test func aSoundProfileIsSummedUpAndCanBeShown() throws {
        let folder = try Folder(["mio.json": Self.profile(path: "budget/amount")])
        let checked = try run("check", "mio.json", in: folder)
        #expect(checked.status == 0)
        #expect(checked.output.hasPrefix("✔ El perfil está bien: 1 elemento\n"))
        #expect(try run("show", "./mio.json", in: folder).output.contains("Presupuesto"))
    }

    /// A wrong path is refused with what was meant, its place and its element.
    @Test(arguments: [("es", "¿Quiso decir «budget/amount»?"), ("en", "Did you mean “budget/amount”?")])
    func aWrongPathIsRefused(_ language: String, _ question: String) throws {
        let folder = try Folder(["mio.json": Self.profile(path: "budgt/amount")])
        let result = try run("check", "mio.json", in: folder, language: language)
        #expect(result.status == 1)
        for part in ["mio.json", " 3:", "presupuesto", "budgt/amount", question] { #expect(result.output.contains(part), "\(part)") }
        #expect(result.error == "")
    }

    @Test func brokenJSONIsAMistakeOfTheProfile() throws {
        let folder = try Folder(["mio.json": #"{"id": "mine","#])
        let result = try run("check", "mio.json", in: folder)
        #expect(result.status == 1 && result.output.hasPrefix("✘ mio.json: 1 error\n"))
    }

    @Test func aFileThatIsNotThereCannotBeRead() throws {
        let result = try run("check", "no.json")
        #expect(result.status == 2 && result.output == "")
        #expect(result.error.contains("No se puede leer el perfil no.json"))
    }
}
