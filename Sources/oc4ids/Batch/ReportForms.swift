import ArgumentParser

/// Forms of reports, as in `json,csv`.
struct ReportForms: ExpressibleByArgument {
    /// In a fixed order, each once.
    var forms: [ReportFormat]

    init(forms: [ReportFormat]) {
        self.forms = forms
    }

    init?(argument: String) {
        let named = argument.split(separator: ",").map { ReportFormat(rawValue: String($0)) }
        guard !named.isEmpty, !named.contains(nil) else { return nil }
        forms = ReportFormat.allCases.filter(named.contains)
    }

    var defaultValueDescription: String { forms.map(\.rawValue).joined(separator: ",") }
}
