/// What few schemas ask for, kept out of the hot loop: every function here is called only where a node's flags say so.
extension Walk {
    /// What needs the whole value: `enum`, bounds of numbers, and the combinations of subschemas.
    @inline(never)
    mutating func checkAfterwards(_ p: Bytes, _ walked: Walked, _ index: Node.Index) throws(Halt) {
        let node = nodes + Int(index)
        if node.pointee.valueMask != 0, !isListed(walked.digest, node) { report(.enum, index, at: p) }
        guard node.pointee.extra >= 0 else { return }
        let extra = program.extras[Int(node.pointee.extra)]
        if p.pointee == ASCII.minus || p.pointee &- ASCII.zero <= 9 { checkNumber(p, walked.next, extra, index) }
        guard extra.combines else { return }
        for branch in extra.allOf { try walkAgain(p, walked.next, branch) }
        if !extra.anyOf.isEmpty {
            var fits = false
            for branch in extra.anyOf where try probe(p, walked.next, branch) {
                fits = true
                break
            }
            if !fits { report(.anyOf, index, at: p) }
        }
        if !extra.oneOf.isEmpty {
            var fitting = 0
            for branch in extra.oneOf where try probe(p, walked.next, branch) { fitting += 1 }
            if fitting != 1 { report(.oneOf, index, at: p, detail: fitting) }
        }
        if p.pointee == ASCII.openBrace, !extra.dependencies.isEmpty { try checkDependencies(p, walked.next, extra, index) }
        if let not = extra.not, try probe(p, walked.next, not) { report(.not, index, at: p) }
    }

    /// `enum`: one of the listed values.
    private func isListed(_ digest: Digest, _ node: UnsafePointer<Node>) -> Bool {
        let table = values + Int(node.pointee.values)
        var slot = UInt32(truncatingIfNeeded: digest.low) & node.pointee.valueMask
        while true {
            let listed = table[Int(slot)]
            if listed == digest { return true }
            if listed.low == 0, listed.high == 0 { return false }
            slot = (slot &+ 1) & node.pointee.valueMask
        }
    }

    private mutating func checkNumber(_ p: Bytes, _ end: Bytes, _ extra: Program.Extra, _ index: Node.Index) {
        guard extra.minimum != nil || extra.maximum != nil || extra.multipleOf != nil else { return }
        let value = JSONDecimal(UnsafeRawBufferPointer(start: p, count: end - p))
        if let bound = extra.minimum, value < bound.value || (bound.isExclusive && value == bound.value) {
            report(.minimum, index, at: p)
        }
        if let bound = extra.maximum, value > bound.value || (bound.isExclusive && value == bound.value) {
            report(.maximum, index, at: p)
        }
        if let divisor = extra.multipleOf, !value.isMultiple(of: divisor) { report(.multipleOf, index, at: p) }
    }

    /// `dependencies` (draft-04 validation, section 5.4.5), on an object that has been walked.
    private mutating func checkDependencies(_ p: Bytes, _ end: Bytes, _ extra: Program.Extra, _ index: Node.Index) throws(Halt) {
        var present = Set<Digest>()
        var members = CheckedMembers(p)
        while let member = members.next() { present.insert(keyDigest(member)) }
        for dependency in extra.dependencies where present.contains(dependency.trigger) {
            for (name, ordinal) in dependency.names where !present.contains(name) {
                report(.dependencies, index, at: p, ordinal: ordinal)
            }
            if let schema = dependency.schema { try walkAgain(p, end, schema) }
        }
    }

    private mutating func keyDigest(_ member: CheckedMembers.Member) -> Digest {
        escapedDigest(member.key + 1, member.keyEnd - 1)
    }

    // MARK: Walking a value once more

    /// Whether the value fits a subschema; what does not fit inside it is not reported.
    private mutating func probe(_ p: Bytes, _ end: Bytes, _ index: Node.Index) throws(Halt) -> Bool {
        let before = misfits
        probing += 1
        defer { probing -= 1 }
        try walkAgain(p, end, index)
        let fits = misfits == before
        misfits = before
        return fits
    }

    /// Walks a value with one more subschema that it has to fit.
    private mutating func walkAgain(_ p: Bytes, _ end: Bytes, _ index: Node.Index) throws(Halt) {
        // A number of one byte takes its time too.
        bytesAgain &+= max(end - p, Walk.leastBytesAgain)
        if bytesAgain > limits.bytesAgain || repeating == Walk.mostRepeats { throw stop(.tooMuchWork, at: p) }
        repeating += 1
        let wasOutlining = isOutlining
        isOutlining = false
        defer {
            repeating -= 1
            isOutlining = wasOutlining
        }
        _ = try wholeValue(p, index)
    }

