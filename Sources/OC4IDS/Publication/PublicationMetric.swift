public import JSONSchema

/// Figures about a publication that are not judged.
public struct PublicationMetrics: Sendable, Equatable {
    public var projects: Int
    public var lastUpdated: CivilDay?
    public var earliestStart: CivilDay?
    public var latestEnd: CivilDay?
    /// Groups of schema errors: keyword, field and property.
    public var schemaErrorKinds: Int
    /// Schema errors by keyword, in the order of the keywords; only those that were met.
    public var schemaErrors: [KeywordCount]
    /// Checks that found something, by severity.
    public var checkErrorKinds: Int
    public var checkWarningKinds: Int
    public var checkInfoKinds: Int
    /// Different additional fields, and those that look like one of the schema.
    public var additionalFields: Int
    public var additionalFieldsCovered: Int
    /// Nil where no frequency was given.
    public var timeliness: Timeliness?

    public struct KeywordCount: Sendable, Equatable {
        public var keyword: Keyword
        public var count: Int
    }

    /// Whether data came as often as was promised.
    public struct Timeliness: Sendable, Equatable {
        public var frequency: Frequency
        /// The first day of the period that ends today.
        public var since: CivilDay
        /// The newest `updated` of a project, or the package's `publishedDate`; nil where neither is there.
        public var newest: CivilDay?
        /// Projects that were updated in the period, of all.
        public var projects: Share

        public var isMet: Bool { newest.map { $0 >= since } ?? false }
    }
}

/// The metrics by their names in the JSON report, with what people read about them.
public enum PublicationMetric: String, Sendable, CaseIterable {
    case projects, lastUpdated, earliestStart, latestEnd, schemaErrorKinds, schemaErrors, checkErrorKinds, checkWarningKinds, checkInfoKinds
    case additionalFields, additionalFieldsCovered, timeliness

