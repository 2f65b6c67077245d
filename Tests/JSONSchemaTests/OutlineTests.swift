@testable import JSONSchema
import Testing

/// Keeps what the outline and its index say of each piece.
struct OutlineRecord: PieceObserver {
    struct Entry: Equatable, Sendable {
        var node: Int32
        var bytes: String
        var extent: Int
        var fingerprint: UInt64
        /// Where `Outline.location(of:)` finds it, and the value it finds.
        var path: [String]?
        var value: String?
    }

    struct Index: Equatable, Sendable {
        /// By group: the values' numbers.
        var groups: [[Int32]] = []
        var blanks: [Int32] = []
        var additional: [Int32] = []
        var unknownAmounts: [Int32] = []
        var unlisted: [Int32] = []
        var misfits: [Int32] = []
    }

    private let plan: OutlinePlan
    private let indexer: OutlineIndexer
    private(set) var counts: PresenceCounts
    private(set) var pieces: [[Entry]] = []
    private(set) var indexes: [Index] = []

    init(_ plan: OutlinePlan) {
        self.plan = plan
        indexer = OutlineIndexer(plan)
        counts = PresenceCounts(nodeCount: plan.nodeCount)
    }

    mutating func see(_ piece: borrowing Piece, _ wanted: inout PlaceRequests) {
        let outline = piece.outline
        pieces.append((0 ..< outline.count).map { number in
            let value = outline[number]
            let location = outline.location(of: value.offset)
            return Entry(node: value.node, bytes: String(decoding: value.bytes, as: UTF8.self), extent: value.extent, fingerprint: value.fingerprint, path: location?.path,
                         value: location.map { String(UnicodeScalar($0.value.pointee)) })
        })
        let index = indexer.index(outline, hasDuplicateKeys: piece.hasDuplicateKeys, counting: &counts)
        var groups: [[Int32]] = []
        for group in 0 ..< plan.groupCount {
            var entries: [Int32] = []
            var link = index.links[group].next
            while link >= 0 {
                entries.append(index.links[Int(link)].entry)
                link = index.links[Int(link)].next
            }
            groups.append(entries)
        }
        indexes.append(Index(groups: groups, blanks: Array(index.blanks), additional: Array(index.additional), unknownAmounts: Array(index.unknownAmounts),
                             unlisted: Array(index.unlisted), misfits: Array(index.misfits)))
    }

    mutating func see(_ container: WalkedContainer, _ wanted: inout PlaceRequests) {}

    mutating func forget(value: Int) {}

    mutating func merge(_ later: OutlineRecord, from start: PartStart) {
        pieces += later.pieces
        indexes += later.indexes
        counts.add(later.counts)
    }

    func fresh() -> OutlineRecord { OutlineRecord(plan) }
}

/// The outline of a piece: its values in order, where they stand, and what the index makes of them.
@Suite struct OutlineTests {
    private let known: CompiledSchema
    private let plan: OutlinePlan

