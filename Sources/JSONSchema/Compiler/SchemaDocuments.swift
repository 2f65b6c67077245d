/// The schema documents that a compilation may refer to, and every name by which they or their parts can be called:
/// the URI each was given, its `id`, and the `id`s inside it (draft-04 core, section 7.2).
struct SchemaDocuments {
    struct Document {
        /// Its own `id`, or where it was found.
        var uri: String
        var root: JSONValue
        var source: PaddedBytes
    }

    /// A schema in a document, with the URI that its own `id` is relative to; `entering` gives the one for what is inside.
    struct Place: Hashable {
        var document: Int
        var pointer: JSONPointer
        var base: String
        /// What stands there; nil where nothing does.
        var value: JSONValue?

        func appending(_ token: String) -> Place { appending(token, value?[token: token]) }

        /// The same where what stands there is at hand.
        func appending(_ token: String, _ value: JSONValue?) -> Place {
            Place(document: document, pointer: pointer.appending(token), base: base, value: value)
        }

        // A value is the one that begins at its offset; pointers need not be compared.
        static func == (a: Place, b: Place) -> Bool {
            a.document == b.document && a.value?.offset == b.value?.offset && a.base == b.base
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(document)
            hasher.combine(value?.offset)
        }
    }

    private(set) var documents: [Document] = []
    private var named: [String: Place] = [:]
    /// The bases of what is inside schemas with an `id`, by the place of the schema.
    private var inner: [Place: String] = [:]

    /// Adds a document under the URI it was given.
    mutating func add(_ source: PaddedBytes, uri: String) throws(SchemaError) {
        let root: JSONValue
        do {
            root = try JSONValue(source)
        } catch {
            let location = SchemaLocation(document: uri, pointer: JSONPointer())
            throw SchemaError(code: .unreadable(error), location: location, position: Position(line: error.line, column: error.column))
        }
        let own = base(of: root, in: uri).map { URIReference($0).withoutFragment.description }
        documents.append(Document(uri: own ?? uri, root: root, source: source))
        named[uri] = self.root(of: documents.count - 1, base: uri)
        var tokens: [String] = []
        index(root, documents.count - 1, uri, &tokens)
    }

    /// A document's root.
    func root(of document: Int, base: String) -> Place {
        Place(document: document, pointer: JSONPointer(), base: base, value: documents[document].root)
    }

    /// Takes down every `id` in a schema and below it.
    ///
    /// - Parameters:
    ///   - document: the position of the document.
    ///   - outer: the base outside the schema.
    ///   - tokens: where the schema stands.
    private mutating func index(_ schema: JSONValue, _ document: Int, _ outer: String, _ tokens: inout [String]) {
        guard let members = schema.members else { return }
        var own = outer
        if let base = base(of: schema, in: outer) {
            let place = Place(document: document, pointer: JSONPointer(tokens), base: outer, value: schema)
            let reference = URIReference(base)
            inner[place] = innerBase(reference)
            if let fragment = reference.fragment, !fragment.isEmpty {
                named[base] = place
            } else {
                own = reference.withoutFragment.description
                if named[own] == nil || tokens.isEmpty { named[own] = place }
            }
        }
        guard schema["$ref"]?.string == nil || schema["definitions"] != nil else { return }
        // The schemas that stand directly in a schema, by draft-04's keywords.
        for member in members {
            switch member.name {
            case "properties", "patternProperties", "definitions", "dependencies":
                for child in member.value.members ?? [] {
                    tokens += [member.name, child.name]
                    index(child.value, document, own, &tokens)
                    tokens.removeLast(2)
                }
            case "items" where member.value.array != nil, "allOf", "anyOf", "oneOf":
                for (position, child) in (member.value.array ?? []).enumerated() {
                    tokens += [member.name, String(position)]
                    index(child, document, own, &tokens)
                    tokens.removeLast(2)
                }
            case "items", "additionalItems", "additionalProperties", "not":
                tokens.append(member.name)
                index(member.value, document, own, &tokens)
                tokens.removeLast()
            default: break
            }
        }
    }

    /// The absolute form of a schema's `id`. A schema with `$ref` has no other keywords.
    private func base(of schema: JSONValue, in base: String) -> String? {
        guard let id = schema["id"]?.string, schema["$ref"]?.string == nil else { return nil }
        return URIReference(id).resolved(against: URIReference(base)).description
    }

    /// The place with the base that an `id` of its own gives it.
    func entering(_ place: Place, _ schema: JSONValue) -> Place {
        guard schema["id"]?.string != nil,
              let base = inner[place] ?? base(of: schema, in: place.base).flatMap({ innerBase(URIReference($0)) }) else { return place }
        var inside = place
        inside.base = base
        return inside
    }

    /// What an `id` is to the schemas inside; nil where it only names its own.
    private func innerBase(_ id: URIReference) -> String? {
        guard id.fragment?.isEmpty ?? true else { return nil }
        return id.withoutFragment.description
    }

    /// What a `$ref` in `place` refers to; nil when there is no such document or place.
    func resolve(_ reference: String, in place: Place) -> Place? {
        let target = URIReference(reference).resolved(against: URIReference(place.base))
        let fragment = target.fragment ?? ""
        if !fragment.isEmpty, !fragment.hasPrefix("/") {
            return named[target.description] ?? named[target.withoutFragment.description + "#" + URIReference.decoded(fragment)]
        }
        guard let root = named[target.withoutFragment.description] ?? named[target.withoutFragment.description + "#"],
              let pointer = JSONPointer(URIReference.decoded(fragment)) else { return nil }
        // Step by step, since schemas on the way may change the base.
        var found = root
        for token in pointer.tokens {
            guard let outer = found.value else { return nil }
            found = entering(found, outer).appending(token)
        }
        return found.value == nil ? nil : found
    }

    func location(_ place: Place) -> SchemaLocation {
        SchemaLocation(document: documents[place.document].uri, pointer: place.pointer)
    }

    func position(_ place: Place) -> Position? {
        guard let value = place.value else { return nil }
        return documents[place.document].source.withBytes { start, _ in
            let first = ByteOrderMark.skip(start)
            return LineCounter().position(of: start + value.offset, from: first)
        }
    }

    func digest(of value: JSONValue, in place: Place) -> Digest {
        // Text without escapes, as nearly all listed values are, says what stands there.
        if let text = value.string, text.utf8.count + 2 == value.length { return Digest(of: text) }
        return documents[place.document].source.withBytes { start, _ in Program.acceptsAnything.digest(ofChecked: start + value.offset) }
    }
}
