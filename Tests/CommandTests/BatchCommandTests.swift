import Foundation
import GRDB
import Testing

/// `oc4ids batch`, `merge` and `history`, run as people run them.
@Suite struct BatchCommandTests {
    private let folder: Folder

    init() throws {
        folder = try Folder([
            "d/a.json": #"{"id": "oc4ids-bu3kcz-1", "title": "Puesto", "publicAuthority": {"name": "Salud", "id": "s"}, "updated": "2026-03-01T00:00:00Z"}"#,
            "d/b.json": #"[{"id": "oc4ids-bu3kcz-2", "title": 1}, {"id": "oc4ids-bu3kcz-1"}]"#,
            "d/c.ndjson": "{\"id\": \"oc4ids-bu3kcz-3\"}\n{\"id\": \"oc4ids-bu3kcz-4\"}",
            "d/broken.json": #"{"id": "#,
        ])
    }

    @discardableResult
    private func run(_ arguments: String...) throws -> Program.Result {
        try Program().run(arguments + ["--lang", "en"], in: folder.url, environment: ["XDG_DATA_HOME": folder.url("data").path])
    }

    @discardableResult
    private func batch(_ arguments: String...) throws -> Program.Result {
        try Program().run(["batch", "--today", "2026-11-21", "--lang", "en"] + arguments, in: folder.url, environment: ["XDG_DATA_HOME": folder.url("data").path])
    }

    private func summary(_ output: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }

    @Test func oneBrokenInputIsARow() throws {
        let result = try batch("--format", "json", "d")
        #expect(result.status == 2)
        let inputs = try #require(try summary(result.output)["inputs"] as? [[String: Any]])
        // The highest due score first, what could not be read last.
        #expect(inputs.map { $0["id"] as? String } == ["d/a.json", "d/b.json", "d/c.ndjson", "d/broken.json"])
        let broken = try #require(inputs.last)
        #expect((broken["failure"] as? [String: Any])?["code"] as? String == "truncated")
        // Off a terminal every input is a line.
        #expect(result.error.contains("d/broken.json: not read. ") && result.error.contains("d/b.json: 1 error, due score "))
        #expect(FileManager.default.fileExists(atPath: folder.url("data/oc4ids/history.sqlite").path))
    }

    @Test func idsThatAnotherInputHasStandInTheSummaryAlone() throws {
        let result = try batch("--format", "json", "--output", "out", "d")
        let shared = try #require(try summary(result.output)["sharedIds"] as? [String: Any])
        #expect(shared["count"] as? Int == 1)
        let place = try #require((shared["places"] as? [[String: Any]])?.first)
        #expect(place["input"] as? String == "d/b.json" && place["path"] as? String == "/1/id" && (place["other"] as? [String: Any])?["input"] as? String == "d/a.json")
        let report = try #require(folder.names(in: "out/reports").first { $0.hasPrefix("d_b.json") })
        #expect(!(try folder.read("out/reports/" + report).contains("duplicate-project-ids")))
    }

