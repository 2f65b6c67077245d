/// How often an element had each outcome.
struct OutcomeCounts: Sendable {
    private var disclosed = 0
    private var partial = 0
    private var missing = 0
    private var notDue = 0
    private var unknown = 0

    subscript(outcome: ElementOutcome) -> Int {
        get {
            switch outcome {
            case .disclosed: disclosed
            case .partial: partial
            case .missing: missing
            case .notDue: notDue
            case .unknown: unknown
            }
        }
        set {
            switch outcome {
            case .disclosed: disclosed = newValue
            case .partial: partial = newValue
            case .missing: missing = newValue
            case .notDue: notDue = newValue
            case .unknown: unknown = newValue
            }
        }
    }

    mutating func code(_ coder: inout PartCoder, most: Int) {
        for outcome in ElementOutcome.allCases { coder.count(&self[outcome], most: most) }
    }

    mutating func merge(_ other: OutcomeCounts) {
        for outcome in ElementOutcome.allCases { self[outcome] += other[outcome] }
    }
}
