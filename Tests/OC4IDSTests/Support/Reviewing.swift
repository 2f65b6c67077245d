import JSONSchema
import Inputs
import OC4IDS
import Reports
import Testing

/// Bytes in memory as an input.
struct BytesInMemory: ByteSource {
    private let bytes: [UInt8]
    private var next = 0

    init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - next)
        buffer.copyBytes(from: bytes[next ..< next + count])
        next += count
        return count
    }
}

extension Reviewer {
    /// The program's reviewer, with all places listed.
    static func bundled(examples: Int = 0, jobs: Int = 1) throws -> Reviewer {
        Reviewer(standard: try Standard.bundled(), settings: .fixed, examples: examples, jobs: jobs)
    }

    /// Reviews bytes in memory as the program does for JSON reports: with their digest.
    func outcome(of bytes: some Sequence<UInt8>, name: String = "test.json") -> Outcome {
        let source = DigestingSource(BytesInMemory(bytes))
        return review(source, name: name) { source.sha256 }
    }

    /// The review of a text that can be read.
    func review(of text: String) throws -> Review {
        switch outcome(of: text.utf8) {
        case .review(let review): return review
        case .failure(let failure):
            Issue.record("no review: \(failure.reason)")
            throw failure
        }
    }
}

/// The review of a text, all places listed.
func review(_ text: String) throws -> Review {
    try Reviewer.bundled().review(of: text)
}

/// Why a text has no review; nil when it has one.
func failure(_ bytes: some Sequence<UInt8>) throws -> InputFailure? {
    if case .failure(let failure) = try Reviewer.bundled().outcome(of: bytes) { failure } else { nil }
}

extension Review {
    /// What is wrong, each as `required /projects/0 (id)`, as a report lists it.
    var errors: [String] {
        errorGroups.flatMap { group in
            group.places.map { place in
                "\(group.keyword.rawValue) \(place.pointer)" + (group.property.map { " (\($0))" } ?? "")
            }
        }
    }

    /// The field of the first error.
    var firstField: [String]? { errorGroups.first?.field }
}

/// A package around projects, valid but for them.
func package(_ projects: String) -> String {
    """
    {"uri": "https://example.org/p.json", "publishedDate": "2026-01-01T00:00:00Z", "version": "0.9", "publisher": {"name": "Ministerio"}, \
    "projects": \(projects)}
    """
}

extension CheckSettings {
    /// What tests go by: 2026-11-21 is today.
    static let fixed = CheckSettings(today: CivilDay(number: 20_778))
}
