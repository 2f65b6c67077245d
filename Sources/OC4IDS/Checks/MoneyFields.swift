import JSONSchema

/// What a `Value` of OC4IDS says: so much of a currency.
struct MoneyFields: Sendable {
    private let amount: MemberName
    private let currency: MemberName

    init(_ fields: inout SurveyFields) {
        amount = fields.name("amount")
        currency = fields.name("currency")
    }

    /// Nil where the amount is missing or no number.
    func money(_ value: DataValue?, _ project: ProjectData) -> Money? {
        guard let value, let amount = project.member(amount, of: value), let number = amount.number64, number.isFinite else { return nil }
        return Money(amount: amount, number: number, currency: project.member(currency, of: value).flatMap(Currency.init))
    }

    /// The currency that stands beside an amount.
    func currency(of amount: DataValue, _ project: ProjectData, _ parents: inout OutlineParents) -> Currency? {
        guard let value = project.parent(of: amount, &parents) else { return nil }
        return project.member(currency, of: value).flatMap(Currency.init)
    }

    /// The amounts of all values of a project that meet a condition.
    ///
    /// - Parameters:
    ///   - key: tells this choice from others.
    ///   - isMeant: by the names that lead from the project to the amount.
    static func amounts(_ key: String, _ fields: inout SurveyFields, where isMeant: ([String]) -> Bool = { _ in true }) -> ValueGroup {
        // Of an object by the name of “amount”, as in `budget/amount`, the amount stands inside.
        fields.values("amounts \(key)", named: "amount") { node in
            node.types.contains("number") && isMeant(Array(node.field.dropFirst()))
        }
    }
}

struct Money {
    /// For saying where it stands.
    let amount: DataValue
    let number: Double
    /// Nil where it is missing or no code of three letters.
    let currency: Currency?
}

/// The code of a currency (ISO 4217).
struct Currency: Hashable, Sendable {
    /// Its three letters, as upper-case ASCII.
    private let letters: UInt32

    init?(_ value: DataValue) {
        guard let raw = value.rawText else { return nil }
        self.init(raw)
    }

    init?(_ text: some Collection<UInt8>) {
        guard text.count == 3 else { return nil }
        var letters: UInt32 = 0
        for byte in text {
            guard (0x41 ... 0x5A).contains(byte & 0xDF) else { return nil }
            letters = letters << 8 | UInt32(byte & 0xDF)
        }
        self.letters = letters
    }

    /// How many zeros a price in this currency has more than in dollars: 0 where one to nine units buy a dollar, 1 where ten to 99 do, and so
    /// on. Rates change, their magnitude seldom. Nil for currencies that are not listed, among them all that no longer exist.
    var magnitude: Int? {
        let magnitude = Currency.magnitudes[position]
        return magnitude == Currency.unlisted ? nil : Int(magnitude)
    }

    /// Five bits a letter.
    private var position: Int { Int((letters >> 16 & 0x1F) << 10 | (letters >> 8 & 0x1F) << 5 | letters & 0x1F) }
    private static let unlisted = UInt8.max

    /// The largest of `magnitude`.
    static let mostMagnitude = codes.count - 1

    private static let codes = [
        """
        AED ANG AUD AWG AZN BAM BBD BGN BHD BMD BND BOB BRL BSD BYN BZD CAD CHF CNY CUC DKK EUR FJD FKP GBP GEL GIP GTQ HKD HRK ILS JOD KWD KYD LYD \
        MOP MYR NZD OMR PAB PEN PGK PLN QAR RON SAR SBD SGD SHP SVC TMT TND TOP TTD USD WST XCD XDR
        """,
        """
        AFN ALL BWP CUP CZK DOP EGP ERN GHS GMD HNL INR KGS LSL MAD MDL MKD MRU MUR MVR MXN MZN NAD NIO NOK PHP RUB SCR SEK SLE SRD STN SZL THB TJS \
        TRY TWD UAH UYU ZAR ZMW
        """,
        """
        AMD BDT BTN CLP CRC CVE DJF DZD ETB GYD HTG HUF ISK JMD JPY KES KMF KZT LKR LRD NPR PKR RSD SOS VUV XAF XOF XPF YER
        """,
        """
        AOA ARS BIF CDF COP IQD KHR KPW KRW MGA MMK MNT MWK NGN PYG RWF SDG SSP TZS UGX VES
        """,
        "GNF IDR LAK SLL SYP UZS VND ZWL",
        "IRR LBP STD VEF",
        "TRL",
    ]

    /// By `position`.
    private static let magnitudes: [UInt8] = {
        var magnitudes = [UInt8](repeating: unlisted, count: 1 << 15)
        for (magnitude, line) in codes.enumerated() {
            for code in line.split(whereSeparator: \.isWhitespace) {
                if let currency = Currency(code.utf8) { magnitudes[currency.position] = UInt8(magnitude) }
            }
        }
        return magnitudes
    }()
}
