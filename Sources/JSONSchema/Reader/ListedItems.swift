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

    package var all: some Sequence<Item> { offsets.lazy.map { Item(text: text, offset: $0) } }

    package struct Item: Sendable {
        fileprivate let text: PaddedBytes
        fileprivate let offset: Int

        package var value: JSONValue { text.withBytes { start, _ in JSONValue(checked: start + offset, from: start) } }

        /// A member's text; nil where there is none.
        package func text(_ name: StaticString) -> String? {
            find(name) { ListedItems.text(at: $0.value, to: $0.end) }
        }

        /// The text of a member of a member.
        package func text(_ name: StaticString, in member: StaticString) -> String? {
            find(member) { outer in
                var text: String?
                CheckedMembers.first(name, ofValueAt: outer.value) { text = ListedItems.text(at: $0.value, to: $0.end) }
                return text
            }
        }

        /// The texts of a list that is a member.
        package func texts(_ name: StaticString) -> [String] {
            find(name) { member in
                guard member.value.pointee == ASCII.openBracket else { return nil }
                var texts: [String] = []
                var items = CheckedItems(member.value)
                while let item = items.next() {
                    if let text = ListedItems.text(at: item.value, to: item.end) { texts.append(text) }
                }
                return texts
            } ?? []
        }

        private func find<Found>(_ name: StaticString, _ body: (CheckedMembers.Member) -> Found?) -> Found? {
            text.withBytes { start, _ in
                var found: Found?
                CheckedMembers.first(name, ofValueAt: start + offset) { found = body($0) }
                return found
            }
        }
    }

    private static func text(at value: Bytes, to end: Bytes) -> String? {
        value.pointee == ASCII.quote ? JSONText.string(value + 1, end - 1) : nil
    }
}
