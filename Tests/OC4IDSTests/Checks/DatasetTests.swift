import JSONSchema
@testable import OC4IDS
import Testing

/// What only all projects together show: ids used twice, and related projects that no one publishes.
@Suite struct DatasetTests {
    private static func duplicates(_ review: Review) -> [String] {
        review.checks.first { $0.check == .duplicateProjectIDs }?.places.map { place in
            let other = place.other.map { ($0.input.map { "\($0) " } ?? "") + "\($0.pointer?.description ?? "-") \($0.position.line):\($0.position.column)" }
            return "\(place.pointer) \(place.position.line):\(place.position.column) = \(other ?? "-")"
        } ?? []
    }

    private func duplicates(_ text: String) throws -> [String] { Self.duplicates(try review(text)) }

    // MARK: Ids in one input

    @Test func eachLaterProjectIsShownWithTheFirst() throws {
        #expect(try duplicates("[{\"id\": \"a\"},\n {\"id\": \"b\"},\n {\"id\": \"a\"}, {\"x\": 1, \"id\": \"a\"}]") == [
            "/2/id 3:9 = /0/id 1:9", "/3/id 3:30 = /0/id 1:9",
        ])
    }

    @Test func everyKindOfInput() throws {
        let package = #"{"projects": [{"id": "a"}, {"id": "a"}]}"#
        #expect(try duplicates(package) == ["/projects/1/id 1:35 = /projects/0/id 1:22"])
        #expect(try duplicates(#"{"id": "a"}"#) == [])
        #expect(try duplicates("{\"id\": \"a\"}\n\n{\"id\": \"b\"}\r\n{\"id\": \"a\"}") == ["/2/id 4:8 = /0/id 1:8"])
        #expect(try duplicates("{\"id\": \"a\"}\n\(package)\n[{\"id\": \"b\"}, {\"id\": \"a\"}]") == [
            "/1/projects/0/id 2:22 = /0/id 1:8", "/1/projects/1/id 2:35 = /0/id 1:8", "/2/1/id 3:22 = /0/id 1:8",
        ])
    }

    @Test func equalIsWhatSaysTheSame() throws {
        #expect(try duplicates(##"[{"id": "aé"}, {"id": "\u0061\u00e9"}]"##) == ["/1/id 1:23 = /0/id 1:9"])
        for different in [#""a", "A""#, #""a", "a ""#, #""", """#, #"" ", " ""#, "1, 1", "null, null", #""1", 1"#] {
            let ids = different.split(separator: ", ")
            #expect(try duplicates("[{\"id\": \(ids[0])}, {\"id\": \(ids[1])}]") == [], "\(different)")
        }
    }

    @Test func countedInTheSummaryAndBesideTheSchemaError() throws {
        let review = try review(#"[{"id": "a"}, {"id": "a"}]"#)
        let alone = try OC4IDSTests.review(#"[{"id": "a"}, {"id": "b"}]"#)
        #expect(review.summary.errors == alone.summary.errors + 1)
        #expect(review.summary.valid == alone.summary.valid)
    }

    @Test func placesAreLimitedAndCountsAreNot() throws {
        let text = "[" + Array(repeating: #"{"id": "a"}"#, count: 50).joined(separator: ",") + "]"
        let result = try #require(try Reviewer.bundled(examples: 3).review(of: text).checks.first { $0.check == .duplicateProjectIDs })
        #expect(result.count == 49)
        #expect(result.places.map(\.pointer.description) == ["/1/id", "/2/id", "/3/id"])
    }

    /// A package that is cut off goes on in the next line, which is a project of its own.
    @Test func aLineThatIsReadTwiceIsNoTwin() throws {
        let text = "{\"id\": \"a\"}\n{\"projects\": [{\"id\": \"b\"},\n{\"id\": \"c\"}\n{\"id\": \"b\"}\n{\"id\": \"a\"}"
        let review = try review(text)
        #expect(review.badLineCount == 1)
        #expect(Self.duplicates(review) == ["/4/id 5:8 = /0/id 1:8"])
    }

    // MARK: Threads

    enum Form: CaseIterable, Sendable {
        case package, array, lines, linesWithBadOnes

        func text(_ ids: [String]) -> String {
            // Ids stand in different columns, some far behind, and lines have ends of every kind.
            let projects = ids.enumerated().map { number, id in
                (number % 3 == 0 ? #"{"id": "\#(id)", "title": "ñ""# : #"{"title": "é🏫\#(number)", "description": "\#(String(repeating: "á", count: number % 700))", "id": "\#(id)""#) + "}"
            }
            switch self {
            case .package: return OC4IDSTests.package("[\n" + projects.joined(separator: ",\r\n") + "]")
            case .array: return "\u{FEFF}[" + projects.joined(separator: ",") + "]"
            case .lines: return projects.joined(separator: "\n")
            case .linesWithBadOnes: return projects.enumerated().map { $0 % 97 == 96 ? String($1.dropLast()) : $1 }.joined(separator: "\n")
            }
        }
    }

    @Test(arguments: Form.allCases) func theNumberOfThreadsChangesNothing(_ form: Form) throws {
        let ids = (0 ..< 6_000).map { $0 % 1_000 == 999 ? "oc4ids-bu3kcz-\($0 - 500)" : "oc4ids-bu3kcz-\($0)" }
        let text = form.text(ids)
        let lists = try (1 ... 3).map { jobs in Self.duplicates(try Reviewer.bundled(jobs: jobs).review(of: text)) }
        #expect(lists[0].count == 6)
        #expect(lists[1] == lists[0])
        #expect(lists[2] == lists[0])
        // Each place holds the id that it is said to hold.
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for words in lists[0].map({ $0.split(separator: " ") }) {
            let values = [words[1], words[4]].map { position in
                let numbers = position.split(separator: ":").compactMap { Int($0) }
                let scalars = lines[numbers[0] - 1].unicodeScalars.drop { $0 == "\u{FEFF}" }.dropFirst(numbers[1] - 1)
                return String(String.UnicodeScalarView(scalars.dropFirst().prefix { $0 != "\"" }))
            }
            #expect(values[0] == values[1])
            #expect(values[0].hasPrefix("oc4ids-bu3kcz-"))
        }
    }

    @Test func placesAreKeptExactly() {
        let large = ProjectPlace(value: 400_000_000, item: 900_000_000, isInPackage: true, position: Position(line: 4_000_000_000, column: 60_000_000_000))
        #expect(large.value == 400_000_000)
        #expect(large.item == 900_000_000)
        #expect(large.position == Position(line: 4_000_000_000, column: 60_000_000_000))
        #expect(large.pointer(.package).description == "/projects/900000000")
        #expect(MemoryLayout<ProjectIDs.Entry>.stride == 32)
    }

    // MARK: Several inputs

    @Test func anEarlierInputIsNamed() throws {
        let reviewer = try Reviewer.bundled()
        var dataset = Dataset(examples: 0)
        let inputs = [
            ("a", #"[{"id": "a"}, {"id": "x"}]"#), ("b.ndjson", "{\"id\": \"b\"}\n{\"id\": \"c\"}"), ("bad", "["), ("c", #"[{"id": "c"}, {"id": "d"}, {"id": "d"}, {"id": "c"}, {"id": "a"}]"#),
        ]
        let found = inputs.map { name, text in
            if case .review(let review) = reviewer.read(BytesInMemory(text.utf8), name: name).outcome(in: &dataset) { Self.duplicates(review) } else { ["failure"] }
        }
        #expect(found == [
            [], [], ["failure"],
            ["/0/id 1:9 = b.ndjson /1/id 2:8", "/2/id 1:35 = /1/id 1:22", "/3/id 1:48 = b.ndjson /1/id 2:8", "/4/id 1:61 = a /0/id 1:9"],
        ])
    }

    @Test func manyInputs() throws {
        let reviewer = try Reviewer.bundled()
        var dataset = Dataset(examples: 0)
        for number in 0 ..< 60 {
            let ids = (0 ..< 100).map { "\(number * 100 + $0)" } + (number > 0 ? ["0", "\(number * 100 - 1)"] : [])
            let text = "[" + ids.map { #"{"id": "\#($0)"}"# }.joined(separator: ",") + "]"
            guard case .review(let review) = reviewer.read(BytesInMemory(text.utf8), name: "\(number)").outcome(in: &dataset) else { continue }
            let others = review.checks.first { $0.check == .duplicateProjectIDs }?.places.map { "\($0.other?.input ?? "") \($0.other?.pointer?.description ?? "")" }
            #expect(others == (number > 0 ? ["0 /0/id", "\(number - 1) /99/id"] : nil))
        }
    }

    // MARK: Related projects

    private func missing(_ text: String) throws -> [String] { try review(text).places(.relatedProjectsMissing) }

    private func projects(_ related: String, prefix: String = "oc4ids-bu3kcz") -> String {
        #"[{"id": "\#(prefix)-1", "relatedProjects": [\#(related)]}, {"id": "\#(prefix)-2"}]"#
    }

    @Test(arguments: [
        (#"{"scheme": "oc4ids", "identifier": "oc4ids-bu3kcz-3"}"#, true), (#"{"identifier": "oc4ids-bu3kcz-3"}"#, true), (#"{"scheme": "", "identifier": "oc4ids-bu3kcz-3"}"#, true),
        (##"{"identifier": "\u006fc4ids-bu3kcz-3"}"##, true),
        (#"{"identifier": "oc4ids-bu3kcz-2"}"#, false), (##"{"identifier": "oc4ids-bu3kcz-\u0032"}"##, false), (#"{"identifier": "oc4ids-bu3kcz-1"}"#, false),
        // Of another publisher, or of another register.
        (#"{"identifier": "oc4ids-abcdef-3"}"#, false), (#"{"scheme": "GT-SNIP", "identifier": "oc4ids-bu3kcz-3"}"#, false),
        (#"{"scheme": "oc4ids", "identifier": "3"}"#, false), (#"{"scheme": "oc4ids"}"#, false), (#"{"scheme": "oc4ids", "identifier": 3}"#, false), ("null", false),
    ])
    func relatedProject(_ related: String, isMissing: Bool) throws {
        #expect(try missing(projects(related)) == (isMissing ? ["/0/relatedProjects/0/identifier"] : []))
    }

    @Test func onlyPrefixesOfOwnProjectsCount() throws {
        #expect(try missing(projects(#"{"identifier": "oc4ids-bu3kcz-3"}"#, prefix: "oc4ids-abcdef")) == [])
    }

    @Test func aMissingProjectCountsOnceAtItsFirstPlace() throws {
        let entry = #"{"identifier": "oc4ids-bu3kcz-3"}"#
        #expect(try missing(projects(entry + "," + #"{"identifier": "oc4ids-bu3kcz-4"}"# + "," + entry)) == ["/0/relatedProjects/0/identifier", "/0/relatedProjects/1/identifier"])
    }

    @Test func projectsOfEarlierInputsAreKnown() throws {
        let reviewer = try Reviewer.bundled()
        let (one, other) = (projects(#"{"identifier": "oc4ids-bu3kcz-3"}"#), #"[{"id": "oc4ids-bu3kcz-3", "relatedProjects": [{"identifier": "oc4ids-bu3kcz-2"}]}]"#)
        func missing(_ texts: [String]) -> [Int] {
            var dataset = Dataset(examples: 0)
            return texts.map { text in
                guard case .review(let review) = reviewer.read(BytesInMemory(text.utf8), name: "x").outcome(in: &dataset) else { return -1 }
                return review.places(.relatedProjectsMissing).count
            }
        }
        #expect(missing([one, other]) == [1, 0])
        #expect(missing([other, one]) == [1, 0])
    }

    /// With more different ones than are kept a sample is looked at, the same for any number of threads, and it is said.
    @Test func aSampleIsChosenByDigests() throws {
        let list = (0 ..< 12_000).map { #"{"id": "oc4ids-bu3kcz-\#($0)", "description": "\#(String(repeating: "a", count: 60))", "relatedProjects": [{"identifier": "oc4ids-bu3kcz-\#($0 * 2)"}]}"# }
        let text = "[" + list.joined(separator: ",") + "]"
        let results = try (1 ... 3).map { jobs in
            try #require(try Reviewer.bundled(examples: 20, jobs: jobs).review(of: text).checks.first { $0.check == .relatedProjectsMissing })
        }
        #expect(results[0].isSample)
        #expect((2_000 ... 3_000).contains(results[0].count))
        #expect(results[0].places.count == 20)
        for result in results { #expect(result.count == results[0].count && result.places == results[0].places) }
    }
}
