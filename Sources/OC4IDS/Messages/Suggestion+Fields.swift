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
            if let near = Suggestion.closest(to: letters, among: fields.lazy.map { ($0.name, $0.letters) }, most: 1).first { return near }
            // «presupuesto» for «Presupuesto aprobado», where no other title begins so.
            guard wanted.utf8.count >= Fields.fewestLetters else { return nil }
            let beginning = fields.filter { $0.titles.contains { $0.hasPrefix(wanted) } }
            return beginning.count == 1 ? beginning.first?.name : nil
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
