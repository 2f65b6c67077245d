import Inputs
import JSONSchema
import OC4IDS
import Testing

/// What holds for scores whatever the data: projects made of the rich sample at random, always the same ones.
@Suite struct DisclosurePropertyTests {
    /// A small tree to change; written back as JSON.
    indirect enum Node {
        case object([(String, Node)])
        case list([Node])
        case scalar(String)

        init(_ value: JSONValue, _ bytes: [UInt8]) {
            switch value.content {
            case .object(let members): self = .object(members.map { ($0.name, Node($0.value, bytes)) })
            case .array(let items): self = .list(items.map { Node($0, bytes) })
            default: self = .scalar(String(decoding: bytes[value.offset ..< value.offset + value.length], as: UTF8.self))
            }
        }

        var text: String {
            switch self {
            case .object(let members): "{" + members.map { "\"\($0.0)\":\($0.1.text)" }.joined(separator: ",") + "}"
            case .list(let items): "[" + items.map(\.text).joined(separator: ",") + "]"
            case .scalar(let text): text
            }
        }

        /// Without some members and items, with some texts that say nothing.
        func thinned(_ random: inout SplitMix) -> Node {
            switch self {
            case .object(let members): .object(members.filter { _ in random.chance(5, of: 6) }.map { ($0.0, $0.1.thinned(&random)) })
            case .list(let items): .list(items.filter { _ in random.chance(7, of: 8) }.map { $0.thinned(&random) })
            case .scalar(let text): .scalar(random.chance(1, of: 12) ? ["null", "\"\"", "\"N/A\"", "\" \""][random.below(4)] : text)
            }
        }

        /// Members and processes in another order.
        func shuffled(_ random: inout SplitMix, isProcesses: Bool = false) -> Node {
            switch self {
            case .object(let members):
                .object(random.shuffled(members).map { ($0.0, $0.1.shuffled(&random, isProcesses: $0.0 == "contractingProcesses")) })
            case .list(let items):
                .list((isProcesses ? random.shuffled(items) : items).map { $0.shuffled(&random) })
            case .scalar: self
            }
        }
    }

    /// A generator that gives the same numbers everywhere.
    struct SplitMix {
        private var state: UInt64

        init(_ seed: Int) {
            state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        }

        mutating func below(_ bound: Int) -> Int {
            state = state &+ 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((word ^ (word >> 31)) >> 1) % bound
        }

        mutating func chance(_ part: Int, of whole: Int) -> Bool { below(whole) < part }

        mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
            var elements = elements
            for position in elements.indices.reversed() { elements.swapAt(position, below(position + 1)) }
            return elements
        }
    }

    private static func projects(_ seed: Int) throws -> [Node] {
        var random = SplitMix(seed)
        var sources: [Node] = []
        for name in TruthProject.names {
            let bytes = Array(try TruthProject.projectText(name).utf8)
            sources.append(Node(try JSONValue(bytes), bytes))
        }
        return (0 ..< 25).map { _ in sources[random.below(sources.count)].thinned(&random) }
    }

    private func figures(_ found: Disclosure) -> [String] {
        var all = ["\(found.strict) \(found.due)"]
        all += found.stages.map { "\($0.id) \($0.strict) \($0.due)" }
        all += found.elements.map { "\($0)" }
        all += found.groups.flatMap { grouping in grouping.values.map { "\(grouping.by) \($0)" } }
        all += found.recommendations.map { "\($0)" }
        all += found.toConfirm.map { "\($0)" }
        return all
    }

    @Test(arguments: 1 ... 8)
    func orderDoesNotMatter(_ seed: Int) throws {
        let projects = try Self.projects(seed)
        var random = SplitMix(seed + 1000)
        let moved = random.shuffled(projects).map { $0.shuffled(&random) }
        let (one, other) = (try disclosure(Node.list(projects).text), try disclosure(Node.list(moved).text))
        #expect(figures(one) == figures(other))
    }

    @Test(arguments: 1 ... 8)
    func aFileIsTheSumOfItsParts(_ seed: Int) throws {
        let projects = try Self.projects(seed)
        let whole = try disclosure(Node.list(projects).text)
        let parts = try [projects[..<7], projects[7 ..< 8], projects[8...]].map { try disclosure(Node.list(Array($0)).text) }
        func sum(_ figure: (Disclosure) -> Disclosure.Score) -> [Int] {
            [parts.reduce(0) { $0 + figure($1).numerator.count }, parts.reduce(0) { $0 + figure($1).denominator.count }]
        }
        func own(_ figure: (Disclosure) -> Disclosure.Score) -> [Int] { [figure(whole).numerator.count, figure(whole).denominator.count] }
        #expect(sum(\.strict) == own(\.strict))
        #expect(sum(\.due) == own(\.due))
        for stage in Stage.allCases.indices { #expect(sum { $0.stages[stage].due } == own { $0.stages[stage].due }) }
        for element in whole.elements.indices {
            #expect(sum { $0.elements[element].due } == own { $0.elements[element].due })
            #expect(sum { $0.elements[element].strict } == own { $0.elements[element].strict })
        }
    }

    /// Every way in which something can be added to a project: a missing member of an object that is there, as the full one has it, or one more item.
    private func additions(_ thin: Node, _ full: Node, name: String = "") -> [Node] {
        switch (thin, full) {
        case (.object(let own), .object(let all)):
            var found: [Node] = []
            for (name, value) in all where !["projects", "contractingProcesses"].contains(name) {
                if let position = own.firstIndex(where: { $0.0 == name }) {
                    for better in additions(own[position].1, value, name: name) {
                        var members = own
                        members[position].1 = better
                        found.append(.object(members))
                    }
                } else {
                    found.append(.object(own + [(name, value)]))
                }
            }
            return found
        case (.list(let own), .list(let all)):
            return all.prefix(3).map { .list(own + [$0]) }
        default:
            return []
        }
    }

    @Test(arguments: TruthProject.names)
    func publishingMoreNeverLowersTheStrictScore(_ name: String) throws {
        let bytes = Array(try TruthProject.projectText(name).utf8)
        let full = Node(try JSONValue(bytes), bytes)
        var random = SplitMix(name.utf8.reduce(7) { $0 &* 31 &+ Int($1) } & 0xFFFF)
        let thin = full.thinned(&random)
        let more = additions(thin, full)
        let scores = try disclosure(Node.list([thin] + more).text).projectRows().map(\.strict)
        let own = try #require(scores.first)
        for (position, score) in scores.dropFirst().enumerated() {
            #expect(try #require(score.score) >= #require(own.score), "\(more[position].text)")
        }
    }

    @Test(arguments: 1 ... 4)
    func dueIsNullOnlyWhereNothingIsDue(_ seed: Int) throws {
        let found = try disclosure(Node.list(Self.projects(seed)).text, profile: Profile.bundled("cost-sustainability", .bundled()))
        for row in try found.projectRows() {
            #expect((row.due.score == nil) == row.elements.allSatisfy { $0.share == nil })
        }
    }
}
