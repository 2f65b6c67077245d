import Foundation

// What the fuzzers demand of every input: read whole and read in pieces it is the same document.
//
// These files are compiled together with Sources/JSONSchema into one program by scripts/fuzz.

/// Bytes handed out a few at a time.
struct SmallReads: ByteSource {
    let bytes: [UInt8]
    let most: Int
    var next = 0

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(most, bytes.count - next, buffer.count)
        buffer.copyBytes(from: bytes[next ..< next + count])
        next += count
        return count
    }
}

/// Looks at everything an observer can ask for.
struct Onlooker: PieceObserver {
    var seen: [Digest] = []

    mutating func see(_ piece: borrowing Piece, _ wanted: inout PlaceRequests) {
        seen.append(piece.digest)
        for number in 0 ..< piece.outline.count {
            let value = piece.outline[number]
            _ = (value.kind, value.isEmpty, value.excerpt, value.digest)
            if value.kind == .string { _ = value.text }
        }
        _ = piece.tree()
    }

    mutating func see(_ container: WalkedContainer, _ wanted: inout PlaceRequests) {}

    mutating func forget(value: Int) {}
    mutating func merge(_ later: Onlooker, from start: PartStart) { seen += later.seen }
    func fresh() -> Onlooker { Onlooker() }
}

struct Agreement {
    let schema: CompiledSchema
    let bytes: [UInt8]
    let limits: ReadingLimits

    /// Holds any input of these fuzzers at once.
    private static let ample = 1 << 14

    enum Outcome: Equatable {
        case read(Findings)
        case failed(ReadingError)
        /// By something else than the bytes: there is nothing else that could.
        case stopped(WalkFailure)

        /// No document, or not one alone.
        var isRejected: Bool {
            switch self {
            case .failed, .stopped: true
            case .read(let findings): !findings.failures.isEmpty || findings.values > 1
            }
        }

        /// Rejected as something else, told by more than its first bytes: up to 4,096 of them, of which a small window holds fewer.
        var isRecognised: Bool {
            guard case .failed(let error) = self else { return false }
            switch error.code {
            case .html, .xml, .csv, .zip, .excel: return true
            default: return false
            }
        }
    }

    struct Findings: Equatable {
        var places: [Found]
        var counts: [Int]
        var duplicateKeys: Int
        var digests: [Digest]
        var failures: [BadLine]
        var values: Int
    }

    struct BadLine: Equatable {
        var value: Int
        var error: ReadingError
    }

    struct Found: Equatable {
        var offset: Int
        var position: Position
        var pointer: JSONPointer
        var site: Int?
        var other: Int
        var property: String?
        var twin: Position?

        /// As `validate` can tell it.
        var violation: String { "\(offset) \(position) \(pointer)" }
    }

    private func walk(streaming: Bool, capacity: Int, most: Int) -> Outcome {
        let root = schema.root
        let rule = LayoutRule(streaming: "projects") { value in
            switch value.kind {
            case .object where streaming && root.canBeStreamed: .members(root, streaming: "projects")
            case .array: if streaming, let items = root.items { .items(items) } else { .whole(root) }
            default: .whole(root)
            }
        }
        var document = DocumentWalk(schema.program, window: Window(SmallReads(bytes: bytes, most: most), capacity: capacity), observer: Onlooker(), limits: limits,
                                    examples: .max, jobs: 1)
        do throws(WalkFailure) {
            try document.run(rule)
        } catch {
            if case .reading(let error) = error { return .failed(error) }
            return .stopped(error)
        }
        let result = document.result()
        let places = result.places.map { place in
            Found(offset: place.offset, position: place.position, pointer: place.pointer(inNDJSON: false), site: place.site, other: place.other,
                  property: place.property, twin: place.twin)
        }
        return .read(Findings(places: places, counts: result.counts, duplicateKeys: result.duplicateKeys, digests: result.observer.seen,
                              failures: result.failures.map { BadLine(value: $0.value, error: $0.error) }, values: result.values))
    }

    private func validate() -> Result<[Violation], ReadingError> {
        Result { () throws(ReadingError) in try schema.validate(bytes, limits: limits) }
    }

    /// Ends the program where ways to read the same bytes differ.
    func check(capacity: Int, most: Int) {
        let validated = validate()
        let whole = walk(streaming: false, capacity: Agreement.ample, most: .max)
        switch (validated, whole) {
        case (.success(let violations), .read(let findings)):
            demand(!whole.isRejected, "accepted by validate, rejected by the walk")
            let expected = violations.map { "\($0.offset) \($0.position) \($0.pointer)" }.sorted()
            let found = findings.places.filter { $0.site != nil }.map(\.violation).sorted()
            demand(found == expected, "validate: \(expected), walk: \(found)")
            demand(findings.counts.reduce(0, +) == found.count, "\(found.count) places, \(findings.counts)")
        case (_, .stopped(let failure)):
            demand(false, "a source that cannot fail has failed: \(failure)")
        case (.success, .failed(let error)):
            demand(false, "accepted by validate, \(error) in the walk")
        case (.failure(let error), _):
            demand(whole.isRejected, "\(error) in validate, accepted by the walk")
        }
        // Every cut finds exactly the same, with two exceptions among what is rejected: how much of a web page, table or workbook must be in memory to be
        // known as one, and bad lines that are walked in pieces and longer than the window, which end the walk instead of being passed over.
        for streaming in [false, true] {
            let usual = walk(streaming: streaming, capacity: Agreement.ample, most: .max)
            let small = walk(streaming: streaming, capacity: capacity, most: most)
            demand(usual.isRejected == whole.isRejected, "streaming makes a difference: \(usual) and \(whole)")
            if usual.isRejected, streaming || usual.isRecognised || small.isRecognised {
                demand(small.isRejected, "accepted in small reads only")
            } else {
                demand(small == usual, "small reads make a difference: \(small) and \(usual)")
            }
        }
    }

    private func demand(_ isTrue: Bool, _ message: @autoclosure () -> String) {
        guard !isTrue else { return }
        FileHandle.standardError.write(Data("The ways to read it differ: \(message())\n".utf8))
        // So that the fuzzer keeps the input: it knows a finding by the signal.
        abort()
    }
}
