/// A share or a sum of shares as a whole number of 10⁻⁹: sums of these are exact, whatever their order.
public struct Billionths: Sendable, Hashable, Comparable {
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

    /// The same for two products, neither below 0.
    init(ofProduct numerator: (Int, Int), over denominator: (Int, Int)) {
        let above = numerator.0.multipliedReportingOverflow(by: numerator.1)
        let below = denominator.0.multipliedReportingOverflow(by: denominator.1)
        if above.overflow || below.overflow {
            self.init(Int128(numerator.0) * Int128(numerator.1), over: Int128(denominator.0) * Int128(denominator.1))
        } else {
            self.init(above.partialValue, over: below.partialValue)
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

    private static let most = 1_000_000 * 1_000_000_000

    /// From a number as JSON writes it, such as `0.4` or `4e-1`; nil for what is no such number, negative, above a million, or has more than nine decimals.
    init?(decimal text: String) {
        let written = text.lowercased().split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
        let parts = (written.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : ""
        guard (1 ... 2).contains(parts.count), !parts[0].isEmpty, (parts[0] + decimals).utf8.allSatisfy(TextBytes.isDigit) else { return nil }
        // What is left of the digits without zeros at either end says how large the exponent may be.
        var digits = (parts[0] + decimals).drop { $0 == "0" }
        let point = digits.count - decimals.count
        let all = digits.count
        while digits.last == "0" { digits.removeLast() }
        guard !digits.isEmpty else {
            count = 0
            return
        }
        guard let exponent = written.count == 2 ? Int(written[1]) : 0, (-1_000_000 ... 1_000_000).contains(exponent) else { return nil }
        // The digits without the zeros behind them, times ten to this power, are billionths.
        let power = 9 + point + exponent - all + (all - digits.count)
        guard power >= 0, digits.count + power <= 16 else { return nil }
        guard let number = Int(String(digits) + String(repeating: "0", count: power)), number <= Billionths.most else { return nil }
        count = number
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
        var (digits, places) = (fraction, 9)
        while digits.isMultiple(of: 10) { (digits, places) = (digits / 10, places - 1) }
        let decimals = String(digits)
        return String(whole) + "." + String(repeating: "0", count: places - decimals.utf8.count) + decimals
    }

    public static func < (a: Billionths, b: Billionths) -> Bool { a.count < b.count }
    public static func + (a: Billionths, b: Billionths) -> Billionths { Billionths(count: a.count + b.count) }
    public static func += (a: inout Billionths, b: Billionths) { a.count += b.count }
}

/// The mean of figures that were each rounded once.
public struct Mean: Sendable, Hashable {
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
