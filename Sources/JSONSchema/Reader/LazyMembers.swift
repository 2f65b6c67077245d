/// The members of an object in JSON that has been read before, such as a bundled file: only names and places, values are built when asked for.
package struct LazyMembers: Sendable {
    private let text: PaddedBytes
    /// Where each member's value begins.
    private let offsets: [String: Int]

    /// - Parameter text: well-formed JSON; anything but an object has no members.
    package init(_ text: PaddedBytes) {
        self.init(text, at: nil)
    }

    /// - Parameter offset: of the object; nil where it is the whole text.
    private init(_ text: PaddedBytes, at offset: Int?) {
        self.text = text
        offsets = text.withBytes { start, _ in
            var offsets: [String: Int] = [:]
            let object = CheckedJSON.space(start + (offset ?? 0))
            guard object.pointee == ASCII.openBrace else { return offsets }
            var members = CheckedMembers(object)
            while let member = members.next() { offsets[member.name] = member.value - start }
            return offsets
        }
    }

    package var names: some Collection<String> { offsets.keys }

    package subscript(name: String) -> LazyObject? {
        offsets[name].map { LazyObject(text, at: $0) }
    }

    /// The members of a member.
    package func members(of name: String) -> LazyMembers? {
        offsets[name].map { LazyMembers(text, at: $0) }
    }
}
