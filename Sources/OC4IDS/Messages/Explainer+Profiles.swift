import JSONSchema

/// What is wrong with a profile file, and what to do about it.
extension Explainer {
    public func message(_ problem: ProfileProblem) -> String {
        switch problem.kind {
        case .reading(let error): message(error)
        case .shape(let violation): message(ProfileShape(violation))
        case .duplicateElement(let id): say(.profileDuplicateElement, ["id": VisibleText.escaped(id)])
        case .unknownPath(let path, _): say(.profileUnknownPath, ["path": VisibleText.escaped(path)])
        case .unknownProfile(let id, _): say(.profileUnknownProfile, ["id": VisibleText.escaped(id)])
        case .emptyView: say(.profileEmptyView)
        case .weight(let text): say(.profileWeight, ["weight": VisibleText.escaped(text)])
        case .levelOrder(let id): say(.profileLevelOrder, ["id": VisibleText.escaped(id)])
        case .tooFine: say(.profileTooFine)
        case .duplicateKey(let key, let line): say(.profileDuplicateKey, ["key": VisibleText.escaped(key), "line": Figures.count(line, language)])
        case .duplicateLevel(let id): say(.profileDuplicateElement, ["id": VisibleText.escaped(id)])
        case .levelFrom(let text): say(.profileLevelFrom, ["number": VisibleText.escaped(text)])
        case .noLowestLevel: say(.profileNoLowestLevel)
        case .nestedSearch(let path): say(.profileNestedSearch, ["path": VisibleText.escaped(path)])
        }
    }

    public func hint(_ problem: ProfileProblem) -> String {
        switch problem.kind {
        // Hints for data name options that no profile has.
        case .reading(let error) where error.code == .tooDeep: say(.hintProfileDeep)
        case .reading(let error) where error.code == .pieceTooLarge || error.code == .tooManyValues: say(.hintProfileFormat)
        case .reading(let error): hint(error)
        case .shape(let violation): hint(ProfileShape(violation))
        case .duplicateElement: say(.hintProfileDuplicate)
        case .unknownPath(_, let suggestion): question(suggestion) ?? say(.hintProfilePath)
        case .unknownProfile(_, let suggestion): question(suggestion) ?? say(.hintProfileKnown)
        case .emptyView: say(.hintProfileEmptyView)
        case .weight: say(.hintProfileWeight)
        case .levelOrder: say(.hintProfileLevels)
        case .tooFine: say(.hintProfileTooFine)
        case .duplicateKey: say(.hintProfileDuplicateKey)
        case .duplicateLevel: say(.hintProfileDuplicateLevel)
        case .levelFrom, .noLowestLevel: say(.hintProfileLevels)
        case .nestedSearch: say(.hintProfileNestedSearch)
        }
    }

    private func question(_ suggestion: String?) -> String? {
        suggestion.map { say(.hintDidYouMean, ["suggestion": $0]) }
    }

    // MARK: Shape

    private func message(_ shape: ProfileShape) -> String {
        switch shape.place {
        case .rule: say(.profileRuleKind)
        case .element: say(.profileElementPlace)
        case .profile: say(.profileElementsOrView)
        case .has: say(.profileHas)
        case .unexpected(let property): say(.profileUnexpected, ["property": VisibleText.escaped(property)])
        case .weight(let text): say(.profileWeight, ["weight": VisibleText.escaped(text)])
        case .other: message(shape.group, shape.found)
        }
    }

    private func hint(_ shape: ProfileShape) -> String {
        switch shape.place {
        case .rule, .has: say(.hintProfileRule)
        case .element: say(.hintProfileElement)
        case .profile: say(.hintProfileFormat)
        case .weight: say(.hintProfileWeight)
        case .unexpected(let property): question(Suggestion.closest(to: property, among: ProfileShape.keys)) ?? say(.hintProfileFormat)
        case .other:
            switch shape.group.keyword {
            // The others speak of data and of the schema of data.
            case .enum, .minLength, .minItems, .uniqueItems: hint(shape.group, shape.found)
            default: say(.hintProfileFormat)
            }
        }
    }
}

/// A place where a profile does not have the shape of one, as errors of data are told.
private struct ProfileShape {
    enum Place {
        case rule, element, profile, has, other
        case unexpected(String)
        /// A number that does not do as one.
        case weight(String)
    }

    var place: Place
    var group: ErrorGroup
    var found: FoundPlace

    /// Every key that a profile may hold.
    static let keys = [
        "id", "version", "title", "levels", "from", "placeholders", "elements", "view", "of", "disclosure", "stages", "reference", "guidance", "stage", "module",
        "scope", "rule", "weight", "dueFrom", "conditional", "manual", "note", "es", "en", "present", "equals", "to", "differs", "all", "any", "item", "in", "where",
        "has", "text", "startsWith", "same",
    ]

    init(_ violation: Violation) {
        // The name in front keeps its fields apart from those of data.
        let field = ["profile"] + violation.pointer.tokens.filter { Int($0) == nil }
        found = FoundPlace(pointer: violation.pointer, offset: violation.offset, position: violation.position, value: violation.excerpt, type: nil, other: nil, twins: [],
                           property: violation.property)
        group = ErrorGroup(keyword: violation.keyword, field: field, property: violation.property, expectation: violation.expectation, codelist: nil,
                           schemaPath: violation.schemaLocation.description, count: 1, places: [found])
        switch (violation.keyword, violation.schemaLocation.pointer.tokens) {
        case (.minimum, _) where violation.pointer.tokens.last == "weight": place = .weight(violation.excerpt?.content ?? "0")
        case (.additionalProperties, _): place = violation.property.map(Place.unexpected) ?? .other
        case (.oneOf, let tokens) where tokens.contains("has"): place = .has
        case (.oneOf, let tokens) where tokens.contains("rule"): place = .rule
        case (.oneOf, let tokens) where tokens.contains("element"): place = .element
        case (.oneOf, let tokens) where tokens.count <= 1: place = .profile
        default: place = .other
        }
    }
}
