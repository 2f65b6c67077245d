extension ReportWord {
    /// Sections beside the errors, and the checks.
    var sectionTexts: Bilingual {
        switch self {
        case .didYouMean: Bilingual(en: "did you mean {value}?", es: "¿quiso decir {value}?")
        case .forExample: Bilingual(en: "for example {values}", es: "por ejemplo {values}")
        case .ofCodelist: Bilingual(en: "list {name}", es: "lista {name}")
        case .moreEntries: Bilingual(en: "… and {count} more (--verbose)", es: "… y {count} más (--verbose)")

        case .coverage: Bilingual(en: "Project fields with data: {used} of {all}", es: "Campos de proyecto con datos: {used} de {all}")
        case .coverageOfProjects: Bilingual(en: "In how many of the {count} projects each part has data:", es: "En cuántos de los {count} proyectos tiene datos cada parte:")
        case .filledFields: Bilingual(en: "With data: {fields}", es: "Con datos: {fields}")
        case .emptyFields: Bilingual(en: "Without any data: {fields}", es: "Sin ningún dato: {fields}")
        case .moreFields: Bilingual(en: "To see every field by its name: --verbose", es: "Para ver todos los campos por su nombre: --verbose")
        case .percent: Bilingual(en: "{count}%", es: "{count} %")
        case .presentOf: Bilingual(en: "{present} of {of}", es: "{present} de {of}")

        case .check: Bilingual(en: "Check", es: "Revisión")
        case .severity: Bilingual(en: "Severity", es: "Gravedad")
        case .severityError: Bilingual(en: "error|errors", es: "error|errores")
        case .severityWarning: Bilingual(en: "warning|warnings", es: "advertencia|advertencias")
        case .severityInfo: Bilingual(en: "note|notes", es: "nota|notas")
        case .checkCount: Bilingual(en: "{count} check|{count} checks", es: "{count} revisión|{count} revisiones")
        case .seeCheck: Bilingual(en: "More about a check: oc4ids checks show {id}", es: "Más sobre una revisión: oc4ids checks show {id}")
        case .whyItMatters: Bilingual(en: "Why it matters", es: "Por qué importa")
        case .whatIsWrong: Bilingual(en: "What is wrong", es: "Qué está mal")
        case .whatToDo: Bilingual(en: "What to do", es: "Qué hacer")
        case .badExample: Bilingual(en: "Data with this problem", es: "Datos con este problema")

        case .checksDocument: Bilingual(en: "Checks", es: "Revisiones")
        case .checksDocumentIntro:
            Bilingual(en: "What `oc4ids validate` looks at beyond the schema. `oc4ids checks` lists the same, `oc4ids checks show ID` explains one.",
                      es: "Lo que `oc4ids validate` revisa además del esquema. `oc4ids checks` muestra la misma lista y `oc4ids checks show ID` explica una.")
        case .checksDocumentSeverities:
            Bilingual(en: "An **error** has to be corrected before publishing. A **warning** should be looked into: mostly something is missing or wrong. A **note** may be all right.",
                      es: "Un **error** se debe corregir antes de publicar. Una **advertencia** se debe revisar: casi siempre falta algo o algo está mal. Una **nota** puede estar bien.")
        case .checksDocumentWritten:
            Bilingual(en: "Written by scripts/checks-docs from the checks’ own texts: do not edit.", es: "Lo escribe scripts/checks-docs con los textos de las revisiones: no se edita.")
        default: publicationTexts
        }
    }
}
