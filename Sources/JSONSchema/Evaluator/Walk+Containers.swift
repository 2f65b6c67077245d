/// Objects and arrays: the two loops that everything else is called from.
extension Walk {
    /// An object, `p` at its opening brace.
    @inline(never)
    mutating func object(_ p: Bytes, _ node: UnsafePointer<Node>, _ index: Node.Index) throws(Halt) -> Walked {
        try descend(p)
        let mark = outline.count
        if isOutlining { outline.push(OutlineEntry(node: index, start: p - base)) }
        var members = OpenObject(at: p, unknownMark: unknown.count)
        var q = space(p + 1)
        var last = entryCount &+ Int(index)
        if q.pointee != ASCII.closeBrace {
            while true {
                let key: Key
                let expected = Int(following[last])
                if _fastPath(expected >= 0 && Entry.matches(entries + expected, q + 1) && q.pointee == ASCII.quote) {
                    let entry = entries + expected
                    key = Key(start: q, next: q + (1 &+ entry.pointee.textLength), digest: entry.pointee.key, entry: entry)
                    last = expected
                } else {
                    key = try self.key(q, node)
                    if let entry = key.entry {
                        let met = entry - entries
                        following[last] = Int32(truncatingIfNeeded: met)
                        last = met
                    }
                }
                q = space(key.next)
                if _slowPath(q.pointee != ASCII.colon) { throw stop(.expectedColon, at: q) }
                q = space(q + 1)
                let child = try enter(key, node, index, &members)
                let walked = try value(q, child)
                members.digest.add(.member(key: key.digest, value: walked.digest))
                if _slowPath(node.pointee.flags.contains(.members)) { try checkMember(key.start, key.next, q, walked, index) }
                q = space(walked.next)
                if q.pointee == ASCII.comma {
                    q = space(q + 1)
                    continue
                }
                if _fastPath(q.pointee == ASCII.closeBrace) { break }
                throw brokenSeparator(.expectedCommaOrEndOfObject, at: q)
            }
        }
        close(&members, node, index)
        depth &-= 1
        let digest = members.digest.closed(1, count: members.count)
        if isOutlining { outline.close(mark, byteCount: q + 1 - p, fingerprint: digest.low) }
        return Walked(q + 1, digest)
    }

    /// What is known of an object while its members are walked.
    struct OpenObject {
        var start: Bytes
        /// A bit for each of the node's entries that has been met.
        var seen: UInt64 = 0
        var count = 0
        var digest = Digest(low: 0, high: 0)
        /// Where this object's keys begin in `unknown`.
        var unknownMark: Int

        @inline(__always)
        init(at start: Bytes, unknownMark: Int) {
            self.start = start
            self.unknownMark = unknownMark
        }
    }

    /// A key that has been read.
    struct Key {
        /// The opening quote.
        var start: Bytes
        /// Behind the closing quote.
        var next: Bytes
        var digest: Digest
        /// The entry that has this name, or nil.
        var entry: UnsafePointer<Entry>?
    }

    /// Reads a key, `q` at what should be its opening quote, and finds its entry.
    @inline(__always)
    mutating func key(_ q: Bytes, _ node: UnsafePointer<Node>) throws(Halt) -> Key {
        if _slowPath(q.pointee != ASCII.quote) { throw brokenKey(at: q) }
        let start = q + 1
        var escaped = false
        let close = try text(from: start, escaped: &escaped)
        let digest = _fastPath(!escaped) ? Digest.text(start, close - start) : escapedDigest(start, close)
        return Key(start: q, next: close + 1, digest: digest, entry: entry(digest, node))
    }

