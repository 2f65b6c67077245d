/// What was probably meant by a code that is not in its list, or by a field that the schema does not have.
extension Explainer {
    /// The code that a value outside its list probably stands for; nil where none is near.
    public func suggestion(_ finding: CodelistFinding, _ value: CodeValue) -> String? { value.suggestion }

    /// The field of the schema that an additional field probably is: of the same object, under a name that is nearly the same.
    public func suggestion(_ field: AdditionalField) -> String? { field.suggestion }
}
