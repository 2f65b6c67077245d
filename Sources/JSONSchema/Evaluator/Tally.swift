/// What the walk has noted: how often each thing was wrong, exactly, and the first places where it was.
///
/// Notes belong to the open piece until `commit`; a piece whose end has not been read yet is walked again from its start, after `rollBack`,
/// which also forgets a piece that the observer does not want.
struct Tally: ~Copyable {
    /// A violation as the walk notes it: offsets count from the piece's first byte.
    struct Note: BitwiseCopyable {
        var site: Int
        var offset: Int
        /// `uniqueItems`: the later and the earlier of the equal items. `additionalProperties`: the key's offset.
        var detail: Int
        var other: Int
    }

    /// A key that its object has already.
    struct DuplicateKey: BitwiseCopyable {
        /// The later key's opening quote.
        var offset: Int
        /// The object's brace.
        var object: Int
        var digest: Digest
    }

    /// Violations so far, of all committed pieces, by site.
    private(set) var counts: [Int]
    private(set) var duplicateKeyCount = 0

    /// Those of the open piece.
    private var inPiece: [UInt32]
    private var touched = ScratchStack<Int32>()
    private(set) var notes = ScratchStack<Note>()
    private(set) var duplicateKeys = ScratchStack<DuplicateKey>()
    private(set) var duplicateKeysInPiece = 0

    /// So many places are kept of each site; the others are only counted.
    let examples: Int

    init(sites: Int, examples: Int) {
        counts = Array(repeating: 0, count: sites)
        inPiece = Array(repeating: 0, count: sites)
        self.examples = examples
    }

    mutating func note(site: Int, offset: Int, detail: Int, other: Int) {
        if inPiece[site] == 0 { touched.push(Int32(truncatingIfNeeded: site)) }
        inPiece[site] &+= 1
        if counts[site] &+ Int(inPiece[site]) <= examples {
            notes.push(Note(site: site, offset: offset, detail: detail, other: other))
        }
    }

    mutating func noteDuplicateKey(offset: Int, object: Int, digest: Digest) {
        duplicateKeysInPiece &+= 1
        if duplicateKeyCount &+ duplicateKeysInPiece <= examples {
            duplicateKeys.push(DuplicateKey(offset: offset, object: object, digest: digest))
        }
    }

    /// True when a place of the open piece is to be shown to someone.
    var hasPlaces: Bool { notes.count > 0 || duplicateKeys.count > 0 }

    /// The piece is complete: what was noted in it counts.
    mutating func commit() {
        for site in touched.elements {
            counts[Int(site)] += Int(inPiece[Int(site)])
            inPiece[Int(site)] = 0
        }
        duplicateKeyCount += duplicateKeysInPiece
        clearPiece()
    }

    /// The piece will be walked again, or is not wanted: nothing of it counts.
    mutating func rollBack() {
        for site in touched.elements { inPiece[Int(site)] = 0 }
        clearPiece()
    }

    /// Begins to count on from what others have counted before.
    mutating func begin(after earlier: [Int], duplicateKeys: Int) {
        counts = earlier
        duplicateKeyCount = duplicateKeys
    }

    /// Adds what was counted elsewhere.
    mutating func add(_ more: [Int], duplicateKeys: Int) {
        for site in more.indices where more[site] > 0 { counts[site] += more[site] }
        duplicateKeyCount += duplicateKeys
    }

    private mutating func clearPiece() {
        touched.truncate(to: 0)
        notes.truncate(to: 0)
        duplicateKeys.truncate(to: 0)
        duplicateKeysInPiece = 0
    }
}
