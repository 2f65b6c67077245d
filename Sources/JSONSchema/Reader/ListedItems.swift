/// The items of a list that is a member of an object, in JSON that has been read before, such as a bundled file: nothing is built but what is asked for.
package struct ListedItems: Sendable {
    private let text: PaddedBytes
    /// Where each item begins.
    private let offsets: [Int]

    /// - Parameters:
    ///   - list: the member's name.
    ///   - text: well-formed JSON; where it has no such list there are no items.
    package init(_ list: StaticString, in text: PaddedBytes) {
        self.text = text
        offsets = text.withBytes { start, _ in
            var offsets: [Int] = []
            CheckedMembers.first(list, ofValueAt: CheckedJSON.space(start)) { member in
                guard member.value.pointee == ASCII.openBracket else { return }
                var items = CheckedItems(member.value)
                while let item = items.next() { offsets.append(item.value - start) }
            }
            return offsets
        }
    }

    package var all: some Sequence<LazyObject> { offsets.lazy.map { LazyObject(text, at: $0) } }
}
