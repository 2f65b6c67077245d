extension Suggestion {
    /// The fields of one object, made ready for finding the one that a name was meant for.
    struct Fields {
        private struct Field {
            var name: String
            /// Folded.
            var own: String
            /// Those of `own`.
            var letters: [Unicode.Scalar]
            var titles: [String]
        }

        private let fields: [Field]

        init(_ members: [(name: String, title: Bilingual?)]) {
            fields = members.map { name, title in
                let titles = title.map { [Suggestion.folded($0.es), Suggestion.folded($0.en)] } ?? []
                let own = Suggestion.folded(name)
                return Field(name: name, own: own, letters: Suggestion.letters(own),
                             titles: titles + titles.compactMap(Fields.withoutHolder))
            }
        }

        /// The field that a name is probably meant for: written in another way, one of the field's titles, or a few letters away.
        func meant(by name: String) -> String? {
            let wanted = Suggestion.folded(name)
            guard !wanted.isEmpty else { return nil }
            // By position: a field would be copied for each look at it.
            if let same = fields.indices.first(where: { Suggestion.isSame(fields[$0].own, wanted) }) { return fields[same].name }
            if let same = fields.indices.first(where: { fields[$0].titles.contains { Suggestion.isSame($0, wanted) } }) {
                return fields[same].name
            }
            let letters = Suggestion.letters(wanted)
            guard letters.count > 3 else { return nil }
            let near = Suggestion.closest(to: letters, among: fields.lazy.map { ($0.name, $0.letters) }, most: 3)
            if let near = near.first(where: { Fields.areNearWordByWord(name, $0) }) { return near }
            // «presupuesto» for «Presupuesto aprobado», where no other title begins so.
            guard wanted.utf8.count >= Fields.fewestLetters else { return nil }
            let beginning = fields.filter { $0.titles.contains { $0.hasPrefix(wanted) } }
            return beginning.count == 1 ? beginning.first?.name : nil
        }

        /// Whether each word of a name is near the other name's at its place: `contractPrice` is no way to write `contractPeriod`.
        private static func areNearWordByWord(_ a: String, _ b: String) -> Bool {
            let (a, b) = (words(a), words(b))
            guard a.count == b.count, a.count > 1 else { return true }
            return zip(a, b).allSatisfy { $0 == $1 || Suggestion.closest(to: $0, among: [$1]) != nil }
        }

        /// The words of `contractPeriod`.
        private static func words(_ name: String) -> [String] {
            var words = [""]
            for scalar in name.unicodeScalars {
                if scalar.properties.isUppercase, words.last?.isEmpty == false { words.append("") }
                words[words.count - 1].unicodeScalars.append(scalar)
            }
            return words
        }

        /// Shorter words begin too many titles.
        private static let fewestLetters = 5

        /// A title without what it belongs to: «Presupuesto del proyecto», “Project budget”.
        private static func withoutHolder(_ title: String) -> String? {
            for end in ["delproyecto", "deldocumento", "delproceso"] where title.hasSuffix(end) && title.count > end.count { return String(title.dropLast(end.count)) }
            for start in ["project", "document", "process"] where title.hasPrefix(start) && title.count > start.count { return String(title.dropFirst(start.count)) }
            return nil
        }
    }
}
