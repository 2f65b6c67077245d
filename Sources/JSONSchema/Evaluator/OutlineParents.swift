/// Finds the objects and arrays that hold an outline's values. Asked for values in the order of the text it passes each value once, however many there
/// are and whatever holds them; asked for an earlier one it begins anew.
package struct OutlineParents {
    /// A container that holds the value asked for last, directly or not, and the child of it that does so.
    private struct Level {
        var container: Int
        var child: Int
    }

    private var levels: [Level] = []
    private var last = 0

    package init() {}

    /// The container that holds a value directly; nil for the piece's own.
    ///
    /// - Parameter outline: the same one each time.
    package mutating func parent(of entry: Int, in outline: Outline) -> Int? {
        guard entry > 0 else { return nil }
        if levels.isEmpty || entry < last { levels = [Level(container: 0, child: 1)] }
        last = entry
        while let level = levels.last, level.container + Int(outline.first[level.container].extent) < entry { levels.removeLast() }
        while var level = levels.popLast() {
            while level.child + Int(outline.first[level.child].extent) < entry { level.child += 1 + Int(outline.first[level.child].extent) }
            levels.append(level)
            if level.child == entry { return level.container }
            levels.append(Level(container: level.child, child: level.child + 1))
        }
        return nil
    }
}
