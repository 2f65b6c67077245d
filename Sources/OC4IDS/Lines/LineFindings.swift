import JSONSchema

/// How often a line shows each kind of finding by itself, told without comparing names with those that were probably meant, which is done
/// once for all lines together.
final class LineFindings: Sendable {
    private let standard: Standard
    private let fields: KnownFields

    init(_ standard: Standard, _ fields: KnownFields) {
        (self.standard, self.fields) = (standard, fields)
    }

    func all(in line: LineResult<Surveyor>) -> [InputResult.FindingCount] {
        schema(line) + checks(line) + extras(line.observer)
    }

    private func schema(_ line: LineResult<Surveyor>) -> [InputResult.FindingCount] {
        var found: [InputResult.FindingCount] = []
        for (site, count) in line.counts.enumerated() where count > 0 {
            let description = fields.sites[site]
            let finding = InputResult.FindingCount(schema: description.keyword, description.field, description.property, count: count)
            // A list and its items are one field.
            if let known = found.firstIndex(where: { $0.id == finding.id }) { found[known].count += count } else { found.append(finding) }
        }
        return found
    }

    private func checks(_ line: LineResult<Surveyor>) -> [InputResult.FindingCount] {
        let counts = line.observer.findings.counts
        return Check.allCases.compactMap { check in
            let count = check == .duplicateKey ? line.duplicateKeys : counts[check.position]
            return count > 0 ? InputResult.FindingCount(kind: .check, id: check.rawValue, severity: check.severity.rawValue, count: count) : nil
        }
    }

    private func extras(_ survey: Surveyor) -> [InputResult.FindingCount] {
        let nodes = survey.plan.nodes
        let codes = survey.codes.openFields.map { InputResult.FindingCount(.code, field: $0.field, count: $0.count) }
        let additional = survey.additional.fields.entries.values.map { entry in
            InputResult.FindingCount(.additionalField, field: nodes[Int(entry.value.node)].field + [entry.value.name], count: entry.count)
        }
        return codes + additional.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }
}