    // MARK: Text

    /// `format`, `pattern`, and lengths other than 0 and 1.
    @inline(never)
    mutating func checkText(_ p: Bytes, _ start: Bytes, _ count: Int, _ escaped: Bool, _ index: Node.Index) throws(Halt) {
        let node = nodes + Int(index)
        var text = UnsafeRawBufferPointer(start: start, count: count)
        if _slowPath(escaped) {
            decoded.truncate(to: 0)
            decoded.reserve(count)
            JSONText.decode(start, start + count, into: &decoded, replacing: true)
            text = UnsafeRawBufferPointer(decoded.elements)
        }
        if let format = Format(rawValue: node.pointee.format), !format.accepts(text) { report(.format, index, at: p) }
        guard node.pointee.extra >= 0 else { return }
        let extra = program.extras[Int(node.pointee.extra)]
        if extra.minLength != nil || extra.maxLength != nil {
            var scalars = 0
            for byte in text where byte & 0xC0 != 0x80 { scalars += 1 }
            if let least = extra.minLength, scalars < least { report(.minLength, index, at: p) }
            if let most = extra.maxLength, scalars > most { report(.maxLength, index, at: p) }
        }
        if let pattern = extra.pattern, try !matches(pattern, text, p) { report(.pattern, index, at: p) }
    }

    /// Whether a pattern is found in a text; a pattern that takes too many steps stops the reading, since no answer would be right.
    private mutating func matches(_ pattern: Pattern, _ text: UnsafeRawBufferPointer, _ p: Bytes) throws(Halt) -> Bool {
        switch pattern.matches(text) {
        case .match: return true
        case .noMatch: return false
        case .limitReached: throw stop(.tooMuchWork, at: p)
        }
    }

    // MARK: Members

    /// The node for a member that `properties` does not name.
    @inline(never)
    mutating func undeclaredMember(_ key: Bytes, _ keyEnd: Bytes, _ index: Node.Index) throws(Halt) -> Node.Index {
        let node = nodes + Int(index)
        if node.pointee.extra >= 0 {
            for (pattern, _) in program.extras[Int(node.pointee.extra)].patternProperties where try isNamed(key, keyEnd, by: pattern) {
                // `checkMember` walks the value with what the patterns ask for.
                return Node.anything
            }
        }
        guard node.pointee.additional == Node.nothing else { return node.pointee.additional }
        report(.additionalProperties, index, at: key, detail: key - base)
        return Node.anything
    }

    /// `patternProperties` that speak of a member, after its value has been walked.
    @inline(never)
    mutating func checkMember(_ key: Bytes, _ keyEnd: Bytes, _ p: Bytes, _ walked: Walked, _ index: Node.Index) throws(Halt) {
        let node = nodes + Int(index)
        guard node.pointee.extra >= 0 else { return }
        for (pattern, child) in program.extras[Int(node.pointee.extra)].patternProperties where try isNamed(key, keyEnd, by: pattern) {
            try walkAgain(p, walked.next, child)
        }
    }

    private mutating func isNamed(_ key: Bytes, _ keyEnd: Bytes, by pattern: Pattern) throws(Halt) -> Bool {
        var name = ScratchStack<UInt8>()
        JSONText.decode(key + 1, keyEnd - 1, into: &name, replacing: true)
        return try matches(pattern, UnsafeRawBufferPointer(name.elements), key)
    }

    /// `required` where there are too many names for bits.
    @inline(never)
    mutating func checkManyNames(_ mark: Int, _ object: Bytes, _ index: Node.Index) {
        let node = nodes + Int(index)
        guard node.pointee.extra >= 0 else { return }
        let extra = program.extras[Int(node.pointee.extra)]
        guard !extra.required.isEmpty else { return }
        let present = Set(unknown.elements[mark...].map(\.digest))
        for (name, ordinal) in extra.required where !present.contains(name) {
            report(.required, index, at: object, ordinal: ordinal)
        }
    }

    // MARK: Items

    /// The node for an item where `items` is a list or `additionalItems` matters.
    @inline(never)
    mutating func tupleItem(_ position: Int, _ start: Bytes, _ index: Node.Index) -> Node.Index {
        let extra = program.extras[Int(nodes[Int(index)].extra)]
        if position < extra.tuple.count { return extra.tuple[position] }
        guard extra.additionalItems == Node.nothing else { return extra.additionalItems }
        if position == extra.tuple.count { report(.additionalItems, index, at: start) }
        return Node.anything
    }
}