    /// The member of that name among those the node's schema names. The tables are at most a quarter full: nearly always one look.
    @inline(__always)
    func entry(_ digest: Digest, _ node: UnsafePointer<Node>) -> UnsafePointer<Entry>? {
        let mask = node.pointee.slotMask
        let table = slots + Int(node.pointee.slots)
        var slot = UInt32(truncatingIfNeeded: digest.low) & mask
        while true {
            let ordinal = table[Int(slot)]
            if ordinal == 0 { return nil }
            let entry = entries + (Int(node.pointee.entries) &+ Int(ordinal) &- 1)
            if _fastPath(entry.pointee.key.low == digest.low && entry.pointee.key.high == digest.high) { return entry }
            slot = (slot &+ 1) & mask
        }
    }

    /// Notes that a member is there and says which node its value is walked with.
    @inline(__always)
    mutating func enter(_ key: Key, _ node: UnsafePointer<Node>, _ index: Node.Index, _ members: inout OpenObject) throws(Halt) -> Node.Index {
        members.count &+= 1
        if let entry = key.entry {
            let bit: UInt64 = 1 &<< UInt64(entry.pointee.ordinal)
            if _slowPath(members.seen & bit != 0 || entry.pointee.ordinal > 63) {
                if enterAgain(key.start, entry, members.start) { members.count &-= 1 }
            }
            members.seen |= bit
            if _fastPath(!entry.pointee.isUndeclared) { return entry.pointee.child }
        } else {
            unknown.push(Name(digest: key.digest, offset: key.start - base))
        }
        return try enterUndeclared(key, node, index)
    }

    /// A key met before, or one of too many names for bits.
    @inline(never)
    ///
    /// - Returns: true when it was met before.
    private mutating func enterAgain(_ key: Bytes, _ entry: UnsafePointer<Entry>, _ object: Bytes) -> Bool {
        if entry.pointee.ordinal > 63 {
            unknown.push(Name(digest: entry.pointee.key, offset: key - base))
            return false
        }
        noteDuplicate(key - base, in: object - base, entry.pointee.key)
        return true
    }

    @inline(__always)
    private mutating func enterUndeclared(_ key: Key, _ node: UnsafePointer<Node>, _ index: Node.Index) throws(Halt) -> Node.Index {
        let additional = node.pointee.additional
        if isOutlining { outlineUnknown(key, index) }
        if _slowPath(additional == Node.nothing || node.pointee.flags.contains(.members)) {
            return try undeclaredMember(key.start, key.next, index)
        }
        return additional
    }

    private mutating func outlineUnknown(_ key: Key, _ index: Node.Index) {
        outline.push(OutlineEntry(node: -1 &- index, start: key.start - base, byteCount: key.next - key.start, fingerprint: key.digest.low))
    }

    /// What an object as a whole has to fulfil.
    @inline(__always)
    mutating func close(_ members: inout OpenObject, _ node: UnsafePointer<Node>, _ index: Node.Index) {
        if _slowPath(unknown.count > members.unknownMark) {
            if unknown.count > members.unknownMark &+ 1 { members.count &-= duplicates(from: members.unknownMark, in: members.start) }
            if node.pointee.flags.contains(.members) { checkManyNames(members.unknownMark, members.start, index) }
            unknown.truncate(to: members.unknownMark)
        } else if _slowPath(node.pointee.flags.contains(.members)) {
            checkManyNames(members.unknownMark, members.start, index)
        }
        if _slowPath(node.pointee.types & JSONTypes.object.rawValue == 0) { report(.type, index, at: members.start) }
        let missing = node.pointee.required & ~members.seen
        if _slowPath(missing != 0) { reportMissing(missing, members.start, index) }
        if _slowPath(members.count < Int(node.pointee.minProperties)) { report(.minProperties, index, at: members.start) }
        if _slowPath(members.count > Int(node.pointee.maxProperties)) { report(.maxProperties, index, at: members.start) }
    }

    @inline(never)
    private mutating func reportMissing(_ missing: UInt64, _ start: Bytes, _ index: Node.Index) {
        var left = missing
        while left != 0 {
            report(.required, index, at: start, ordinal: left.trailingZeroBitCount)
            left &= left &- 1
        }
    }