    @Test func reportsAreThoseOfReview() throws {
        try batch("--reports", "json,text,csv", "--output", "out", "d/a.json")
        let alone = try Program().run(["review", "--today", "2026-11-21", "--lang", "en", "--format", "json", "d/a.json"], in: folder.url)
        let name = try #require(folder.names(in: "out/reports").first { $0.hasSuffix(".json") })
        #expect(try folder.read("out/reports/" + name) == alone.output)
        #expect(folder.names(in: "out/reports").count == 3)
        #expect(folder.names(in: "out") == ["index.csv", "reports", "results.jsonl", "summary-elements.csv", "summary-findings.csv", "summary-groups.csv", "summary-inputs.csv",
                                            "summary-shared-ids.csv", "summary.json", "summary.txt"])
        #expect(try folder.read("out/index.csv").contains("d/a.json,d/a.json,json,reports/\(name)\r\n"))
    }

    @Test func theManifestSaysWhoseAnInputIs() throws {
        try folder.write("inputs:\n  - id: salud\n    input: d/a.json\n    ministry: MSPAS\n    publisher: Salud\n    frequency: P6M\n", to: "list.yaml")
        let result = try batch("--format", "json", "--manifest", "list.yaml")
        let input = try #require((try summary(result.output)["inputs"] as? [[String: Any]])?.first)
        #expect(input["id"] as? String == "salud" && input["ministry"] as? String == "MSPAS" && input["publisher"] as? String == "Salud")
        // Updated in March; six months before 21 November is 21 May.
        #expect((input["timeliness"] as? [String: Any])?["met"] as? Bool == false)
        #expect(result.output.contains(#"{"by":"publicAuthority","values":[{"name":"MSPAS","projects":1,"inputs":1"#))
        try folder.write("inputs:\n  - id: salud\n    inptu: d/a.json\n", to: "list.yaml")
        let wrong = try batch("--manifest", "list.yaml")
        #expect(wrong.status == 64 && wrong.error.hasPrefix("oc4ids: list.yaml:3: there is no key inptu."))
    }

    @Test func changesSinceTheLastRun() throws {
        try batch("d/a.json", "d/b.json")
        try folder.write(#"{"id": "oc4ids-bu3kcz-1"}"#, to: "d/a.json")
        try folder.write(#"[{"id": "oc4ids-bu3kcz-2", "title": 1, "sector": 2}]"#, to: "d/b.json")
        let second = try batch("--format", "csv", "d/a.json", "d/b.json")
        let rows = second.output.split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let a = try #require(rows.first { $0[0] == "d/a.json" }), b = try #require(rows.first { $0[0] == "d/b.json" })
        #expect(a[15].hasPrefix("-0.") && b[16] == "1")
        #expect(try run("history", "runs").output.split(separator: "\n").count == 3)
        let trend = try run("history", "trend", "d/a.json")
        #expect(trend.output.hasPrefix("d/a.json, due score over 2 runs\n▁▁\n") && trend.status == 0)
        #expect(try run("history", "show", "2").output.contains("d/b.json  not valid"))
        #expect(try run("history", "export", "--format", "csv").output.split(whereSeparator: \.isNewline).count == 5)
        #expect(try run("history", "trend", "nothing").status == 64)
        #expect(try run("history", "show", "9").error == "oc4ids: The history has no run 9.\n")
    }

    @Test func resumingDoesOnlyWhatHasChanged() throws {
        try batch("--output", "out", "d")
        let again = try batch("--resume", "--output", "out", "d")
        #expect(again.error == "4 inputs were done already\n")
        try folder.write(#"{"id": "oc4ids-bu3kcz-9"}"#, to: "d/a.json")
        let changed = try batch("--resume", "--output", "out", "d")
        #expect(changed.error.contains("d/a.json: valid") && changed.error.hasSuffix("\n3 inputs were done already\n"))
        // Other options are other work.
        #expect(try batch("--resume", "--output", "out", "--profile", "cost-ids-proactive", "d").error.contains("done already") == false)
        // A report that is gone is made again.
        try FileManager.default.removeItem(at: folder.url("out/reports"))
        #expect(try batch("--resume", "--output", "out", "--profile", "cost-ids-proactive", "d").error.contains("done already") == false)
        #expect(folder.names(in: "out/reports").count == 4)
    }

    @Test func shardsMergeToTheWhole() throws {
        for number in 1 ... 9 { try folder.write(#"{"id": "oc4ids-bu3kcz-\#(number)", "publicAuthority": {"name": "M\#(number % 3)"}}"#, to: "d/m\(number).json") }
        try batch("--output", "whole", "--history", "w.sqlite", "d")
        for part in 1 ... 3 { try batch("--output", "part\(part)", "--history", "p\(part).sqlite", "--shard", "\(part)/3", "d") }
        let merged = try run("merge", "part3", "part1", "part2", "--output", "merged")
        #expect(merged.status == 2)
        for file in folder.names(in: "whole") where file.hasPrefix("summary") {
            #expect(try folder.read("whole/" + file) == folder.read("merged/" + file), "\(file)")
        }
        #expect(try run("merge", "part1", "part1").error.contains("stands in part1 and in part1"))
        try batch("--output", "other", "--profile", "cost-ids-proactive", "--history", "o.sqlite", "d/a.json")
        #expect(try run("merge", "part1", "other").status == 64)
        #expect(try run("merge", "d/a.json").error.contains("d/a.json:1: this holds no results"))
    }

    /// Elements by their titles, as the profile's own batch shows them.
    @Test func shardsWithTwoProfilesMergeToTheWhole() throws {
        try folder.write("inputs:\n  - {id: a, input: d/a.json}\n  - {id: c, input: d/c.ndjson, profile: cost-sustainability}\n", to: "list.yaml")
        try batch("--output", "whole", "--history", "w.sqlite", "--manifest", "list.yaml")
        for part in 1 ... 2 { try batch("--output", "part\(part)", "--history", "p\(part).sqlite", "--shard", "\(part)/2", "--manifest", "list.yaml") }
        #expect(try run("merge", "part1", "part2", "--output", "merged").error == "")
        for file in folder.names(in: "whole") where file.hasPrefix("summary") {
            #expect(try folder.read("whole/" + file) == folder.read("merged/" + file), "\(file)")
        }
    }

    @Test func partsThatAreMissingAreNamed() throws {
        for part in 1 ... 3 { try batch("--output", "part\(part)", "--shard", "\(part)/3", "--quiet", "d/a.json", "d/c.ndjson") }
        let merged = try run("merge", "part1", "--format", "json")
        // An incomplete summary is no clean one.
        #expect(merged.status == 2 && merged.error == "Parts 2/3, 3/3 of the batch are missing; the summary is without them.\n")
        #expect(try summary(merged.output)["missingShards"] as? [String] == ["2/3", "3/3"])
        // The third part has no input, and is there all the same.
        #expect(try run("merge", "part1", "part2", "part3").error == "")
    }

    /// The largest project that is read follows from the memory alone.
    @Test(arguments: ["1", "2", "6"]) func theSameProjectsAreReadByAnyNumberOfJobs(_ jobs: String) throws {
        for (name, size) in [("fits", 3_500_000), ("large", 8_000_000)] {
            try folder.write(#"{"id": "oc4ids-bu3kcz-1", "title": ""# + String(repeating: "x", count: size) + #""}"#, to: "e/\(name).json")
        }
        let result = try batch("e", "--memory", "64MB", "--jobs", jobs, "--format", "csv")
        #expect(result.output.contains("e/fits.json,") && result.error.contains("e/fits.json: valid"))
        #expect(result.error.contains("e/large.json: not read. ") && result.error.contains("is larger than 4 MB"))
    }

    /// A refusal for want of memory says so, and is none where there is more.
    @Test func moreMemoryReadsWhatWasRefused() throws {
        try folder.write(#"{"id": "oc4ids-bu3kcz-1", "title": ""# + String(repeating: "x", count: 2_000_000) + #""}"#, to: "e/large.json")
        try folder.write(#"{"id": "oc4ids-bu3kcz-2"}"#, to: "e/small.json")
        #expect(try batch("e", "--memory", "22MB", "--output", "out").status == 2)
        let report = try #require(folder.names(in: "out/reports").first { $0.contains("large") })
        #expect(try folder.read("out/reports/" + report).contains("allow more with --memory."))
        // With as little again it is no other result.
        #expect(try batch("e", "--memory", "22MB", "--output", "out", "--resume").error == "2 inputs were done already\n")
        let again = try batch("e", "--memory", "64MB", "--output", "out", "--resume")
        #expect(again.status == 0 && again.error.contains("e/large.json: valid") && again.error.hasSuffix("\n1 input was done already\n"))
    }

    /// A run that is broken off: it has begun, and nothing is done.
    private func breakOff(_ run: Int64 = 1) throws {
        try DatabaseQueue(path: folder.url("data/oc4ids/history.sqlite").path).write { try $0.execute(sql: "UPDATE runs SET finished = NULL WHERE id = ?", arguments: [run]) }
    }

    @Test func aRunKeepsItsDay() throws {
        try batch("d/a.json")
        try breakOff()
        let other = try Program().run(["batch", "--resume", "--today", "2026-12-01", "--lang", "en", "d/a.json"], in: folder.url, environment: ["XDG_DATA_HOME": folder.url("data").path])
        #expect(other.status == 64 && other.error.contains("was begun on 2026-11-21, which is its day. Leave --today out"))
        #expect(try batch("--resume", "d/a.json").status == 0)
    }

    /// Someone else holds the folder, or the run.
    @Test func twoRunsAtOnceAreRefused() throws {
        try batch("--output", "out", "d/a.json")
        let before = try folder.files(below: "out")
        let held = open(folder.url("out").path, O_RDONLY)
        #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
        let busy = try batch("--output", "out", "--resume", "d/a.json")
        close(held)
        #expect(busy.status == 2 && busy.error.hasPrefix("oc4ids: Another run is using out right now."))
        #expect(try folder.files(below: "out") == before)
        // It has left no run behind that would be gone on with.
        #expect(try run("history", "runs").output.split(separator: "\n").count == 2)

        try breakOff()
        let run = open(folder.url("data/oc4ids/history.sqlite.run-1.lock").path, O_RDWR | O_CREAT, 0o666)
        #expect(flock(run, LOCK_EX | LOCK_NB) == 0)
        #expect(try batch("--output", "out", "--resume", "d/a.json").error.contains("Another run is using \(folder.url("data/oc4ids/history.sqlite").path) right now."))
        close(run)
        #expect(try batch("--output", "out", "--resume", "d/a.json").status == 0)
        // What a finished run needed is gone.
        #expect(folder.names(in: "data/oc4ids").allSatisfy { !$0.hasSuffix(".lock") })
    }

    /// Of what a run has written itself nothing is left of inputs that are gone; what others have put there stays.
    @Test(arguments: [false, true]) func reportsOfInputsThatAreGoneGo(_ isBrokenOff: Bool) throws {
        try batch("--output", "out", "--reports", "json,csv", "d")
        try folder.write("mine", to: "out/reports/mine.json")
        try folder.write("mine", to: "out/reports/other/mine.csv")
        let before = folder.names(in: "out/reports")
        #expect(before.count == 10)
        if isBrokenOff {
            try breakOff()
            try FileManager.default.removeItem(at: folder.url("out/index.csv"))
        }
        for name in ["a.json", "broken.json"] { try FileManager.default.removeItem(at: folder.url("d/" + name)) }
        try batch("--output", "out", "--reports", "json,csv", "--resume", "d")
        let after = folder.names(in: "out/reports")
        #expect(after == before.filter { !$0.hasPrefix("d_a") && !$0.hasPrefix("d_broken") } && after.count == 6)
    }

    /// Scores by different profiles cannot be compared.
    @Test func profilesStandBesideScores() throws {
        try batch("d/a.json")
        #expect(try !run("history", "trend", "d/a.json").output.contains("Profile"))
        try batch("--profile", "cost-sustainability", "d/a.json")
        let trend = try run("history", "trend", "d/a.json").output.split(separator: "\n")
        #expect(trend[1].contains("  cost-ids ") && trend[2].hasPrefix("   ") == false && trend[2].contains("  cost-sustainability "))
        #expect(trend[3].hasSuffix("Profile") && trend[4].contains("cost-ids ") && trend[5].contains("cost-sustainability "))
        try folder.write("inputs:\n  - {id: a, input: d/a.json}\n  - {id: c, input: d/c.ndjson, profile: cost-sustainability}\n", to: "list.yaml")
        try batch("--manifest", "list.yaml")
        #expect(try run("history", "show").output.contains("Profile"))
        #expect(try !run("history", "show", "1").output.contains("Profile"))
    }

    @Test func aLowScoreFails() throws {
        try folder.write(#"{"id": "oc4ids-bu3kcz-1"}"#, to: "d/a.json")
        #expect(try batch("d/a.json").status == 0)
        #expect(try batch("--min-score", "60", "d/a.json").status == 1)
        #expect(try batch("--min-score", "53.2", "d/a.json").status == 1)
        #expect(try batch("--min-score", "0.0", "d/a.json").status == 0)
        #expect(try batch("--fail-on", "never", "d/b.json").status == 0)
    }

    @Test(arguments: [["batch"], ["batch", "-"], ["batch", "--shard", "3/2", "d"], ["batch", "--min-score", "100.1", "d"], ["batch", "--min-score", "nan", "d"], ["batch", "--memory", "1KB", "d"], ["batch", "--reports", "pdf", "d"], ["merge"]])
    func wrongUsage(_ arguments: [String]) throws {
        #expect(try Program().run(arguments, in: folder.url).status == 64)
    }

    /// A folder that holds the inputs must not hold what the run leaves behind: the next one would read it.
    @Test(arguments: [["--output", "d"], ["--output", "d/out"], ["--output", "./d/../d/out/"], ["--output", "link/out"], ["--store", "d/store", "http://127.0.0.1:9/"]])
    func nothingIsWrittenAmongTheInputs(_ arguments: [String]) throws {
        try FileManager.default.createSymbolicLink(atPath: folder.url("link").path, withDestinationPath: "d")
        let result = try Program().run(["batch", "d", "--lang", "en", "--history", "h.sqlite"] + arguments, in: folder.url)
        #expect(result.status == 64 && result.error.contains(" lies in the input d, where the next run would read it as data. Name another folder with \(arguments[0])."))
        #expect(folder.names(in: "d").count == 4 && !folder.names.contains("h.sqlite"))
    }

    /// XDG Base Directory Specification.
    @Test(arguments: [(["XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/oc4ids/history.sqlite"), (["XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/oc4ids/history.sqlite"),
                      ([:], "Name a file with --history.")])
    func theUsualPlaceOfTheHistory(_ environment: [String: String], _ named: String) throws {
        let result = try Program().run(["history", "--lang", "en"], in: folder.url, environment: environment)
        #expect(result.status == 64 && result.error.contains(named))
    }

    /// To the byte, with nothing made beside it.
    @Test(arguments: [["batch", "d/a.json"], ["history", "runs"], ["merge", "part"]]) func anotherProgramsFileIsLeftAlone(_ arguments: [String]) throws {
        try batch("d/a.json", "--output", "part", "--history", "newer.sqlite")
        try DatabaseQueue(path: folder.url("newer.sqlite").path).write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 future')") }
        for (name, sql) in [("f.sqlite", "CREATE TABLE runs (url TEXT); CREATE TABLE grdb_migrations (identifier TEXT)"), ("n.sqlite", "PRAGMA user_version = 7"),
                            ("w.sqlite", "PRAGMA journal_mode = WAL; CREATE TABLE bookmarks (url TEXT)")] {
            try DatabaseQueue(path: folder.url(name).path).writeWithoutTransaction { try $0.execute(sql: sql) }
        }
        try DatabaseQueue(path: folder.url("f.sqlite").path).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('own')") }
        for name in ["f.sqlite", "n.sqlite", "w.sqlite", "newer.sqlite"] {
            let (before, names) = (try Data(contentsOf: folder.url(name)), folder.names)
            #expect(try run(arguments[0], arguments[1], "--history", name).status == 64, "\(name)")
            #expect(try Data(contentsOf: folder.url(name)) == before && folder.names == names, "\(name)")
        }
    }

    @Test func whatIsNoHistoryIsLeftAlone() throws {
        let result = try batch("d", "--history", "d/a.json")
        #expect(result.status == 64 && result.error.hasPrefix("oc4ids: d/a.json is no history of this program"))
        #expect(try batch("d", "--history", "").error == "oc4ids: --history wants the name of a file.\n")
    }

    @Test func patternsAndArchives() throws {
        try folder.write(Zip([Zip.Entry("x/1.json"), Zip.Entry("x/2.json", Content.faulty)]).bytes, to: "z.zip")
        let result = try batch("--format", "csv", "z.zip", "d/*.ndjson", "d/c.ndjson")
        let ids = Set(result.output.split(whereSeparator: \.isNewline).dropFirst().map { String($0.prefix { $0 != "," }) })
        #expect(ids == ["z.zip:x/1.json", "z.zip:x/2.json", "d/c.ndjson"])
    }
}
