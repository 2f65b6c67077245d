/// Criteria about the publication as a whole: whose it is, whether it uses the standard as meant, whether it is kept up.
enum PublicationCriteria {
    static let registeredPrefix = CriterionDefinition(
        title: Bilingual(en: "Registered prefix", es: "Prefijo registrado"),
        meaning: Bilingual(
            en: "All projects carry ids with a prefix that the publisher has registered, so that no one else uses the same ids. The register is not part of the data: `--prefixes` names a file that holds it. Without it only the form of the prefix is known; where it is right, a person has to look it up.",
            es: "Todos los proyectos llevan un identificador con un prefijo registrado por la institución, para que nadie más use los mismos. El registro no está en los datos: `--prefixes` indica un archivo que lo contiene. Sin él solo se conoce la forma del prefijo; si es correcta, una persona debe buscarlo en el registro."),
        threshold: Bilingual(en: "Every project. Without `--prefixes` it is not met where an id lacks the form, and else left to a person.",
                             es: "Todos los proyectos. Sin `--prefixes`, no se cumple si a algún identificador le falta la forma; de lo contrario, lo decide una persona."),
        source: Bilingual(en: "`id` of each project; the list of `--prefixes`.", es: "`id` de cada proyecto; la lista de `--prefixes`."),
        lookAt: Bilingual(en: "Look the prefixes up in the register of OC4IDS prefixes: are they yours? Or name a file with the register by --prefixes.",
                          es: "Busque los prefijos en el registro de prefijos de OC4IDS y confirme que son de la institución. También puede indicar un archivo con el registro: --prefixes."),
        judge: { facts in
            guard facts.projects > 0 else { return .notApplicable }
            let share = Share(count: facts.survey.prefixed, of: facts.projects)
            var judgement = Judgement.share(share, atLeast: 100)
            if judgement.outcome == .met, !facts.hasPrefixes { judgement.outcome = .manual }
            judgement.sample = facts.survey.sample(.prefixes)
            return judgement
        })

    static let appropriate = CriterionDefinition(
        title: Bilingual(en: "Uses the standard's fields", es: "Usa los campos del estándar"),
        meaning: Bilingual(
            en: "What the schema has a field for stands in that field: under another name no one finds it. Counted are the different fields of the schema that additional fields were probably meant for.",
            es: "Lo que tiene un campo en el esquema está en ese campo: con otro nombre nadie lo encuentra. Se cuentan los distintos campos del esquema a los que probablemente se refieren los campos adicionales."),
        threshold: Bilingual(en: "At most 10 such fields.", es: "Como máximo 10 de estos campos."),
        source: Bilingual(en: "Additional fields with a suggestion (`additionalFields` in the JSON report).", es: "Campos adicionales con sugerencia (`additionalFields` en el informe JSON)."),
        judge: { facts in
            guard facts.projects > 0 else { return .notApplicable }
            var judgement = Judgement.count(facts.coveredConcepts, atMost: mostConcepts)
            if judgement.outcome == .met, facts.mayCoverMore { judgement.outcome = .manual }
            return judgement
        })

    static let active = CriterionDefinition(
        title: Bilingual(en: "Active", es: "Activa"),
        meaning: Bilingual(
            en: "Someone still keeps the data up: at least one project was updated in the last twelve months. Days are compared as written; days later than tomorrow do not count. Where no project says when it was updated, the criterion is not met.",
            es: "Alguien mantiene los datos al día: al menos un proyecto se actualizó en los últimos doce meses. Los días se comparan como están escritos; los posteriores a mañana no cuentan. Si ningún proyecto dice cuándo se actualizó, no se cumple."),
        threshold: Bilingual(en: "The newest update lies within the 12 months before today (`--today`).", es: "La última actualización está dentro de los 12 meses anteriores a hoy (`--today`)."),
        source: Bilingual(en: "`updated` of each project.", es: "`updated` de cada proyecto."),
        judge: { facts in
            guard facts.projects > 0 else { return .notApplicable }
            return Judgement(facts.survey.updatedWithinYear > 0 ? .met : .notMet, value: facts.survey.newestUpdate.map(CriterionFigure.day), threshold: .day(facts.yearStart))
        })

    static let valid = CriterionDefinition(
        title: Bilingual(en: "Valid", es: "Válida"),
        meaning: Bilingual(en: "Nothing contradicts the schema: programs can read the data as it is.", es: "Nada contradice el esquema: los programas pueden leer los datos tal como están."),
        threshold: Bilingual(en: "No schema error, and nothing left unread.", es: "Ningún error de esquema y ninguna línea que no se pudo leer."),
        source: Bilingual(en: "Schema errors (`errors` in the JSON report).", es: "Errores de esquema (`errors` en el informe JSON)."),
        judge: { .count($0.schemaErrors, atMost: 0) })

    static let conformant = CriterionDefinition(
        title: Bilingual(en: "Conformant", es: "Conforme"),
        meaning: Bilingual(en: "The data is valid, and also keeps the rules of the standard that a schema cannot express.",
                           es: "Los datos son válidos y además cumplen las reglas del estándar que un esquema no puede expresar."),
        threshold: Bilingual(en: "Valid, and no check of severity error has found anything.", es: "Válida, y ninguna revisión de gravedad error encontró algo."),
        source: Bilingual(en: "Schema errors and the checks of severity error.", es: "Errores de esquema y revisiones de gravedad error."),
        judge: { .count($0.schemaErrors + $0.checkErrors, atMost: 0) })

    /// A few slips are no sign that the standard was left aside.
    private static let mostConcepts = 10
}
