extension ReportWord {
    /// Criteria and metrics of a publication.
    var publicationTexts: Bilingual {
        switch self {
        case .publication: Bilingual(en: "Publication: {met} of {judged} criteria met", es: "Publicación: {met} de {judged} criterios cumplidos")
        case .publicationManual: Bilingual(en: "{count} for a person to look at", es: "{count} para revisar por una persona")
        case .person: Bilingual(en: "person", es: "persona")
        case .outcomeMet: Bilingual(en: "met", es: "cumplido")
        case .outcomeNotMet: Bilingual(en: "not met", es: "no cumplido")
        case .outcomeNotApplicable: Bilingual(en: "not applicable", es: "no aplica")
        case .outcomeManual: Bilingual(en: "for a person to look at", es: "lo revisa una persona")
        case .nothingToJudge: Bilingual(en: "no data to judge by", es: "sin datos para juzgarlo")
        case .wanted: Bilingual(en: "asked for: {limit}", es: "se pide: {limit}")
        case .atLeast: Bilingual(en: "at least {limit}", es: "al menos {limit}")
        case .atMost: Bilingual(en: "at most {limit}", es: "máximo {limit}")
        case .sinceDay: Bilingual(en: "from {day} on", es: "desde el {day}")
        case .noneFound: Bilingual(en: "none", es: "ninguna")
        case .noUpdate: Bilingual(en: "no date of an update", es: "sin fecha de actualización")
        case .sample: Bilingual(en: "Sample, the same in every run (smallest digests, not the first of the file):", es: "Muestra, la misma en cada revisión (menores resúmenes digitales, no los primeros del archivo):")
        case .namesNone: Bilingual(en: "The file does not say.", es: "El archivo no lo indica.")
        case .morePublication: Bilingual(en: "What each asks and what to look at: --verbose", es: "Qué pide cada uno y qué revisar: --verbose")
        case .metrics: Bilingual(en: "Figures of the publication", es: "Cifras de la publicación")
        case .timely: Bilingual(en: "Frequency {frequency}: met, newest data {day}", es: "Frecuencia {frequency}: se cumple, datos más recientes del {day}")
        case .late: Bilingual(en: "Frequency {frequency}: not met, newest data {day}", es: "Frecuencia {frequency}: no se cumple, datos más recientes del {day}")
        case .lateWithoutDate: Bilingual(en: "Frequency {frequency}: not met, no date of the data", es: "Frecuencia {frequency}: no se cumple, los datos no tienen fecha")
        case .updatedInPeriod: Bilingual(en: "{share} projects updated since {day}", es: "{share} proyectos actualizados desde el {day}")

        case .criteriaDocument: Bilingual(en: "Publication criteria", es: "Criterios de publicación")
        case .criteriaDocumentIntro:
            Bilingual(en: "What `oc4ids validate` says of an input as a publication, under `publication` in the JSON report. A criterion is met, not met or not applicable; where data cannot tell, it is left to a person, with what to look at and a sample.",
                      es: "Lo que `oc4ids validate` dice de un archivo como publicación, en `publication` del informe JSON. Un criterio se cumple, no se cumple o no aplica; cuando los datos no bastan, lo decide una persona, con una indicación de qué revisar y una muestra.")
        case .criteriaDocumentSample:
            Bilingual(en: "A sample is chosen by the smallest digests of the texts, never by who comes first: the same data gives the same sample, in any order of projects and with any number of threads.",
                      es: "La muestra se elige por los menores resúmenes digitales de los textos y nunca por el orden de llegada: con los mismos datos sale la misma muestra, en cualquier orden de proyectos y con cualquier número de hilos.")
        case .criterion: Bilingual(en: "Criterion", es: "Criterio")
        case .judgedBy: Bilingual(en: "Judged by", es: "Lo decide")
        case .byProgram: Bilingual(en: "the program", es: "el programa")
        case .byPerson: Bilingual(en: "a person", es: "una persona")
        case .byBoth: Bilingual(en: "the program, or a person", es: "el programa o una persona")
        case .definition: Bilingual(en: "Definition", es: "Definición")
        case .threshold: Bilingual(en: "Threshold", es: "Umbral")
        case .sourceOfData: Bilingual(en: "Source of data", es: "Fuente de los datos")
        case .whatToLookAt: Bilingual(en: "What to look at", es: "Qué revisar")
        case .metricsDocument: Bilingual(en: "Publication metrics", es: "Cifras de la publicación")
        case .metricsDocumentIntro:
            Bilingual(en: "Figures that are not judged, in `publication/metrics` of the JSON report. What is not known is left out.",
                      es: "Cifras que no se juzgan, en `publication/metrics` del informe JSON. Lo que no se conoce se omite.")
        case .metric: Bilingual(en: "Metric", es: "Cifra")
        case .metricForm: Bilingual(en: "Form", es: "Forma")
        case .formNumber: Bilingual(en: "a number", es: "un número")
        case .formDay: Bilingual(en: "a day", es: "un día")
        case .formCounts: Bilingual(en: "counts", es: "conteos")
        case .formPeriod: Bilingual(en: "a day and a share", es: "un día y una proporción")
        default: disclosureTexts
        }
    }
}
