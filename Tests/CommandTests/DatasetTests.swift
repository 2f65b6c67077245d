import Foundation
import Testing

/// Projects of several files of one call are compared, in the order in which the files are named.
@Suite struct DatasetTests {
    private let folder: Folder

    init() throws {
        let large = (0 ..< 20_000).map { #"{"id": "oc4ids-bu3kcz-\#($0)", "title": "Puesto de salud \#($0)"}"# }
        folder = try Folder([
            "d/a.json": "[" + large.joined(separator: ",\n") + "]",
            "d/b.ndjson": "{\"id\": \"oc4ids-bu3kcz-x\"}\n{\"id\": \"oc4ids-bu3kcz-19999\"}\n{\"id\": \"oc4ids-bu3kcz-y\"}",
            "d/c.json": #"{"id": "oc4ids-bu3kcz-y", "relatedProjects": [{"identifier": "oc4ids-bu3kcz-7"}, {"identifier": "oc4ids-bu3kcz-z"}]}"#,
        ])
    }

    private func output(_ arguments: String...) throws -> String {
        try Program().run(["validate", "--lang", "en"] + arguments, in: folder.url).output
    }

    @Test func theLaterFileHasTheFinding() throws {
        let json = try output("--format", "json", "d")
        #expect(json.contains(#""path":"/1/id","line":2,"column":8,"other":{"input":"d/a.json","path":"/19999/id","line":20000,"column":8}"#))
        #expect(json.contains(#""path":"/id","line":1,"column":8,"other":{"input":"d/b.ndjson","path":"/2/id","line":3,"column":8}"#))
        #expect(json.contains(#""path":"/relatedProjects/1/identifier""#))
        #expect(!json.contains(#""path":"/relatedProjects/0/identifier""#))
        let turned = try output("--format", "json", "d/c.json", "d/b.ndjson")
        #expect(turned.contains(#""path":"/2/id","line":3,"column":8,"other":{"input":"d/c.json","path":"/id","line":1,"column":8}"#))
    }

    @Test func everyReportNamesTheOtherFile() throws {
        #expect(try output("d").contains("(the first one: d/a.json, line 20000:8)"))
        #expect(try output("--format", "csv", "--section", "checks", "d").contains(",20000,8,d/a.json,/19999/id,\r\n"))
    }

    @Test(arguments: ["2", "4", "7"]) func theNumberOfThreadsChangesNothing(_ jobs: String) throws {
        let inputs = ["d", "d/b.ndjson", "nothing.json", "d/a.json"]
        let one = try Program().run(["validate", "--format", "json", "--jobs", "1"] + inputs, in: folder.url)
        let other = try Program().run(["validate", "--format", "json", "--jobs", jobs] + inputs, in: folder.url)
        #expect((one.output == other.output) == true)
        #expect(one.output.contains(#""id":"duplicate-project-ids","severity":"error","message":"#))
    }
}