    init() throws {
        let known = try schema(#"{"properties": {"id": {}, "status": {"type": "string"}, "budget": {"type": "object", "properties": {"amount": {"type": "number"}, "currency": {}}}, "#
            + #""tags": {"type": "array", "items": {"type": "string"}}, "parties": {"type": "array", "items": {"type": "object", "properties": {"id": {}}}}}}"#)
        func node(_ path: String...) throws -> FieldNode {
            var node = known.root
            for name in path { node = try #require(name == "*" ? node.items : node.member(name)) }
            return node
        }
        let codes = FingerprintSet(["a", "b"].map { Digest(of: $0).low })
        self.known = known
        plan = OutlinePlan(known, groups: [[try node("parties", "*", "id").number, try node("id").number], [try node("tags").number]], names: [:], sets: [codes],
                           setOfNode: [try node("status").number: 0, try node("tags", "*").number: 0])
    }

    private func walk(_ text: String, capacity: Int = Window.usualCapacity, most: Int = .max, jobs: Int = 1, items: Bool = false) throws -> OutlineRecord {
        let rule = LayoutRule(streaming: "projects") { [known] _ in items ? .items(known.root) : .whole(known.root) }
        var document = DocumentWalk(known.program, window: Window(SmallReads(Array(text.utf8), most: most), capacity: capacity), observer: OutlineRecord(plan),
                                    limits: ReadingLimits(), examples: .max, jobs: jobs)
        try document.run(rule)
        return document.result().observer
    }

    private func entries(_ text: String) throws -> [OutlineRecord.Entry] {
        try #require(try walk(text).pieces.first)
    }

    private func index(_ text: String) throws -> OutlineRecord.Index {
        try #require(try walk(text).indexes.first)
    }

    /// Values and unknown keys by their numbers.
    private func bytes(_ numbers: [Int32], _ text: String) throws -> [String] {
        let entries = try entries(text)
        return numbers.map { entries[Int($0)].bytes }
    }

    // MARK: Entries

    @Test func valuesStandInTheOrderOfTheText() throws {
        let entries = try entries(#"{"id": 1, "x": {"y": [true, null]}, "tags": ["a", "b"], "budget": {}}"#)
        #expect(entries.dropFirst().map(\.bytes) == ["1", #""x""#, #"{"y": [true, null]}"#, #""y""#, "[true, null]", "true", "null", #"["a", "b"]"#, #""a""#, #""b""#, "{}"])
        #expect(entries.map(\.extent) == [11, 0, 0, 4, 0, 2, 0, 0, 2, 0, 0, 0])
    }

    @Test func nodesAreThoseOfTheSchema() throws {
        let root = known.root
        let entries = try entries(#"{"id": 1, "x": {"y": 2}, "budget": {"z": 3}}"#)
        let budget = try #require(root.member("budget"))
        let anything = FieldNode.undescribed
        #expect(entries.map(\.node) == [root.number, try #require(root.member("id")).number, -1 - root.number, anything, -1 - anything, anything, budget.number,
                                        -1 - budget.number, anything])
    }

    @Test(arguments: [
        (#""ñ""#, #""\u00f1""#), ("1.0", "1"), ("100", "1e2"), ("0.5", "5E-1"), (#"{"a": 1, "b": [2.0]}"#, #"{ "b" : [2], "\u0061": 1.00 }"#), ("[]", "[ ]"), (#""🏥""#, #""\ud83c\udfe5""#),
    ])
    func equalValuesHaveEqualFingerprints(_ one: String, _ other: String) throws {
        let entries = try entries(#"{"tags": [\#(one), \#(other), "else", [0], {"a": 0}]}"#)
        let items = entries.filter { $0.path?.count == 2 }.map(\.fingerprint)
        #expect(items[0] == items[1])
        #expect(Set(items).count == 4)
    }

    @Test func anUnknownKeyHasTheFingerprintOfItsText() throws {
        let entries = try entries(#"{"x": "x", "\u0078y": "xy"}"#)
        #expect(entries[1].fingerprint == entries[2].fingerprint)
        #expect(entries[3].fingerprint == entries[4].fingerprint)
        #expect(entries[1].fingerprint != entries[3].fingerprint)
    }

    // MARK: Places

    @Test func everyValueAndKeyIsFound() throws {
        let text = #"{"id": 1, "x": {"y": [true, [[{"z": "q"}], 5]], "a/b~c": 0}, "\u0069d2": null, "parties": [{"id": "p"}, {"\u0069d": [], "k\"": {}}]}"#
        let paths = try entries(text).map { ($0.path ?? ["none"]).joined(separator: " ") + " " + ($0.value ?? "") }
        #expect(paths == [
            " {", "id 1", "x {", "x {", "x y [", "x y [", "x y 0 t", "x y 1 [", "x y 1 0 [", "x y 1 0 0 {", "x y 1 0 0 z \"", "x y 1 0 0 z \"", "x y 1 1 5",
            "x a/b~c 0", "x a/b~c 0", "id2 n", "id2 n", "parties [", "parties 0 {", "parties 0 id \"", "parties 1 {", "parties 1 id [", "parties 1 k\" {", "parties 1 k\" {",
        ])
    }

    @Test func eachOfSeveralValuesWithTheSameKeyIsFound() throws {
        let entries = try entries(#"{"id": 1, "x": 2, "id": 3, "x": [4], "id": 5}"#)
        #expect(entries.compactMap(\.value) == ["{", "1", "2", "2", "3", "[", "[", "4", "5"])
        #expect(entries.compactMap(\.path).map { $0.joined(separator: " ") } == ["", "id", "x", "x", "id", "x", "x", "x 0", "id"])
    }

    // MARK: Index

    @Test func groupsHoldTheirValuesInOrder() throws {
        let text = #"{"parties": [{"id": 1}, {}, {"id": 2, "x": {"id": 9}}], "id": 3, "tags": [], "x": {"tags": 7}}"#
        let groups = try index(text).groups
        #expect(try bytes(groups[0], text) == ["1", "2", "3"])
        #expect(try bytes(groups[1], text) == ["[]"])
    }

    @Test func blanksAreFoundEverywhere() throws {
        let text = #"{"id": "", "status": " \t", "x": ["\u0020\u00a0", "\u3000", "　", "\u200b", {}, [], [[]], null, {"y": {}}], "budget": {}, "tags": [" a"]}"#
        #expect(try bytes(try index(text).blanks, text.replacing("\\t", with: "")) == [#""""#, #"" ""#, #""\u0020\u00a0""#, #""\u3000""#, #""　""#, "[]", "[]", "{}", "{}"])
    }

    @Test func additionalAreTheOutermostUnknownKeysWhereTheSchemaNamesAny() throws {
        let text = #"{"x": {"y": 1}, "budget": {"z": {"q": 1}, "amount": 1}, "id": {"no": 1}, "parties": [{"w": 1}], "tags": [{"v": 1}]}"#
        #expect(try bytes(try index(text).additional, text) == [#""x""#, #""z""#, #""w""#])
    }

    @Test func unknownAmountsAreKeys() throws {
        let text = #"{"amount": 1, "x": {"netamount": 2, "Amount": 3, "amounts": 4, "mount": 5}, "budget": {"amount": 6}}"#
        #expect(try bytes(try index(text).unknownAmounts, text) == [#""amount""#, #""netamount""#])
    }

    @Test func unlistedAreScalarsOutsideTheirSet() throws {
        let text = #"{"status": "c", "tags": ["a", "\u0062", "x", 1, null, [], {}, ["y"], false, ""]}"#
        #expect(try bytes(try index(text).unlisted, text) == [#""c""#, #""x""#, "1", "false"])
    }

    @Test func misfitsAreObjectsForListsAndListsForOne() throws {
        let text = #"{"parties": {"id": 1}, "budget": [{}], "status": ["a"], "id": [1], "tags": {"a": 1}}"#
        #expect(try bytes(try index(text).misfits, text) == [#"{"id": 1}"#, "[{}]", #"["a"]"#])
        // Lists in lists stand for nothing.
        #expect(try index(#"{"parties": [[{"id": 1}]], "tags": [["a"]]}"#).misfits == [])
    }

    @Test func presenceCountsAKeyOnce() throws {
        let counts = try walk(#"{"id": false, "id": 0, "status": null, "budget": {}, "parties": [{"id": ""}, {"id": 1}]}"#).counts
        func number(_ name: String) throws -> Int { Int(try #require(known.root.member(name)).number) }
        #expect(try ["id", "status", "budget", "parties"].map { counts.present[try number($0)] } == [1, 0, 0, 1])
        let party = try #require(known.root.member("parties")?.items)
        #expect(counts.objects[Int(party.number)] == 2)
        #expect(counts.present[Int(try #require(party.member("id")).number)] == 1)
    }

    // MARK: However it is read

    private static let projects = (0 ..< 40).map { number in
        #"{"id": \#(number), "x\#(number % 3)": {"y": ["\#(String(repeating: "ñ", count: number))", " "]}, "status": "\#(number % 2 == 0 ? "a" : "z")", "#
            + #""parties": [{"id": "\u00f1\#(number)", "k": {}}], "budget": {"netamount": \#(number).50}, "tags": ["b", [], {"q": [[1]]}]}"#
    }

    @Test(arguments: [1, 2, 7], [64, 1000])
    func smallReadsAndWindowsMakeNoDifference(_ most: Int, _ capacity: Int) throws {
        for (text, items) in [(Self.projects[25], false), ("[\(Self.projects.joined(separator: ","))]", true)] {
            let usual = try walk(text, items: items)
            let small = try walk(text, capacity: capacity, most: most, items: items)
            #expect(small.pieces == usual.pieces)
            #expect(small.indexes == usual.indexes)
            #expect(small.counts.present == usual.counts.present)
            #expect(usual.pieces.count == (items ? 40 : 1))
        }
    }

    @Test(arguments: [2, 3])
    func threadsMakeNoDifference(_ jobs: Int) throws {
        let text = "[" + (0 ..< 600).map { Self.projects[$0 % 40] }.joined(separator: ",\n") + "]"
        let usual = try walk(text, items: true)
        let threaded = try walk(text, capacity: 4096, jobs: jobs, items: true)
        #expect(threaded.pieces == usual.pieces)
        #expect(threaded.indexes == usual.indexes)
        #expect(threaded.counts.present == usual.counts.present)
        #expect(threaded.counts.objects == usual.counts.objects)
    }
}
