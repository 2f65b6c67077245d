import JSONSchema

/// What was probably meant by a code that is not in its list, or by a field that the schema does not have.
extension Explainer {
    /// The code that a value outside its list probably stands for; nil where none is near.
    public func suggestion(_ finding: CodelistFinding, _ value: CodeValue) -> String? {
        guard case .text(let text) = value.value, let list = Codelist.bundled(finding.codelist) else { return nil }
        return Suggestion.code(for: text, among: list.codes.map(\.code), codelist: finding.codelist)
    }

    /// The field of the schema that an additional field probably is: of the same object, under a name that is nearly the same.
    public func suggestion(_ field: AdditionalField) -> String? {
        guard let name = field.field.last else { return nil }
        return Suggestion.field(for: name, among: fields.members(Array(field.field.dropLast())))
    }
}
