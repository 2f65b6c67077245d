/// The words of the reports themselves, beside what they say about the data (`Message`), in both languages.
///
/// Placeholders stand in braces, the same ones in both languages (a test compares them). Words that follow a number have two forms with
/// `|` between them: for one, and for any other number.
public enum ReportWord: String, Sendable, CaseIterable {
    // What an input is.
    case standardInput
    case kindPackage, kindProject, kindProjects, kindNDJSON
    case kindPackageShort, kindProjectShort, kindProjectsShort, kindNDJSONShort
    case projects, contractingProcesses
    case publisher, published, updated, schemaFrom, leftOut
    // The verdict.
    case fits, fitsButEmpty, errors, kinds, warnings, infos, badLines, errorsOfKinds, otherwiseFine, unreadable
    // Findings and their places.
    case wholePackage, wholeDocument, place, placeInText, more, moreWithVerbose, moreWithExamples, first, firstInOther, items, perhaps
    case badLinesTitle
    // The closing table of several inputs.
    case summary, input, content, errorsColumn, result, projectsColumn
    case notUTF8, wrongJSON, resultScored, resultPartlyRead, scoredInputs, resultFits, resultKinds, resultBadLines, allFit, someFit, withErrors, notRead
    // Fields and code lists of the standard.
    case fieldCount, codeCount, codelistCount, type, required, yes, notDemanded, format, limits, eachItem, members, codelist, open, closed, usedBy, usedByNone
    case seeCodelist, seeField, seeCodes, path, titles, name, codes, requiredMark
    case formatDateTime, formatURI, formatEmail
    case limitNotEmptyText, limitShortest, limitLongest, limitNotEmptyList, limitFewest, limitMost, limitUnique, limitNotEmptyObject
    case limitFewestMembers, limitMostMembers, limitLeast, limitGreatest, limitMultiple, limitPattern, limitNoOtherMembers, limitNoOtherItems, limitCombination
    // Codes and fields beside the standard, and how far fields are filled in (`ReportWord+Sections.swift`).
    case didYouMean, forExample, ofCodelist, moreEntries
    case coverage, coverageOfProjects, filledFields, emptyFields, moreFields, percent, presentOf
    // Checks, as they are listed and documented.
    case check, severity, severityError, severityWarning, severityInfo, checkCount, seeCheck, whyItMatters, whatIsWrong, whatToDo, badExample
    case checksDocument, checksDocumentIntro, checksDocumentSeverities, checksDocumentWritten
    // Criteria and metrics of a publication (`ReportWord+Publication.swift`).
    case publication, publicationManual, person, outcomeMet, outcomeNotMet, outcomeNotApplicable, outcomeManual, nothingToJudge, wanted, atLeast, atMost, sinceDay
    case noneFound, noUpdate, sample, namesNone, morePublication, metrics, timely, late, lateWithoutDate, updatedInPeriod
    case criteriaDocument, criteriaDocumentIntro, criteriaDocumentSample, criterion, judgedBy, byProgram, byPerson, byBoth, definition, threshold, sourceOfData
    case whatToLookAt, metricsDocument, metricsDocumentIntro, metric, metricForm, formNumber, formDay, formCounts, formPeriod
    // Scores, one project explained, profiles (`ReportWord+Disclosure.swift`).
    case disclosure, disclosureBrief, scoreDue, scoreStrict, dueMeaning, strictMeaning, meanOfProjects, withoutStatus, nothingScored
    case byStage, groupPublicAuthority, groupProcuringEntity, groupSector, groupStatus, groupType, groupRegion, groupOther, withoutValue
    case entriesSample, groupSample, publishFirst, publishFirstMeaning, publishFirstOfProject, points, lackingProjects, institutions, institutionsAtLeast, nothingToPublish
    case lowestElements, allElements, moreElements, element, elementsColumn, outcomeDisclosed, outcomePartial, outcomeMissing, outcomeNotDue, outcomeUnknown
    case toConfirm, manualIntro, unknownIntro, lowestProjects, lookAtOne, explainNone, explainProject, explainWithoutID, statusIs
    case authorityIs, statusMissing, inProcesses, withoutProcesses, ofShare, strictShareIs, aheadOfTime, lackingIn, appliesBecause, appliesSincePublished, ruleAsks, ruleCondition, evidence, withoutStage
    case profile, version, profileElements, seeProfile, seeElement, profileVersion, levels, levelFrom, ofProjectScope, ofProcessScope, proactive
    case reactive, beforeAward, conditionalMark, manualMark, weightIs, numbered, whatToPublish, ruleTitle, conditionTitle, noteTitle
    case fieldsTitle, profileCompares, profileFine, profileUse, profileProblems, inElement, elementsWritten, elementsOf
    // Types of values: one, several.
    case text, dateTime, webAddress, emailAddress, code, number, wholeNumber, boolean, object, list, null, anything, listOf, or

