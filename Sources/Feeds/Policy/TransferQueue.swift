/// Who is next: in the order of arrival, but not before its time, and within the bounds in all and for each host. It looks at no clock.
struct TransferQueue {
    private struct Entry {
        var number: Int
        var host: String
        var notBefore: Double
    }

    private let total: Int
    private let perHost: Int
    private var entries: [Entry] = []
    private var runningByHost: [String: Int] = [:]
    private var running = 0

    init(total: Int, perHost: Int) {
        self.total = max(1, total)
        self.perHost = max(1, perHost)
    }

    var waiting: Int { entries.count }

    /// - Parameters:
    ///   - notBefore: a time of the caller's clock.
    ///   - isFirst: before all that wait, as what is already under way.
    mutating func add(_ number: Int, host: String, notBefore: Double = 0, isFirst: Bool = false) {
        entries.insert(Entry(number: number, host: host, notBefore: notBefore), at: isFirst ? 0 : entries.count)
    }

    /// Takes out the one whose turn it is. It counts as running until `ended`.
    mutating func next(at time: Double) -> Int? {
        guard running < total else { return nil }
        let due = entries.firstIndex { $0.notBefore <= time && runningByHost[$0.host, default: 0] < perHost }
        guard let place = due else { return nil }
        let entry = entries.remove(at: place)
        running += 1
        runningByHost[entry.host, default: 0] += 1
        return entry.number
    }

    mutating func ended(host: String) {
        running -= 1
        runningByHost[host, default: 0] -= 1
        if runningByHost[host] == 0 { runningByHost[host] = nil }
    }

    /// When the next one that waits for its time may go.
    func nextTime(after time: Double) -> Double? {
        entries.lazy.map(\.notBefore).filter { $0 > time }.min()
    }

    mutating func removeAll() -> [Int] {
        defer { entries = [] }
        return entries.map(\.number)
    }
}
