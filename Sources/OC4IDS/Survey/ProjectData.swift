import JSONSchema

/// One project while it is in memory: its values, who holds whom, and where the values of each group stand. Good while it is being seen.
struct ProjectData {
    let outline: Outline
    let index: OutlineIndex
    /// The project's own number among the values of the piece, and those of all it holds.
    let range: Range<Int>

    /// The project itself.
    var root: DataValue { DataValue(outline: outline, number: range.lowerBound) }

    /// Calls `body` with each value of a group, in the order of the text.
    @inline(__always)
    func forEach(_ group: ValueGroup, _ body: (DataValue) -> Void) {
        index.forEach(in: group) { number in
            if range.contains(number) { body(DataValue(outline: outline, number: number)) }
        }
    }

    /// The values of a group, in the order of the text.
    func values(_ group: ValueGroup) -> [DataValue] {
        var values: [DataValue] = []
        forEach(group) { values.append($0) }
        return values
    }

    /// The first value of a group.
    @inline(__always)
    func first(_ group: ValueGroup) -> DataValue? {
        var link = index.links[group.number].next
        while link >= 0 {
            let found = index.links[Int(link)]
            if range.contains(Int(found.entry)) { return DataValue(outline: outline, number: Int(found.entry)) }
            link = found.next
        }
        return nil
    }

    /// A member of an object that the schema knows by that name; nil where there is none.
    func member(_ name: MemberName, of object: DataValue) -> DataValue? {
        guard object.isObject else { return nil }
        var child = object.number + 1
        let end = child + object.extent
        while child < end {
            let entry = outline.first + child
            if entry.pointee.node >= 0, index.names[Int(entry.pointee.node)] == name.number { return DataValue(outline: outline, number: child) }
            child += 1 + Int(entry.pointee.extent)
        }
        return nil
    }

    /// The object or list that holds a value directly.
    ///
    /// - Parameter parents: kept by who asks for several values, one after the other.
    func parent(of value: DataValue, _ parents: inout OutlineParents) -> DataValue? {
        parents.parent(of: value.number, in: outline).map { DataValue(outline: outline, number: $0) }
    }

    /// Calls `body` with each item of a list.
    @inline(__always)
    func forEachItem(of list: DataValue, _ body: (DataValue) -> Void) {
        guard list.isList else { return }
        var child = list.number + 1
        let end = child + list.extent
        while child < end {
            let item = DataValue(outline: outline, number: child)
            body(item)
            child += 1 + item.extent
        }
    }
}

extension OutlineIndex {
    /// Calls `body` with the number of each value of a group, in the order of the text.
    @inline(__always)
    func forEach(in group: ValueGroup, _ body: (Int) -> Void) {
        var link = links[group.number].next
        while link >= 0 {
            let found = links[Int(link)]
            body(Int(found.entry))
            link = found.next
        }
    }
}