    public var definition: MetricDefinition {
        switch self {
        case .projects:
            MetricDefinition(title: Bilingual(en: "Projects", es: "Proyectos"), meaning: Bilingual(en: "How many projects there are.", es: "Cuántos proyectos hay."),
                             source: Bilingual(en: "Items of `projects`.", es: "Elementos de `projects`."))
        case .lastUpdated:
            MetricDefinition(title: Bilingual(en: "Last update", es: "Última actualización"),
                             meaning: Bilingual(en: "The newest day on which a project was updated. Days later than tomorrow do not count.",
                                                es: "El día más reciente en que se actualizó un proyecto. Los posteriores a mañana no cuentan."),
                             source: Bilingual(en: "`updated` of each project.", es: "`updated` de cada proyecto."))
        case .earliestStart:
            MetricDefinition(title: Bilingual(en: "Earliest start", es: "Inicio más antiguo"),
                             meaning: Bilingual(en: "The first day of a project or of its phases up to implementation, from 1971 to 2050.",
                                                es: "El primer día de un proyecto o de sus fases hasta la ejecución, entre 1971 y 2050."),
                             source: Bilingual(en: "`startDate` of `period`, `identificationPeriod`, `preparationPeriod` and `implementationPeriod`.",
                                               es: "`startDate` de `period`, `identificationPeriod`, `preparationPeriod` e `implementationPeriod`."))
        case .latestEnd:
            MetricDefinition(title: Bilingual(en: "Latest end", es: "Fin más tardío"),
                             meaning: Bilingual(en: "The last day of a project or of its phases from implementation to completion, from 1971 to 2050; maintenance does not count.",
                                                es: "El último día de un proyecto o de sus fases desde la ejecución hasta la finalización, entre 1971 y 2050; el mantenimiento no cuenta."),
                             source: Bilingual(en: "`endDate` of `period`, `implementationPeriod`, `completionPeriod` and `completion`.",
                                               es: "`endDate` de `period`, `implementationPeriod`, `completionPeriod` y `completion`."))
        case .schemaErrorKinds:
            MetricDefinition(title: Bilingual(en: "Kinds of schema errors", es: "Tipos de error de esquema"),
                             meaning: Bilingual(en: "Schema errors of one keyword at one field are one kind.", es: "Los errores de una misma palabra clave del esquema en un mismo campo son un tipo."),
                             source: Bilingual(en: "`errorGroups` in the JSON report.", es: "`errorGroups` en el informe JSON."))
        case .schemaErrors:
            MetricDefinition(title: Bilingual(en: "Schema errors by keyword", es: "Errores de esquema por palabra clave"),
                             meaning: Bilingual(en: "How many places contradict each keyword of the schema: `required`, `type`, `enum` and others.",
                                                es: "Cuántos lugares contradicen cada palabra clave del esquema: `required`, `type`, `enum` y otras."),
                             source: Bilingual(en: "`errorGroups` in the JSON report.", es: "`errorGroups` en el informe JSON."))
        case .checkErrorKinds:
            MetricDefinition(title: Bilingual(en: "Checks with errors", es: "Revisiones con errores"),
                             meaning: Bilingual(en: "How many checks of severity error found something.", es: "Cuántas revisiones de gravedad error encontraron algo."),
                             source: Bilingual(en: "`checks` in the JSON report.", es: "`checks` en el informe JSON."))
        case .checkWarningKinds:
            MetricDefinition(title: Bilingual(en: "Checks with warnings", es: "Revisiones con advertencias"),
                             meaning: Bilingual(en: "How many checks of severity warning found something.", es: "Cuántas revisiones de gravedad advertencia encontraron algo."),
                             source: Bilingual(en: "`checks` in the JSON report.", es: "`checks` en el informe JSON."))
        case .checkInfoKinds:
            MetricDefinition(title: Bilingual(en: "Checks with notes", es: "Revisiones con notas"),
                             meaning: Bilingual(en: "How many checks of severity info found something.", es: "Cuántas revisiones de gravedad nota encontraron algo."),
                             source: Bilingual(en: "`checks` in the JSON report.", es: "`checks` en el informe JSON."))
        case .additionalFields:
            MetricDefinition(title: Bilingual(en: "Additional fields", es: "Campos adicionales"),
                             meaning: Bilingual(en: "Different fields that the schema does not have.", es: "Campos distintos que el esquema no tiene."),
                             source: Bilingual(en: "`additionalFields` in the JSON report.", es: "`additionalFields` en el informe JSON."))
        case .additionalFieldsCovered:
            MetricDefinition(title: Bilingual(en: "Additional fields that the schema covers", es: "Campos adicionales que el esquema ya cubre"),
                             meaning: Bilingual(en: "Those of them that look like a field of the schema.", es: "Los que se parecen a un campo del esquema."),
                             source: Bilingual(en: "Additional fields with a suggestion.", es: "Campos adicionales con sugerencia."))
        case .timeliness:
            MetricDefinition(
                title: Bilingual(en: "Timeliness", es: "Puntualidad"),
                meaning: Bilingual(
                    en: "With `--frequency`, as in `P6M` for twice a year (ISO 8601): whether the newest update of a project, or the package's date of publication, lies in the period that ends today (`--today`), and how many of all projects were updated in it.",
                    es: "Con `--frequency`, por ejemplo `P6M` para dos veces al año (ISO 8601): si la actualización más reciente de un proyecto, o la fecha de publicación del paquete, está en el período que termina hoy (`--today`), y cuántos de todos los proyectos se actualizaron en él."),
                source: Bilingual(en: "`updated` of each project, `publishedDate` of the package.", es: "`updated` de cada proyecto, `publishedDate` del paquete."))
        }
    }
}

/// A metric as people read about it.
public struct MetricDefinition: Sendable {
    /// A few words for lists.
    public var title: Bilingual
    public var meaning: Bilingual
    /// What of the data it is worked out from.
    public var source: Bilingual
}
