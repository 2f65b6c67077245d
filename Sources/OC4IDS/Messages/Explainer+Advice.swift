import JSONSchema

/// What to do about schema errors.
extension Explainer {
    /// Judged by the group's first place.
    public func hint(_ group: ErrorGroup) -> String {
        group.places.first.map { hint(group, $0) } ?? ""
    }

    /// What to do about one place, with what was probably meant.
    public func hint(_ group: ErrorGroup, _ place: FoundPlace) -> String {
        let suggestion = correction(group, place)
        switch group.keyword {
        case .type: return typeHint(group, [place], suggestion)
        case .enum:
            let question = suggestion.map { say(.hintDidYouMean, ["suggestion": $0]) }
            return [question, enumHint(group)].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        case .format:
            switch (ExpectationWords.text(group.expectation), suggestion) {
            case ("date-time", let suggestion?): return say(.hintDateTimeIs, ["suggestion": suggestion])
            case ("uri", let suggestion?): return say(.hintURIIs, ["suggestion": suggestion])
            default: return formatHint(group)
            }
        default: return advice(group)
        }
    }

    /// What to do, said for the whole group and judged by its first place: for those who show each place's `correction` beside it.
    public func advice(_ group: ErrorGroup) -> String {
        switch group.keyword {
        case .type: return typeHint(group, Array(group.places.prefix(1)), nil)
        case .enum: return enumHint(group)
        case .required: return requiredHint(group)
        case .format: return formatHint(group)
        case .minLength: return say(.hintEmptyText)
        case .pattern where group.field == ["version"]: return say(.hintVersion)
        case .pattern: return say(.hintPattern, ["pattern": ExpectationWords.text(group.expectation)])
        case .minItems: return say(.hintEmptyList)
        case .minProperties: return say(.hintEmptyObject)
        case .uniqueItems: return say(.hintUnique)
        case .additionalProperties: return say(.hintUnexpected)
        case .dependencies: return say(.hintRequired, ["property": group.property ?? ""])
        default: return say(.hintLimits, ["field": FieldIndex.shown(group.field)])
        }
    }

    /// What was probably meant by a value; nil where it cannot be told.
    public func correction(_ group: ErrorGroup, _ place: FoundPlace) -> String? {
        switch (group.keyword, group.expectation, place.value) {
        case (.type, .types(let expected), .text(let text)):
            if expected.contains("number") { return PlainNumber.from(text) }
            if expected.contains("integer") { return PlainNumber.whole(text) }
            return expected.contains("boolean") ? Suggestion.boolean(text) : nil
        case (.type, .types(let expected), .literal(let text)) where place.type != "null":
            if expected.contains("string") { return "\"\(text)\"" }
            return expected.contains("boolean") ? Suggestion.boolean(text) : nil
        case (.enum, .values(let allowed), .text(let text)): return Suggestion.code(for: text, among: allowed, codelist: group.codelist)
        case (.format, .text("date-time"), .text(let text)): return Suggestion.dateTime(text)
        case (.format, .text("uri"), .text(let text)): return Suggestion.uri(text)
        default: return nil
        }
    }

    private func typeHint(_ group: ErrorGroup, _ places: [FoundPlace], _ suggestion: String?) -> String {
        guard case .types(let expected) = group.expectation else { return "" }
        let field = FieldIndex.shown(group.field)
        // Nulls among other wrong values are not what a group is about.
        let found = Set(places.compactMap(\.type)).subtracting(["null"])
        if found.isEmpty, !places.isEmpty { return say(.hintNull) }
        if expected.contains("number") || expected.contains("integer"), found.isSubset(of: ["string", "number"]) {
            if let suggestion { return say(.hintNumberIs, ["suggestion": suggestion]) }
            return expected.contains("number") ? say(.hintNumber) : say(.hintWholeNumber)
        }
        if expected.contains("array"), !found.contains("array") { return say(.hintList) }
        // The package itself has no field's name.
        if expected.contains("object") { return field.isEmpty ? say(.hintPackage) : say(.hintObject, ["field": field]) }
        if expected.contains("boolean") { return suggestion.map { say(.hintBooleanIs, ["suggestion": $0]) } ?? say(.hintBoolean) }
        if expected.contains("string"), found.isDisjoint(with: ["array", "object"]) {
            return suggestion.map { say(.hintTextIs, ["suggestion": $0]) } ?? say(.hintText)
        }
        return say(.hintSeeField, ["field": field])
    }

    private func enumHint(_ group: ErrorGroup) -> String {
        guard case .values(let allowed) = group.expectation else { return "" }
        if allowed.count <= 8 { return say(.hintOneOf, ["values": allowed.joined(separator: ", ")]) }
        return group.codelist.map { say(.hintSeeCodelist, ["codelist": $0]) } ?? say(.hintSeeField, ["field": FieldIndex.shown(group.field)])
    }

    private func requiredHint(_ group: ErrorGroup) -> String {
        let property = group.property ?? ""
        guard let meaning = fields.text(group.field + [property])?.description?[language] else {
            return say(.hintRequired, ["property": property])
        }
        return say(.hintRequiredMeaning, ["property": property, "meaning": meaning])
    }

    private func formatHint(_ group: ErrorGroup) -> String {
        switch ExpectationWords.text(group.expectation) {
        case "date-time": say(.hintDateTime)
        case "uri": say(.hintURI)
        case "email": say(.hintEmail)
        default: say(.hintFormat, ["format": ExpectationWords.text(group.expectation)])
        }
    }
}
