import Foundation

/// A project scored by hand against the published mapping, one of the files in `Truth/`. No program wrote the outcomes.
struct TruthProject: Decodable, Sendable {
    struct Due: Decodable, Sendable, Equatable {
        enum Outcome: String, Decodable { case disclosed, partial, missing, notDue, unknown }

        let outcome: Outcome
        /// Null where the element is not due or not known to apply.
        let share: Fraction?
    }

    struct Scores: Decodable, Sendable {
        let strict: Fraction
        /// Null when nothing is due.
        let due: Fraction?
    }

    let name: String
    /// What the project covers, in one sentence.
    let why: String
    /// Shares by element of `cost-ids`, whatever the stage.
    let strict: [String: Fraction]
    let due: [String: Due]
    let scores: Scores
    /// Why an element has its share, where that is not plain from the data.
    let notes: [String: String]?

    static let folder = "Tests/OC4IDSTests/Truth"
    static let names = PackageFolder.files(below: folder) { $0.hasSuffix(".json") }

    static func read(_ name: String) throws -> TruthProject {
        try JSONDecoder().decode(TruthProject.self, from: Data(PackageFolder.bytes("\(folder)/\(name)")))
    }

    /// The project as it stands in the file: decoding and encoding it would lose how its numbers are written.
    static func projectText(_ name: String) throws -> String {
        let text = String(decoding: try PackageFolder.bytes("\(folder)/\(name)"), as: UTF8.self)
        guard let key = text.range(of: "\n  \"project\": "), let next = text.range(of: ",\n  \"strict\": {") else { throw Malformed(file: name) }
        return String(text[key.upperBound..<next.lowerBound])
    }

    struct Malformed: Error { let file: String }
}

/// An exact share, written `1/5`, `0` or `1`, in lowest terms.
struct Fraction: Decodable, Sendable, Equatable, CustomStringConvertible {
    let numerator: Int
    let denominator: Int

    static let zero = Fraction(0, 1)
    static let one = Fraction(1, 1)

    /// The denominator has to be positive.
    init(_ numerator: Int, _ denominator: Int) {
        var (divisor, rest) = (denominator, abs(numerator))
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let numerator = Int(parts[0]), let denominator = parts.count == 2 ? Int(parts[1]) : 1, denominator > 0 else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is no fraction")
        }
        self.init(numerator, denominator)
    }

    var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

    static func + (a: Fraction, b: Fraction) -> Fraction {
        Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
    }

    static func mean(_ values: [Fraction]) -> Fraction? {
        guard !values.isEmpty else { return nil }
        let sum = values.reduce(zero, +)
        return Fraction(sum.numerator, sum.denominator * values.count)
    }
}
