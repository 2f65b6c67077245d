import JSONSchema
@testable import OC4IDS
import Testing

/// What every check has to have, whichever it is.
@Suite struct CheckDefinitionTests {
    /// What a bad example shows besides its own check, because it cannot be shown without.
    private static let alsoFound: [Check: Set<Check>] = [
        // A reference that leads nowhere leaves the party that it should lead to alone.
        .missingOrgRefs: [.unreferencedParties],
    ]

    @Test(arguments: Check.allCases) func idIsKebabCase(_ check: Check) {
        #expect(check.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
    }

    @Test func casesStandInTheOrderOfTheirIDs() {
        let ids = Check.allCases.map(\.rawValue)
        #expect(ids == ids.sorted())
    }

    @Test(arguments: Check.allCases) func textsAreThereInBothLanguages(_ check: Check) {
        let definition = check.definition
        for texts in [definition.title, definition.rationale, definition.message, definition.hint] {
            #expect(texts.en != texts.es)
            for text in [texts.en, texts.es] {
                #expect(!text.isEmpty && text.first != " " && text.last != " " && !text.contains("  "))
            }
            #expect(!texts.es.contains("“") && !texts.en.contains("«"), "quotation marks are each language's own")
        }
    }

    @Test(arguments: Check.allCases) func sentencesEndAndHeadingsDoNot(_ check: Check) {
        let definition = check.definition
        func ends(_ text: String) -> Bool { text.last.map { ".?!".contains($0) } ?? false }
        for texts in [definition.title, definition.message] { #expect(!ends(texts.en) && !ends(texts.es)) }
        for texts in [definition.rationale, definition.hint] { #expect(ends(texts.en) && ends(texts.es)) }
    }

    @Test(arguments: Check.allCases) func badExampleShowsItsCheck(_ check: Check) throws {
        let review = try review(check.definition.badExample)
        // What is wrong only among several projects needs several.
        #expect(review.input.kind == ([.duplicateProjectIDs, .repeatedTexts].contains(check) ? .projects : .project))
        let found = Dictionary(uniqueKeysWithValues: review.checks.map { ($0.check, $0.count) })
        #expect(found[check, default: 0] >= 1)
        let others = Set(found.keys).subtracting([check])
        #expect(others.isSubset(of: Self.alsoFound[check] ?? []), "found as well: \(others.map(\.rawValue).sorted())")
    }

    /// The counterpart of the bad examples: where all is well, no check says anything. Codes outside open lists are no mistake.
    @Test(arguments: [true, false]) func soundProjectHasNoFinding(withReleases: Bool) throws {
        let review = try review(withReleases ? RichProject.text : RichProject.withoutReleases)
        #expect(review.errors.isEmpty)
        #expect(review.additionalFields.isEmpty)
        #expect(review.checks.map { result in "\(result.check.rawValue) \(result.places.map(\.pointer.description))" } == [])
    }

    @Test func soundProjectMeetsEveryCriterionThatIsJudged() throws {
        let publication = try publication(RichProject.text, prefixes: ["oc4ids-bu3kcz"])
        #expect(publication.criteria.filter { $0.outcome != .manual && $0.outcome != .met }.map { "\($0.criterion) \($0.judgement)" } == [])
    }

    @Test func soundProjectFillsEverySectionOfAProject() throws {
        let project = try JSONValue(Array(RichProject.text.utf8))
        let filled = Set((project.members ?? []).map(\.name))
        let standard = try Standard.bundled()
        #expect(Set(standard.project.members.map(\.name)).subtracting(filled) == [])
    }
}