    /// Finds keys that stand twice among the unknown ones of the object that is about to be closed, in time proportional to their number.
    ///
    /// - Returns: how many there are.
    @inline(never)
    private mutating func duplicates(from mark: Int, in object: Bytes) -> Int {
        let names = UnsafeBufferPointer(rebasing: unknown.elements[mark...])
        var count = 0
        if names.count <= 12 {
            for later in 1 ..< names.count {
                for earlier in 0 ..< later where names[earlier].digest == names[later].digest {
                    count += 1
                    noteDuplicate(names[later].offset, in: object - base, names[later].digest)
                    break
                }
            }
            return count
        }
        var met = Set<Digest>(minimumCapacity: names.count)
        for name in names where !met.insert(name.digest).inserted {
            count += 1
            noteDuplicate(name.offset, in: object - base, name.digest)
        }
        return count
    }

    private mutating func noteDuplicate(_ offset: Int, in object: Int, _ digest: Digest) {
        if probing == 0, repeating == 0 { tally.noteDuplicateKey(offset: offset, object: object, digest: digest) }
    }

    /// Something other than a key where a key should be.
    @inline(never)
    private mutating func brokenKey(at q: Bytes) -> Halt {
        var before = q
        while before > base, before[-1] <= ASCII.space { before -= 1 }
        let isAfterComma = before > base && before[-1] == ASCII.comma
        return stop(isAfterComma && q.pointee == ASCII.closeBrace ? .trailingComma : .expectedKey, at: q)
    }

    /// An array, `p` at its opening bracket.
    @inline(never)
    mutating func array(_ p: Bytes, _ node: UnsafePointer<Node>, _ index: Node.Index) throws(Halt) -> Walked {
        try descend(p)
        let outlineMark = outline.count
        if isOutlining { outline.push(OutlineEntry(node: index, start: p - base)) }
        let mark = items.count
        let isUnique = node.pointee.flags.contains(.unique)
        let isTuple = node.pointee.flags.contains(.tuple)
        let child = node.pointee.items
        var digest = Digest(low: 0, high: 0)
        var count = 0
        var q = space(p + 1)
        if q.pointee != ASCII.closeBracket {
            while true {
                let walked = try value(q, _slowPath(isTuple) ? tupleItem(count, p, index) : child)
                digest.append(walked.digest)
                if isUnique { items.push(walked.digest) }
                count &+= 1
                q = space(walked.next)
                if q.pointee == ASCII.comma {
                    q = space(q + 1)
                    continue
                }
                if _fastPath(q.pointee == ASCII.closeBracket) { break }
                throw brokenSeparator(.expectedCommaOrEndOfArray, at: q)
            }
        }
        if isUnique {
            if count > 1 { checkUnique(p, mark, index) }
            items.truncate(to: mark)
        }
        closeArray(count, p, node, index)
        depth &-= 1
        let closed = digest.closed(2, count: count)
        if isOutlining { outline.close(outlineMark, byteCount: q + 1 - p, fingerprint: closed.low) }
        return Walked(q + 1, closed)
    }

    /// What an array as a whole has to fulfil, but for `uniqueItems`.
    @inline(__always)
    mutating func closeArray(_ count: Int, _ start: Bytes, _ node: UnsafePointer<Node>, _ index: Node.Index) {
        if _slowPath(node.pointee.types & JSONTypes.array.rawValue == 0) { report(.type, index, at: start) }
        if _slowPath(count < Int(node.pointee.minItems)) { report(.minItems, index, at: start) }
        if _slowPath(count > Int(node.pointee.maxItems)) { report(.maxItems, index, at: start) }
    }

    /// `uniqueItems` over the digests from `mark` on.
    @inline(__always)
    private mutating func checkUnique(_ start: Bytes, _ mark: Int, _ index: Node.Index) {
        if let twins = UniqueItems.firstTwins(UnsafeBufferPointer(rebasing: items.elements[mark...])) {
            report(.uniqueItems, index, at: start, detail: twins.later, other: twins.earlier)
        }
    }
}
