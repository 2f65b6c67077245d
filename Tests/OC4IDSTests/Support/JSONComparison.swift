import JSONSchema

extension JSONValue {
    /// The same value: members in any order, everything else in the same one.
    func isSame(as other: JSONValue) -> Bool {
        switch (content, other.content) {
        case (.null, .null): true
        case (.boolean(let a), .boolean(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        case (.array(let a), .array(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
        case (.object(let a), .object(let b)):
            a.count == b.count && a.allSatisfy { member in other[member.name].map { member.value.isSame(as: $0) } ?? false }
        default: false
        }
    }

    /// Pointers of the places at which two values differ.
    func differences(from other: JSONValue, at pointer: JSONPointer = JSONPointer()) -> [String] {
        switch (content, other.content) {
        case (.object(let a), .object(let b)):
            let names = a.map(\.name) + b.map(\.name).filter { self[$0] == nil }
            return names.flatMap { name -> [String] in
                guard let mine = self[name], let theirs = other[name] else { return ["\(pointer.appending(name)) is only in one"] }
                return mine.differences(from: theirs, at: pointer.appending(name))
            }
        default:
            return isSame(as: other) ? [] : ["\(pointer) differs"]
        }
    }

    /// A schema without its `title` and `description` annotations; fields of these names stay.
    var withoutAnnotations: JSONValue {
        var copy = self
        switch content {
        case .object(let members):
            copy.content = .object(members.filter { $0.name != "title" && $0.name != "description" }.map { member in
                var member = member
                if let named = member.value.members, ["properties", "patternProperties", "definitions"].contains(member.name) {
                    member.value.content = .object(named.map { field in
                        var field = field
                        field.value = field.value.withoutAnnotations
                        return field
                    })
                } else {
                    member.value = member.value.withoutAnnotations
                }
                return member
            })
        case .array(let items): copy.content = .array(items.map(\.withoutAnnotations))
        default: break
        }
        return copy
    }
}
