import OC4IDS
import Reports

extension JSONReport {
    /// The whole object of an outcome.
    func bytes(for outcome: Outcome) throws -> [UInt8] {
        var all: [UInt8] = []
        try write(outcome) { all += $0 }
        return all
    }
}

extension CSVReport {
    /// All rows of an outcome in a table.
    func rows(_ section: CSVSection, for outcome: Outcome) throws -> [UInt8] {
        var all: [UInt8] = []
        try write(section, for: outcome) { all += $0 }
        return all
    }
}
