/// An object in JSON that has been read before, such as a bundled file: nothing is built but what is asked for.
package struct LazyObject: Sendable {
    private let text: PaddedBytes
    private let offset: Int

    /// - Parameters:
    ///   - text: well-formed JSON.
    ///   - offset: where the object begins; what begins there and is no object has no members.
    init(_ text: PaddedBytes, at offset: Int) {
        self.text = text
        self.offset = offset
    }

    /// All of it.
    package var value: JSONValue { text.withBytes { start, _ in JSONValue(checked: start + offset, from: start) } }

    /// A member's text; nil where there is none.
    package func text(_ name: StaticString) -> String? {
        find(name) { LazyObject.text(at: $0.value) }
    }

    /// The digest of a member's text.
    package func digest(_ name: StaticString) -> Digest? {
        find(name) { member in
            guard member.value.pointee == ASCII.quote else { return nil }
            let (first, close) = (member.value + 1, member.end - 1)
            let hasEscape = UnsafeBufferPointer(start: first, count: close - first).contains(ASCII.backslash)
            return hasEscape ? Digest(escaped: first, close) : Digest.text(first, close - first)
        }
    }

    /// The text of a member of a member.
    package func text(_ name: StaticString, in member: StaticString) -> String? {
        find(member) { outer in
            var text: String?
            CheckedMembers.first(name, ofValueAt: outer.value) { text = LazyObject.text(at: $0.value) }
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
                if let text = LazyObject.text(at: item.value) { texts.append(text) }
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

    private static func text(at value: Bytes) -> String? {
        value.pointee == ASCII.quote ? JSONText.string(value + 1, CheckedJSON.endOfString(value) - 1) : nil
    }
}
