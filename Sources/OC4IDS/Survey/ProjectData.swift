import JSONSchema

/// A value of a project: what it says, not where it belongs, which `ProjectData` knows.
struct DataValue {
    let outline: Outline
    /// Its number among the values of the piece.
    let number: Int

    private var value: OutlineValue { outline[number] }

    var kind: OutlineValue.Kind { value.kind }
    var node: Int32 { value.node }
    /// For asking where it stands.
    var offset: Int { value.offset }
    /// Null, `""`, `[]` or `{}`: a field with such a value is not filled in.
    var isEmpty: Bool { value.isEmpty }
    /// As written.
    var bytes: UnsafeRawBufferPointer { value.bytes }
    /// Bytes of a text between its quotes, escapes as written; nil for what is no text.
    var rawText: UnsafeRawBufferPointer? { kind == .string ? value.rawText : nil }
    /// What a text says; nil for what is no text.
    var text: String? { kind == .string ? value.text : nil }
    /// For showing; nil for objects and lists.
    var excerpt: Excerpt? { value.excerpt }
    /// Equal for texts that say the same, nil for what is no text.
    var textDigest: Digest? { kind == .string ? value.textDigest : nil }
    /// Equal for equal values, whatever they are: 64 bits, got for nothing.
    var fingerprint: UInt64 { value.fingerprint }
    /// The same with 128 bits, for what is compared across a whole dataset.
    var digest: Digest { value.digest }
    /// The number as a floating-point number: for comparing amounts, not for adding them up. Nil for what is no number, and past 400 digits.
    var number64: Double? {
        guard kind == .number, bytes.count <= 400 else { return nil }
        return Double(String(decoding: bytes, as: UTF8.self))
    }
}

/// One project while it is in memory: its values, who holds whom, and where the values of each group stand. Good while it is being seen.
struct ProjectData {
    let outline: Outline
    let index: OutlineIndex
    /// The project's own number among the values of the piece, and those of all it holds.
    let range: Range<Int>

    /// The project itself.
    var root: DataValue { DataValue(outline: outline, number: range.lowerBound) }

    /// Calls `body` with each value of a group, in the order of the text.
    func forEach(_ group: ValueGroup, _ body: (DataValue) -> Void) {
        var link = index.first(in: group.number)
        while link >= 0 {
            let (entry, next) = index.next(link)
            if range.contains(entry) { body(DataValue(outline: outline, number: entry)) }
            link = next
        }
    }

    /// The values of a group, in the order of the text.
    func values(_ group: ValueGroup) -> [DataValue] {
        var values: [DataValue] = []
        forEach(group) { values.append($0) }
        return values
    }

    /// The first value of a group.
    func first(_ group: ValueGroup) -> DataValue? {
        var link = index.first(in: group.number)
        while link >= 0 {
            let (entry, next) = index.next(link)
            if range.contains(entry) { return DataValue(outline: outline, number: entry) }
            link = next
        }
        return nil
    }

    /// A member of an object that the schema knows by that name; nil where there is none.
    func member(_ name: MemberName, of object: DataValue) -> DataValue? {
        guard object.kind == .object else { return nil }
        return index.member(name.number, of: object.number, outline).map { DataValue(outline: outline, number: $0) }
    }

    /// The object or list that holds a value directly. For values that something was found at: it is looked for from the project downwards.
    func parent(of value: DataValue) -> DataValue? {
        outline.parent(of: value.number).map { DataValue(outline: outline, number: $0) }
    }

    /// Calls `body` with each item of a list.
    func forEachItem(of list: DataValue, _ body: (DataValue) -> Void) {
        guard list.kind == .array else { return }
        var child = list.number + 1
        let end = child + outline[list.number].extent
        while child < end {
            body(DataValue(outline: outline, number: child))
            child += 1 + outline[child].extent
        }
    }
}
