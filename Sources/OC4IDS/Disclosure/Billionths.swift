/// A share or a sum of shares as a whole number of 10⁻⁹: sums of these are exact, whatever their order.
public struct Billionths: Sendable, Hashable, Comparable, Codable {
    public var count: Int

    public static let one = Billionths(count: 1_000_000_000)
    public static let zero = Billionths(count: 0)

    public init(count: Int) {
        self.count = count
    }

    /// An exact fraction, rounded to the nearest, half to even.
    ///
    /// - Parameters:
    ///   - numerator: not below 0.
    ///   - denominator: above 0.
    package init(_ numerator: Int, over denominator: Int) {
        if numerator == 0 {
            self = .zero
        } else if numerator == denominator {
            self = .one
        } else if numerator < Int.max / Billionths.one.count, denominator < Int.max / 2 {
            var (quotient, rest) = (numerator * Billionths.one.count).quotientAndRemainder(dividingBy: denominator)
            if rest * 2 > denominator || rest * 2 == denominator && !quotient.isMultiple(of: 2) { quotient += 1 }
            self.init(count: quotient)
        } else {
            self.init(Int128(numerator), over: Int128(denominator))
        }
    }

    /// The same for numbers of any size.
    init<Number: BinaryInteger>(_ numerator: Number, over denominator: Number) {
        var (quotient, rest) = (numerator * 1_000_000_000).quotientAndRemainder(dividingBy: denominator)
        let twice = rest * 2
        if twice > denominator || twice == denominator && !quotient.isMultiple(of: 2) { quotient += 1 }
        count = Int(quotient)
    }

    /// In machine words where that is what the numbers are: sums are often whole.
    static func rounded<Number: BinaryInteger>(_ numerator: Number, over denominator: Number) -> Billionths {
        if let numerator = numerator as? Int, let denominator = denominator as? Int { return Billionths(numerator, over: denominator) }
        return Billionths(numerator, over: denominator)
    }

    /// From a decimal as JSON writes it, such as `0.4`; nil for what is no such number, negative, above a million, or has more than nine decimals.
    init?(decimal text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Int(parts[0]), (0 ... 1_000_000).contains(whole) else { return nil }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard decimals.utf8.count <= 9, decimals.utf8.allSatisfy(TextBytes.isDigit) else { return nil }
        guard let fraction = Int(decimals + String(repeating: "0", count: 9 - decimals.utf8.count)) else { return nil }
        count = whole * 1_000_000_000 + fraction
    }

    public init(from decoder: any Decoder) throws {
        count = try decoder.singleValueContainer().decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }

    /// As JSON writes it, with no more decimals than it needs.
    public var decimal: String {
        let (whole, fraction) = (count / 1_000_000_000, count % 1_000_000_000)
        // Most shares are 0 or 1.
        guard fraction > 0 else { return whole == 0 ? "0" : whole == 1 ? "1" : String(whole) }
        let digits = String(fraction)
        var decimals = String(repeating: "0", count: 9 - digits.utf8.count) + digits
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return "\(whole).\(decimals)"
    }

    public static func < (a: Billionths, b: Billionths) -> Bool { a.count < b.count }
    public static func + (a: Billionths, b: Billionths) -> Billionths { Billionths(count: a.count + b.count) }
    public static func += (a: inout Billionths, b: Billionths) { a.count += b.count }
}

/// The mean of figures that were each rounded once.
public struct Mean: Sendable, Hashable, Codable {
    public private(set) var sum = Billionths.zero
    public private(set) var count = 0

    package init() {}

    /// The mean that a score is.
    package init(_ score: Disclosure.Score) {
        sum = score.numerator
        count = score.denominator.count / Billionths.one.count
    }

    mutating func add(_ figure: Billionths?) {
        guard let figure else { return }
        sum += figure
        count += 1
    }

    package mutating func merge(_ other: Mean) {
        sum += other.sum
        count += other.count
    }

    /// - Parameter most: no more figures than this.
    mutating func code(_ coder: inout PartCoder, most: Int) {
        coder.count(&count, most: most)
        coder.sum(&sum, of: count)
    }

    public var score: Disclosure.Score {
        let denominator = count * Billionths.one.count
        return Disclosure.Score(score: count == 0 ? nil : Billionths(sum.count, over: denominator), numerator: sum,
                                denominator: Billionths(count: denominator))
    }
}
