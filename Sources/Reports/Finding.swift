import OC4IDS

/// Error groups that say the same and ask for the same: one lesson, several fields. In the order in which the first of each is met.
struct Finding {
    var message: String
    var advice: String
    var groups: [ErrorGroup]

    var count: Int { groups.reduce(0) { $0 + $1.count } }

    static func all(in review: Review, _ explainer: Explainer) -> [Finding] {
        var findings: [Finding] = []
        var positions: [[String]: Int] = [:]
        for group in review.errorGroups {
            let finding = Finding(message: explainer.message(group), advice: explainer.advice(group), groups: [group])
            if let position = positions[[finding.message, finding.advice]] {
                findings[position].groups.append(group)
            } else {
                positions[[finding.message, finding.advice]] = findings.count
                findings.append(finding)
            }
        }
        return findings
    }
}
