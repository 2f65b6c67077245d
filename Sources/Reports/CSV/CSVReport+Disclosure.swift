import JSONSchema
import OC4IDS

/// Scores as tables; those of single projects go out as they are read.
extension CSVReport {
    func scores(_ disclosure: Disclosure) -> [[Cell]] {
        func row(_ part: String, _ id: String, _ title: String, _ strict: Disclosure.Score, _ due: Disclosure.Score) -> [Cell] {
            [.text(part), .text(id), .text(title)] + figures(strict, disclosure.profile) + figures(due, disclosure.profile) + [.number(disclosure.projects)]
        }
        return [row("all", "", disclosure.profile.title[explainer.language], disclosure.strict, disclosure.due)]
            + disclosure.phases.map { row("phase", $0.id.rawValue, $0.id.title[explainer.language], $0.strict, $0.due) }
            + disclosure.stages.map { row("stage", $0.id.rawValue, $0.id.title[explainer.language], $0.strict, $0.due) }
    }

    func groups(_ disclosure: Disclosure) -> [[Cell]] {
        disclosure.groups.flatMap { grouping in
            grouping.values.map { group in
                [.text(grouping.by.name), Cell(group.name), .number(group.projects)] + figures(group.strict, disclosure.profile) + figures(group.due, disclosure.profile)
                    + [mark(grouping.isSample)]
            }
        }
    }

    func elements(_ disclosure: Disclosure) -> [[Cell]] {
        disclosure.elements.map { found in
            let element = disclosure.profile.elements[found.element]
            let counts = [found.disclosed, found.partial, found.missing, found.notDue, found.unknown].map(Cell.number)
            return [.text(element.id), .text(element.title[explainer.language]), Cell(element.stage?.rawValue), Cell(element.module?[explainer.language]),
                    .text(element.scope.rawValue), Cell(found.due.score), Cell(found.strict.score)] + counts
        }
    }

    func recommendations(_ disclosure: Disclosure) -> [[Cell]] {
        disclosure.recommendations.map { found in
            let element = disclosure.profile.elements[found.element]
            return [.text(element.id), .text(element.title[explainer.language]), Cell(found.gain), .number(found.projects), .number(found.authorities),
                    .text(element.guidance[explainer.language]), mark(found.isAuthoritiesSample)]
        }
    }

    func toConfirm(_ disclosure: Disclosure) -> [[Cell]] {
        disclosure.toConfirm.map { found in
            let element = disclosure.profile.elements[found.element]
            return [.text(element.id), .text(element.title[explainer.language]), .text(found.reason.rawValue), .number(found.projects),
                    Cell(found.reason == .manual ? element.manual?[explainer.language] : nil)]
        }
    }

    // MARK: Projects

    func project(_ project: ProjectDisclosure, _ kind: InputKind, _ profile: Profile) -> [Cell] {
        [Cell(project.id), .text(project.place.pointer(kind).description), .number(project.place.position.line), Cell(project.title), Cell(project.publicAuthority),
         .text(project.sectors.joined(separator: "; ")), Cell(project.status)] + figures(project.strict, profile) + figures(project.due, profile)
    }

    func elements(_ project: ProjectDisclosure, _ kind: InputKind, _ profile: Profile) -> [[Cell]] {
        let path = project.place.pointer(kind).description
        return zip(profile.elements, project.elements).map { element, found in
            let evidence = found.evidence.map { path + $0.pointer }.joined(separator: " ")
            return [Cell(project.id), .text(path), .text(element.id), .text(element.title[explainer.language]), .text(found.outcome.name), Cell(found.share),
                    Cell(found.strictShare), .text(evidence)]
        }
    }

    // MARK: Figures

    private func figures(_ score: Disclosure.Score, _ profile: Profile) -> [Cell] {
        [Cell(score.score), Cell(profile.level(of: score.score)?.id)]
    }
}

extension CSVWriter.Cell {
    /// From 0 to 1; empty where nothing counts.
    init(_ share: Billionths?) {
        self = share.map { .literal($0.decimal) } ?? .empty
    }
}