    /// With the placeholders filled in.
    public func text(_ language: Language, _ values: [String: String] = [:]) -> String {
        Template.fill(texts[language], values)
    }

    /// With a number, in the form that suits it: «1 error», «1,234 errores».
    public func counted(_ count: Int, _ language: Language, _ values: [String: String] = [:]) -> String {
        Template.fill(form(count, language), values.merging(["count": Figures.count(count, language)]) { $1 })
    }

    /// The form that suits a number.
    public func form(_ count: Int, _ language: Language) -> String {
        let forms = texts[language].split(separator: "|", omittingEmptySubsequences: false)
        return (count == 1 ? forms.first : forms.last).map(String.init) ?? ""
    }

    /// Both languages, side by side.
    public var texts: Bilingual {
        switch self {
        case .standardInput: Bilingual(en: "- (standard input)", es: "- (entrada estándar)")
        case .kindPackage: Bilingual(en: "Project package", es: "Paquete de proyectos")
        case .kindProject: Bilingual(en: "A single project", es: "Un solo proyecto")
        case .kindProjects: Bilingual(en: "List of projects", es: "Lista de proyectos")
        case .kindNDJSON: Bilingual(en: "One project a line (NDJSON)", es: "Un proyecto por línea (NDJSON)")
        case .kindPackageShort: Bilingual(en: "package", es: "paquete")
        case .kindProjectShort: Bilingual(en: "project", es: "proyecto")
        case .kindProjectsShort: Bilingual(en: "list", es: "lista")
        case .kindNDJSONShort: Bilingual(en: "lines", es: "líneas")
        case .projects: Bilingual(en: "{count} project|{count} projects", es: "{count} proyecto|{count} proyectos")
        case .contractingProcesses:
            Bilingual(en: "{count} contracting process|{count} contracting processes", es: "{count} proceso de contratación|{count} procesos de contratación")
        case .publisher: Bilingual(en: "Publisher: {name}", es: "Publica: {name}")
        case .published: Bilingual(en: "Published: {day}", es: "Publicado: {day}")
        case .updated: Bilingual(en: "Last update of a project: {day}", es: "Última actualización de un proyecto: {day}")
        case .leftOut:
            Bilingual(en: "{count} project of other sectors, or of none, was left out|{count} projects of other sectors, or of none, were left out",
                      es: "{count} proyecto de otros sectores o sin sector quedó fuera|{count} proyectos de otros sectores o sin sector quedaron fuera")
        case .schemaFrom: Bilingual(en: "schema from {folder}", es: "esquema de {folder}")

        case .fits: Bilingual(en: "No errors: the structure follows OC4IDS {version}", es: "Sin errores: la estructura cumple con OC4IDS {version}")
        case .fitsButEmpty: Bilingual(en: "No errors, but no projects either", es: "Sin errores, pero tampoco hay proyectos")
        case .errors: Bilingual(en: "{count} error|{count} errors", es: "{count} error|{count} errores")
        case .kinds: Bilingual(en: "{count} kind|{count} kinds", es: "{count} tipo|{count} tipos")
        case .errorsOfKinds: Bilingual(en: "{errors} of {kinds}", es: "{errors} de {kinds}")
        case .warnings: Bilingual(en: "{count} warning|{count} warnings", es: "{count} advertencia|{count} advertencias")
        case .infos: Bilingual(en: "{count} note|{count} notes", es: "{count} nota|{count} notas")
        case .badLines: Bilingual(en: "{count} line could not be read|{count} lines could not be read", es: "{count} línea no se pudo leer|{count} líneas no se pudieron leer")
        case .otherwiseFine: Bilingual(en: "no errors in the others", es: "en las demás no hay errores")
        case .unreadable: Bilingual(en: "Could not be read", es: "No se pudo leer")

        case .wholePackage: Bilingual(en: "(the package)", es: "(el paquete)")
        case .wholeDocument: Bilingual(en: "(the whole document)", es: "(todo el documento)")
        case .place: Bilingual(en: "line {line}:{column}", es: "línea {line}:{column}")
        case .placeInText:
            Bilingual(en: "Line {line}, column {column} ({bytes} from the start)", es: "Línea {line}, columna {column} (a {bytes} del inicio)")
        case .more: Bilingual(en: "… and {count} more", es: "… y {count} más")
        case .moreWithVerbose: Bilingual(en: "To see more places: --verbose", es: "Para ver más lugares: --verbose")
        case .moreWithExamples: Bilingual(en: "To see all places: --verbose --max-examples 0", es: "Para ver todos los lugares: --verbose --max-examples 0")
        case .first: Bilingual(en: "the first one: line {line}:{column}", es: "el primero: línea {line}:{column}")
        case .firstInOther: Bilingual(en: "the first one: {input}, line {line}:{column}", es: "el primero: {input}, línea {line}:{column}")
        case .items: Bilingual(en: "items {first} and {second}", es: "elementos {first} y {second}")
        case .perhaps: Bilingual(en: "perhaps {value}", es: "quizá {value}")
        case .badLinesTitle: Bilingual(en: "Lines that could not be read", es: "Líneas que no se pudieron leer")

        case .summary: Bilingual(en: "Summary", es: "Resumen")
        case .input: Bilingual(en: "Input", es: "Archivo")
        case .content: Bilingual(en: "Content", es: "Contenido")
        case .projectsColumn: Bilingual(en: "Projects", es: "Proyectos")
        case .errorsColumn: Bilingual(en: "Errors", es: "Errores")
        case .result: Bilingual(en: "Result", es: "Resultado")
        case .notUTF8: Bilingual(en: "The text is not UTF-8", es: "El texto no está en UTF-8")
        case .wrongJSON: Bilingual(en: "Not proper JSON: line {line}:{column}", es: "No es JSON correcto: línea {line}:{column}")
        case .resultScored: Bilingual(en: "scored", es: "medido")
        case .resultPartlyRead: Bilingual(en: "scored, but for lines that could not be read", es: "medido, salvo líneas que no se pudieron leer")
        case .scoredInputs: Bilingual(en: "{count} of {all} inputs scored", es: "{count} de {all} archivos medidos")
        case .resultFits: Bilingual(en: "no errors", es: "sin errores")
        case .resultKinds: Bilingual(en: "{count} kind of error|{count} kinds of error", es: "{count} tipo de error|{count} tipos de error")
        case .resultBadLines: Bilingual(en: "{count} unreadable line|{count} unreadable lines", es: "{count} línea ilegible|{count} líneas ilegibles")
        case .allFit: Bilingual(en: "All {count} inputs are without errors", es: "Los {count} archivos están sin errores")
        case .someFit: Bilingual(en: "{fit} of {all} inputs without errors", es: "{fit} de {all} archivos sin errores")
        case .withErrors: Bilingual(en: "{count} with errors", es: "{count} con errores")
        case .notRead: Bilingual(en: "{count} could not be read|{count} could not be read", es: "{count} no se pudo leer|{count} no se pudieron leer")

        case .fieldCount: Bilingual(en: "{count} field|{count} fields", es: "{count} campo|{count} campos")
        case .codeCount: Bilingual(en: "{count} code|{count} codes", es: "{count} código|{count} códigos")
        case .codelistCount: Bilingual(en: "{count} code list|{count} code lists", es: "{count} lista de códigos|{count} listas de códigos")
        case .type: Bilingual(en: "Type", es: "Tipo")
        case .required: Bilingual(en: "Required", es: "Obligatorio")
        case .yes: Bilingual(en: "yes", es: "sí")
        case .notDemanded: Bilingual(en: "the schema does not demand it", es: "el esquema no lo exige")
        case .format: Bilingual(en: "Format", es: "Formato")
        case .limits: Bilingual(en: "Limits", es: "Límites")
        case .eachItem: Bilingual(en: "each item: {limits}", es: "cada elemento: {limits}")
        case .members: Bilingual(en: "Fields inside", es: "Campos que contiene")
        case .codelist: Bilingual(en: "Code list", es: "Lista de códigos")
        case .open: Bilingual(en: "open: other codes may be used too", es: "abierta: también se pueden usar otros códigos")
        case .closed: Bilingual(en: "closed: only these codes", es: "cerrada: solo estos códigos")
        case .usedBy: Bilingual(en: "Used by", es: "La usan")
        case .usedByNone: Bilingual(en: "no field of this schema", es: "ningún campo de este esquema")
        case .seeCodelist: Bilingual(en: "All codes with their meaning: oc4ids schema codelist {name}", es: "Todos los códigos con su significado: oc4ids schema codelist {name}")
        case .seeField: Bilingual(en: "More about a field: oc4ids schema show {path}", es: "Más sobre un campo: oc4ids schema show {path}")
        case .seeCodes: Bilingual(en: "The codes of a list: oc4ids schema codelist {name}", es: "Los códigos de una lista: oc4ids schema codelist {name}")
        case .path: Bilingual(en: "Field", es: "Campo")
        case .titles: Bilingual(en: "Title", es: "Título")
        case .name: Bilingual(en: "Name", es: "Nombre")
        case .codes: Bilingual(en: "Codes", es: "Códigos")
        case .requiredMark: Bilingual(en: "* required in the object it belongs to", es: "* obligatorio en el objeto al que pertenece")
        case .formatDateTime:
            Bilingual(en: "date, time and time zone, as in 2024-03-01T08:00:00-06:00", es: "fecha, hora y zona horaria, por ejemplo 2024-03-01T08:00:00-06:00")
        case .formatURI: Bilingual(en: "whole web address, beginning with https:// or http://", es: "dirección web completa, desde https:// o http://")
        case .formatEmail: Bilingual(en: "one address with an @, as in info@example.org", es: "una dirección con @, por ejemplo info@example.org")
        case .limitNotEmptyText: Bilingual(en: "not empty", es: "no puede estar vacío")
        case .limitShortest: Bilingual(en: "at least {limit} characters", es: "al menos {limit} caracteres")
        case .limitLongest: Bilingual(en: "at most {limit} characters", es: "{limit} caracteres como máximo")
        case .limitNotEmptyList: Bilingual(en: "at least one item", es: "al menos un elemento")
        case .limitFewest: Bilingual(en: "at least {limit} items", es: "al menos {limit} elementos")
        case .limitMost: Bilingual(en: "at most {limit} items", es: "{limit} elementos como máximo")
        case .limitUnique: Bilingual(en: "no item twice", es: "sin elementos repetidos")
        case .limitNotEmptyObject: Bilingual(en: "at least one field inside", es: "al menos un campo adentro")
        case .limitFewestMembers: Bilingual(en: "at least {limit} fields inside", es: "al menos {limit} campos adentro")
        case .limitMostMembers: Bilingual(en: "at most {limit} fields inside", es: "{limit} campos adentro como máximo")
        case .limitLeast: Bilingual(en: "{limit} or more", es: "{limit} o más")
        case .limitGreatest: Bilingual(en: "{limit} or less", es: "{limit} o menos")
        case .limitMultiple: Bilingual(en: "a multiple of {limit}", es: "múltiplo de {limit}")
        case .limitPattern: Bilingual(en: "written as {limit}", es: "escrito como {limit}")
        case .limitNoOtherMembers: Bilingual(en: "no other fields", es: "ningún otro campo")
        case .limitNoOtherItems: Bilingual(en: "no other items", es: "ningún otro elemento")
        case .limitCombination: Bilingual(en: "more conditions, see the schema file", es: "más condiciones, vea el archivo del esquema")

        case .text: Bilingual(en: "text|texts", es: "texto|textos")
        case .dateTime: Bilingual(en: "date and time|dates and times", es: "fecha y hora|fechas y horas")
        case .webAddress: Bilingual(en: "web address|web addresses", es: "dirección web|direcciones web")
        case .emailAddress: Bilingual(en: "e-mail|e-mails", es: "correo electrónico|correos electrónicos")
        case .code: Bilingual(en: "code|codes", es: "código|códigos")
        case .number: Bilingual(en: "number|numbers", es: "número|números")
        case .wholeNumber: Bilingual(en: "whole number|whole numbers", es: "número entero|números enteros")
        case .boolean: Bilingual(en: "true or false|true or false", es: "sí o no (true o false)|sí o no (true o false)")
        case .object: Bilingual(en: "object|objects", es: "objeto|objetos")
        case .list: Bilingual(en: "list|lists", es: "lista|listas")
        case .null: Bilingual(en: "null|null", es: "nulo (null)|nulos (null)")
        case .anything: Bilingual(en: "anything|anything", es: "cualquier valor|cualquier valor")
        case .listOf: Bilingual(en: "list of {items}", es: "lista de {items}")
        case .or: Bilingual(en: "{first} or {second}", es: "{first} o {second}")
        default: sectionTexts
        }
    }
}
