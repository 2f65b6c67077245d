import JSONSchema
import Testing

/// One instance of the official suite and whether it fits its schema.
struct JSONSchemaCase: Sendable, CustomTestStringConvertible {
    var name: String
    var schema: [UInt8]
    var data: [UInt8]
    var isValid: Bool

    var testDescription: String { name }
}

/// All draft-04 cases of the official JSON Schema Test Suite, optional ones too.
@Suite(.enabled(if: SuiteFolder.jsonSchema != nil, "OC4IDS_JSON_SCHEMA_SUITE names no folder"))
struct JSONSchemaSuite {
    /// Cases that cannot pass, and why. None at present.
    static let exceptions: [String: String] = [:]

    /// Documents that the suite's schemas refer to, where it says that they are served.
    static let documents: [CompiledSchema.Document] =
        [CompiledSchema.Document(uri: "http://json-schema.org/draft-04/schema#", bytes: draft4Metaschema)]
        + (SuiteFolder.jsonSchema?.files(in: "remotes") ?? []).map { CompiledSchema.Document(uri: "http://localhost:1234/\($0.path)", bytes: $0.bytes) }

    static let cases: [JSONSchemaCase] = (SuiteFolder.jsonSchema?.files(in: "tests") ?? []).flatMap { path, bytes -> [JSONSchemaCase] in
        let groups = (try? JSONValue(bytes))?.array ?? []
        // The bytes as they stand, so that no number loses a digit on the way.
        func text(_ value: JSONValue) -> [UInt8] { Array(bytes[value.offset ..< value.offset + value.length]) }
        return groups.flatMap { group -> [JSONSchemaCase] in
            (group["tests"]?.array ?? []).compactMap { test -> JSONSchemaCase? in
                guard let schema = group["schema"], let data = test["data"], let isValid = test["valid"]?.boolean else { return nil }
                let name = [path, group["description"]?.string ?? "", test["description"]?.string ?? ""].joined(separator: ": ")
                return JSONSchemaCase(name: name, schema: text(schema), data: text(data), isValid: isValid)
            }
        }
    }

    @Test func theFolderHoldsCases() {
        #expect(Self.cases.count >= 500)
        #expect(Self.documents.count > 1)
    }

    @Test(arguments: cases.filter { exceptions[$0.name] == nil })
    func verdictIsTheSuites(_ example: JSONSchemaCase) throws {
        let schema = try CompiledSchema(example.schema, documents: Self.documents)
        #expect(try schema.validate(example.data).isEmpty == example.isValid)
    }

    @Test(arguments: cases.filter { exceptions[$0.name] == nil })
    func verdictIsTheSameByteByByte(_ example: JSONSchemaCase) throws {
        let schema = try CompiledSchema(example.schema, documents: Self.documents)
        let walked = try schema.walk(example.data, capacity: 16, most: 1)
        #expect((walked.counts.reduce(0, +) == 0) == example.isValid)
    }

    @Test func exceptionsNameCases() {
        #expect(Set(Self.exceptions.keys).isSubset(of: Self.cases.map(\.name)))
    }
}
