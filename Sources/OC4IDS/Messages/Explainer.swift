import JSONSchema

/// Says in one language what findings mean and what to do about them.
public struct Explainer: Sendable {
    public let language: Language
    let fields: KnownFields
    /// What keeps projects from being larger is the memory there is, and not `--max-project-size`.
    package var memoryBoundsProjects = false

    public init(language: Language, standard: Standard) {
        self.language = language
        fields = KnownFields(standard)
    }

    /// The title of a field; nil where the standard has none.
    public func title(_ field: [String]) -> String? {
        fields.text(field)?.title[language]
    }

    // MARK: Schema errors

    /// What is wrong in every place of a group.
    public func message(_ group: ErrorGroup) -> String {
        let limit = ExpectationWords.limit(group.expectation)
        switch group.keyword {
        case .type: return say(.typeGroup, ["expected": TypeNames.expected(group.expectation, language)])
        case .enum: return say(.enumGroup)
        case .required: return say(.required, ["property": group.property ?? ""])
        case .format: return say(formatMessages(group).group, ["format": ExpectationWords.text(group.expectation)])
        case .minLength: return limit == "1" ? say(.emptyText) : say(.shortText, ["limit": limit])
        case .maxLength: return say(.longText, ["limit": limit])
        case .pattern: return say(.patternGroup)
        case .minItems: return limit == "1" ? say(.emptyList) : say(.fewItems, ["limit": limit])
        case .maxItems: return say(.manyItems, ["limit": limit])
        case .uniqueItems: return say(.uniqueGroup)
        case .additionalItems: return say(.additionalItems)
        case .minProperties: return limit == "1" ? say(.emptyObject) : say(.fewMembers, ["limit": limit])
        case .maxProperties: return say(.manyMembers, ["limit": limit])
        case .additionalProperties: return say(.unexpectedMember)
        case .dependencies: return say(.dependency, ["property": group.property ?? "", "trigger": ExpectationWords.text(group.expectation)])
        case .minimum: return say(.tooSmall, ["limit": limit])
        case .maximum: return say(.tooLarge, ["limit": limit])
        case .multipleOf: return say(.notMultiple, ["limit": limit])
        case .anyOf, .oneOf, .allOf: return say(.noAlternative)
        case .not: return say(.notAllowedCombination)
        }
    }

    /// What is wrong in one place.
    public func message(_ group: ErrorGroup, _ place: FoundPlace) -> String {
        let value = place.value.map(Excerpts.short)
        switch group.keyword {
        case .type:
            guard let type = place.type else { return message(group) }
            return say(.typeOne, ["expected": TypeNames.expected(group.expectation, language), "found": TypeNames.name(type, language)])
        case .enum:
            return value.map { say(.enumOne, ["value": $0]) } ?? message(group)
        case .format:
            return value.map { say(formatMessages(group).one, ["value": $0, "format": ExpectationWords.text(group.expectation)]) } ?? message(group)
        case .pattern:
            return value.map { say(.patternOne, ["value": $0]) } ?? message(group)
        case .uniqueItems where place.twins.count == 2:
            return say(.uniqueOne, ["first": String(place.twins[0] + 1), "second": String(place.twins[1] + 1)])
        default: return message(group)
        }
    }

    private func formatMessages(_ group: ErrorGroup) -> (group: Message, one: Message) {
        switch ExpectationWords.text(group.expectation) {
        case "date-time": (.dateTimeGroup, .dateTimeOne)
        case "uri": (.uriGroup, .uriOne)
        case "email": (.emailGroup, .emailOne)
        default: (.formatGroup, .formatOne)
        }
    }

    // MARK: Checks

    public func message(_ result: CheckResult) -> String {
        result.check.definition.message[language] + (result.isSample ? " " + (result.count > 0 ? Explainer.sampleOnly : Explainer.sampleWithout)[language] : "")
    }

    private static let sampleOnly = Bilingual(en: "(found in a sample; there are too many to look at all of them)",
                                              es: "(hallado en una muestra; son demasiados para revisarlos todos)")

    private static let sampleWithout = Bilingual(en: "(none found in a sample; there are too many to look at all of them)",
                                                 es: "(ninguno hallado en una muestra; son demasiados para revisarlos todos)")

    public func hint(_ result: CheckResult) -> String {
        result.check.definition.hint[language]
    }

    // MARK: Codes and fields beside the standard

    /// What is wrong with codes outside open lists.
    public var unlistedCodeMessage: String { say(.unlistedCode) }

    /// - Parameter codelist: a list to name as an example.
    public func unlistedCodeHint(codelist: String) -> String { say(.hintUnlistedCode, ["codelist": codelist]) }

    public var additionalFieldMessage: String { say(.additionalField) }
    public var additionalFieldHint: String { say(.hintAdditionalField) }

    /// A type of JSON in words: «un número».
    public func typeName(_ type: String) -> String {
        TypeNames.name(type, language)
    }

    func say(_ message: Message, _ values: [String: String] = [:]) -> String {
        message.text(language, values)
    }
}

/// The parts of an expectation as words.
enum ExpectationWords {
    static func limit(_ expectation: Expectation) -> String {
        switch expectation {
        case .limit(let count): String(count)
        case .number(let text): text
        default: ""
        }
    }

    static func text(_ expectation: Expectation) -> String {
        if case .text(let text) = expectation { text } else { "" }
    }
}
