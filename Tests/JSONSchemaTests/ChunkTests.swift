@testable import JSONSchema
import Testing

/// Where the input is cut into reads, and how much of it is in memory at once, changes nothing that is found.
@Suite struct ChunkTests {
    private static let schemaText = ##"""
        {"type": "object", "required": ["uri", "version"], "maxProperties": 5, "properties": {
          "projects": {"type": "array", "minItems": 1000, "uniqueItems": true, "items": {"$ref": "#/definitions/project"}},
          "publisher": {"properties": {"name": {"type": "string", "maxLength": 10}}, "additionalProperties": false}, "version": {"enum": ["0.9"]}},
         "definitions": {"project": {"type": "object", "required": ["id", "title"], "minProperties": 3, "properties": {
          "id": {"type": "string", "minLength": 1, "pattern": "^oc4ids-"}, "title": {"type": "string", "maxLength": 20}, "amount": {"type": "number", "maximum": 1e6, "multipleOf": 0.01},
          "start": {"format": "date-time"}, "parties": {"uniqueItems": true, "minItems": 1, "items": {"oneOf": [{"type": "string"}, {"required": ["id"]}]}}},
          "patternProperties": {"^x_": {"type": "null"}}, "dependencies": {"end": ["start"]}}}}
        """##

    /// About 60 KB with everything in it that a boundary could break: escapes, characters of two to four bytes, CR LF, long numbers, twins.
    private static let document: String = {
        var projects: [String] = []
        for n in 0 ..< 160 {
            var members = ["\"id\": \"\(n % 3 == 0 ? "" : "oc4ids-")\(n % 50)\"", #""title": "Construcción de la escuela \#(n % 7 == 0 ? #"\ud83c\udfeb \"x\""# : "🏫 ñandú")""#]
            if n % 2 == 0 { members.append(#""amount": \#(n + 1)1234567.89\#(n % 4)"#) }
            if n % 5 == 0 { members.append(#""start": "2024-0\#(n % 9 + 1)-01T00:00:00Z\#(n % 10 == 0 ? "x" : "")""#) }
            if n % 6 == 0 { members.append(#""end": null, "x_\u0061": \#(n % 12 == 0 ? "null" : "true")"#) }
            if n % 8 == 0 { members.append(#""parties": ["a", {"id": 1}, {}, "\u0061", 1e400, [\#(Array(repeating: "[]", count: n).joined(separator: ", "))]]"#) }
            if n % 9 == 0 { members.append(#""id": false, "z": 1, "z": 2"#) }
            projects.append("{\r\n    " + members.joined(separator: ",\n    ") + "}")
        }
        projects.append(projects[3])
        return "\u{FEFF}{\"uri\" : \"é\",\r\n \"projects\":[\r\n  " + projects.joined(separator: ",\r  ")
            + "\n], \"publisher\": {\"name\": \"Ministerio de Educación\", \"other\": {\"a\": [1, 2]}}, \"uri\": 3, \"version\": \"1\"\r\n,\"a\":1, \"b\": 2 , \"c\": 3} \n"
    }()

    /// What a walk has found, as text: equal texts, equal findings.
    private func findings(_ bytes: [UInt8], shape: CompiledSchema.Shape, capacity: Int = Window.usualCapacity, most: Int = .max, examples: Int = .max, jobs: Int = 1,
                          schema: CompiledSchema) throws -> [String] {
        let walked = try schema.walk(bytes, shape: shape, capacity: capacity, most: most, examples: examples, jobs: jobs)
        var lines = walked.places.map { place in
            "\(place.offset) \(place.position) \(place.pointer(inNDJSON: true)) site \(place.site ?? -1) \(place.found ?? "-") \(place.excerpt.map { "\($0)" } ?? "-") "
                // For an unexpected member `detail` is where the window happened to have its key.
                + "\(place.property == nil ? place.detail : 0) \(place.other) \(place.property ?? "-") \(place.twin.map { "\($0)" } ?? "-")"
        }
        lines += walked.counts.enumerated().filter { $0.element > 0 }.map { "site \($0.offset): \($0.element)" }
        lines += walked.observer.pieces.map { "\($0)" }
        lines += walked.failures.map { "\($0)" }
        return lines + ["\(walked.duplicateKeys) duplicate keys, \(walked.values) values, \(walked.bytes) bytes"]
    }

    @Test(arguments: CompiledSchema.Shape.allCases, [1024, 2048, 4096, 8192, 16384, 32768, 65536])
    func windowsOfAnySize(_ shape: CompiledSchema.Shape, _ capacity: Int) throws {
        let schema = try schema(Self.schemaText)
        let bytes = Array(Self.document.utf8)
        let expected = try findings(bytes, shape: shape, schema: schema)
        #expect(expected.count > 200)
        for most in [Int.max, 1, 7] {
            let found = try findings(bytes, shape: shape, capacity: capacity, most: most, schema: schema)
            #expect(found == expected, "\(found.difference(from: expected).prefix(3))")
        }
    }

    @Test(arguments: 0 ..< 64)
    func everyBoundary(_ before: Int) throws {
        // White space in front moves everything against the window's end, a byte at a time.
        let schema = try schema(Self.schemaText)
        let bytes = Array((String(repeating: " ", count: before) + String(Self.document.unicodeScalars.dropFirst())).utf8)
        #expect(try findings(bytes, shape: .members, capacity: 1024, schema: schema) == findings(bytes, shape: .members, schema: schema))
    }

    /// Threads only begin where the input is larger than one buffer.
    private static let largeDocument: [UInt8] = {
        let projects = document.split(separator: "[\r\n  ", maxSplits: 1)[1].split(separator: "\n], \"publisher\"")[0]
        return Array("{\"a\": 1,\r\n\"projects\": [\(Array(repeating: projects, count: 100).joined(separator: ","))], \"b\": null}".utf8)
    }()

    @Test(arguments: [2, 5], [Int.max, 3])
    func anyNumberOfThreads(_ jobs: Int, _ examples: Int) throws {
        let schema = try schema(Self.schemaText)
        let bytes = Self.largeDocument
        #expect(bytes.count > 2 * Window.usualCapacity)
        let expected = try findings(bytes, shape: .members, examples: examples, schema: schema)
        let found = try findings(bytes, shape: .members, examples: examples, jobs: jobs, schema: schema)
        #expect(found == expected, "\(found.difference(from: expected).prefix(3))")
    }

    @Test(arguments: ["?", "\"", "]", "}", "{", "[", "\\", "\n", "\u{0}"], [1_200_000, 1_999_999, 2_500_000])
    func threadsNameTheSameError(_ byte: String, _ place: Int) throws {
        // Where brackets and quotes do not match, threads are given parts that are none.
        var bytes = Self.largeDocument
        let position = try #require(bytes[place...].firstIndex(of: UInt8(ascii: "{")))
        bytes.replaceSubrange(position ... position, with: Array(byte.utf8))
        func outcome(jobs: Int) -> String {
            do {
                let walked = try anything.walk(bytes, shape: .members, jobs: jobs)
                return "\(walked.values) values, \(walked.observer.pieces.count) pieces"
            } catch {
                return "\(error)"
            }
        }
        #expect(outcome(jobs: 3) == outcome(jobs: 1))
    }

    @Test(arguments: [1_048_575, 1_048_576, 1_048_577, 2_000_000])
    func threadsNameTheSameEnd(_ count: Int) throws {
        let bytes = Array(Self.largeDocument.prefix(count))
        let whole = try #require(readingError(bytes))
        #expect(throws: WalkFailure.reading(whole)) { try anything.walk(bytes, shape: .members, jobs: 3) }
    }

    @Test func piecesFindWhatTheWholeFinds() throws {
        // `dependencies` and the like keep a root from being walked in pieces; this one can be.
        let schema = try schema(Self.schemaText)
        #expect(schema.root.canBeStreamed)
        let bytes = Array(Self.document.utf8)
        func places(_ shape: CompiledSchema.Shape) throws -> [String] {
            try schema.walk(bytes, shape: shape).places
                .map { "\($0.offset) \($0.position) \($0.pointer(inNDJSON: false)) \($0.site ?? -1) \($0.property ?? "-") \($0.other) \(String(describing: $0.twin))" }.sorted()
        }
        #expect(try places(.members) == places(.whole))
        let whole = try schema.walk(bytes, shape: .whole)
        let pieces = try schema.walk(bytes, shape: .members)
        #expect(pieces.counts == whole.counts)
        #expect(pieces.duplicateKeys == whole.duplicateKeys)
    }

    @Test func theWalkFindsWhatValidateFinds() throws {
        let schema = try schema(Self.schemaText)
        let bytes = Array(Self.document.utf8)
        let walked = try schema.walk(bytes, shape: .members)
        let expected = try schema.validate(bytes).map { "\($0.offset) \($0.position) \($0.pointer) \($0.keyword) \($0.schemaLocation)" }.sorted()
        let sites = schema.sites
        let found = walked.places.compactMap { place in
            place.site.map { "\(place.offset) \(place.position) \(place.pointer(inNDJSON: false)) \(sites[$0].keyword) \(sites[$0].location)" }
        }
        #expect(found.sorted() == expected)
    }

    @Test(arguments: 0 ..< 200)
    func truncatedAnywhere(_ part: Int) throws {
        let bytes = Array(Array(Self.document.utf8).prefix(4000).prefix(20 * part + 3))
        let whole = try #require(readingError(bytes))
        #expect(whole.code == (part == 0 ? .empty : .truncated))
        for shape in CompiledSchema.Shape.allCases {
            #expect(throws: WalkFailure.reading(whole)) { try anything.walk(bytes, shape: shape, capacity: 1024, most: 7) }
        }
    }

    @Test func fewExamplesAllCounts() throws {
        let schema = try schema(Self.schemaText)
        let bytes = Array(Self.document.utf8)
        let all = try schema.walk(bytes, shape: .members)
        let few = try schema.walk(bytes, shape: .members, examples: 2)
        #expect(few.counts == all.counts)
        #expect(few.duplicateKeys == all.duplicateKeys)
        for (site, count) in all.counts.enumerated() {
            #expect(few.places.filter { $0.site == site }.map(\.offset) == Array(all.places.filter { $0.site == site }.map(\.offset).prefix(2)), "site \(site), \(count) in all")
        }
    }

    @Test func rootsThatCannotBeStreamedSaySo() throws {
        for text in [
            #"{"additionalProperties": false}"#, #"{"patternProperties": {"a": {}}}"#, #"{"dependencies": {"a": ["b"]}}"#, #"{"enum": [{}]}"#, #"{"anyOf": [{}]}"#,
            #"{"items": [{}]}"#,
        ] {
            #expect(!(try schema(text).root.canBeStreamed), "\(text)")
        }
        #expect(try schema(#"{"properties": {"projects": {"type": "array"}}, "required": ["a"], "maxProperties": 3}"#).root.canBeStreamed)
    }
}
