import Foundation
import Inputs
import JSONSchema
import OC4IDS
import Testing

/// What is wrong at one place, as the expectations say it.
struct ExpectedError: Hashable, Sendable, CustomStringConvertible {
    var pointer: String
    var keyword: String
    /// The missing property of `required`.
    var property: String

    var description: String { "\(keyword) \(pointer) \(property)" }
}

/// A file of the suite and the schema errors that another validator found in it with the official schema.
struct OC4IDSCase: Sendable, CustomTestStringConvertible {
    var file: String
    var errors: Set<ExpectedError>

    var testDescription: String { file }
}

/// Real and made-up OC4IDS files: the same errors as python-jsonschema finds with the official schema.
@Suite(.enabled(if: SuiteFolder.cases != nil, "OC4IDS_CASES names no folder"))
struct OC4IDSCases {
    static let cases: [OC4IDSCase] = {
        guard let folder = SuiteFolder.cases, let bytes = try? folder.bytes("expected-schema-errors.jsonl") else { return [] }
        return bytes.split(separator: 0x0A).compactMap { line in
            guard let value = try? JSONValue(line), let file = value["file"]?.string, let errors = value["errors"]?.array else { return nil }
            return OC4IDSCase(file: file, errors: Set(errors.map { error in
                let parts = (error.array ?? []).map { $0.string ?? "" }
                return ExpectedError(pointer: parts[0], keyword: parts[1], property: parts[2])
            }))
        }
    }()

    /// The set of errors that a review of a file lists.
    private func errors(in file: String, _ reviewer: Reviewer) throws -> Set<ExpectedError> {
        let folder = try #require(SuiteFolder.cases)
        guard case .review(let review) = reviewer.outcome(of: try folder.bytes(file), name: file) else {
            Issue.record("\(file) could not be read")
            return []
        }
        #expect(review.summary.errors >= review.errorGroups.reduce(0) { $0 + $1.places.count })
        return Set(review.errorGroups.flatMap { group in
            group.places.map { ExpectedError(pointer: $0.pointer.description, keyword: group.keyword.rawValue, property: group.property ?? "") }
        })
    }

    @Test func theFolderHoldsCases() throws {
        let folder = try #require(SuiteFolder.cases)
        #expect(!Self.cases.isEmpty)
        #expect(Self.cases.map(\.file).sorted() == folder.names(in: "").filter { $0.hasSuffix(".json") })
    }

    @Test(arguments: cases, [1, 2])
    func errorsAreTheExpectedOnes(_ example: OC4IDSCase, jobs: Int) throws {
        let found = try errors(in: example.file, .bundled(jobs: jobs))
        #expect(found.subtracting(example.errors) == [], "found, not expected")
        #expect(example.errors.subtracting(found) == [], "expected, not found")
    }

    @Test(.enabled(if: SuiteFolder.reference != nil, "OC4IDS_REFERENCE names no folder"), arguments: cases)
    func theOfficialSchemaGivesTheSame(_ example: OC4IDSCase) throws {
        let folder = try #require(SuiteFolder.reference)
        let reviewer = Reviewer(standard: try SchemaFolder.load(folder.url.path), settings: .fixed, examples: 0)
        #expect(try errors(in: example.file, reviewer) == example.errors)
    }
}
