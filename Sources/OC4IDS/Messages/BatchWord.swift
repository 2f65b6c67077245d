/// The words of summaries of many inputs, of the history and of the progress display, in both languages. Forms as in `ReportWord`.
public enum BatchWord: String, Sendable, CaseIterable {
    // The summary.
    case summaryOf, validOf, unreadableInputs, allProjects, allScores, percentScore, noScore
    case league, ministries, byField, elements, findings, sharedIDs, sharedPlace, moreRows, groupSample
    case input, result, errors, strict, due, newest, timely, projects, inputs, name, element, count, severity, finding, profile
    case valid, invalid, unreadable, yes, no, withoutValue
    case copy, copyToday, copyDays, notFetched, keptCopy
    case fieldPublicAuthority, fieldProcuringEntity, fieldSector, fieldStatus, fieldProjectType, fieldRegion
    // Progress and ends.
    case progress, progressLeft, progressRunning, progressDownload, doneValid, doneErrors, doneUnreadable, secondsShort, minutesShort
    case interrupted, goOn, reused, migrated, missingShards
    // The history.
    case run, started, finished, unfinished, noRuns, trendOf, runTitle

    public func text(_ language: Language, _ values: [String: String] = [:]) -> String {
        Template.fill(texts[language], values)
    }

    public func counted(_ count: Int, _ language: Language, _ values: [String: String] = [:]) -> String {
        let forms = texts[language].split(separator: "|", omittingEmptySubsequences: false)
        let form = (count == 1 ? forms.first : forms.last).map(String.init) ?? ""
        return Template.fill(form, values.merging(["count": Figures.count(count, language)]) { $1 })
    }

    public var texts: Bilingual {
        switch self {
        case .summaryOf: Bilingual(en: "{count} input reviewed|{count} inputs reviewed", es: "{count} entrada revisada|{count} entradas revisadas")
        case .validOf: Bilingual(en: "{count} valid", es: "{count} válida|{count} válidas")
        case .unreadableInputs: Bilingual(en: "{count} not read", es: "{count} no se pudo leer|{count} no se pudieron leer")
        case .allProjects: Bilingual(en: "{count} project|{count} projects", es: "{count} proyecto|{count} proyectos")
        case .allScores: Bilingual(en: "All projects: strict score {strict}, due score {due}", es: "Todos los proyectos: puntaje estricto {strict}, puntaje exigible {due}")
        case .percentScore: Bilingual(en: "{value} %", es: "{value}%")
        case .noScore: Bilingual(en: "not applicable", es: "no aplica")
        case .league: Bilingual(en: "By input", es: "Por entrada")
        case .ministries: Bilingual(en: "By public authority", es: "Por autoridad pública")
        case .byField: Bilingual(en: "By {field}", es: "Por {field}")
        case .elements: Bilingual(en: "Elements least disclosed", es: "Elementos menos divulgados")
        case .findings: Bilingual(en: "Most frequent findings", es: "Hallazgos más frecuentes")
        case .sharedIDs:
            Bilingual(en: "{count} project has an id that an earlier input has already|{count} projects have an id that an earlier input has already",
                      es: "{count} proyecto tiene un id que ya está en una entrada anterior|{count} proyectos tienen un id que ya está en una entrada anterior")
        case .sharedPlace: Bilingual(en: "{input}, line {line}: also in {other}, line {otherLine}", es: "{input}, línea {line}: también en {other}, línea {otherLine}")
        case .groupSample:
            Bilingual(en: "Some input has more groups than can be kept. Of its projects, only those in a sample of its groups count here.",
                      es: "Alguna entrada tiene más grupos de los que se pueden guardar. De sus proyectos, aquí cuentan solo los de una muestra de sus grupos.")
        case .moreRows: Bilingual(en: "… and {count} more", es: "… y {count} más")
        case .input: Bilingual(en: "Input", es: "Entrada")
        case .result: Bilingual(en: "Result", es: "Resultado")
        case .errors: Bilingual(en: "Errors", es: "Errores")
        case .strict: Bilingual(en: "Strict", es: "Estricto")
        case .due: Bilingual(en: "Due", es: "Exigible")
        case .newest: Bilingual(en: "Newest", es: "Más reciente")
        case .timely: Bilingual(en: "On time", es: "A tiempo")
        case .projects: Bilingual(en: "Projects", es: "Proyectos")
        case .inputs: Bilingual(en: "Inputs", es: "Entradas")
        case .name: Bilingual(en: "Name", es: "Nombre")
        case .element: Bilingual(en: "Element", es: "Elemento")
        case .count: Bilingual(en: "Places", es: "Lugares")
        case .severity: Bilingual(en: "Severity", es: "Gravedad")
        case .finding: Bilingual(en: "Finding", es: "Hallazgo")
        case .profile: Bilingual(en: "Profile", es: "Perfil")
        case .valid: Bilingual(en: "valid", es: "válida")
        case .invalid: Bilingual(en: "not valid", es: "no válida")
        case .unreadable: Bilingual(en: "not read", es: "no se leyó")
        case .copy: Bilingual(en: "Copy", es: "Copia")
        case .copyToday: Bilingual(en: "of today", es: "de hoy")
        case .copyDays: Bilingual(en: "{count} day old|{count} days old", es: "de hace {count} día|de hace {count} días")
        case .notFetched: Bilingual(en: "Not fetched: an older copy was reviewed", es: "No se descargaron: se revisó una copia anterior")
        case .keptCopy: Bilingual(en: "copy from {day} ({age}), not fetched: {message}", es: "copia del {day} ({age}), no se descargó: {message}")
        case .yes: Bilingual(en: "yes", es: "sí")
        case .no: Bilingual(en: "late", es: "tarde")
        case .withoutValue: Bilingual(en: "(no value)", es: "(sin valor)")
        case .fieldPublicAuthority: Bilingual(en: "public authority", es: "autoridad pública")
        case .fieldProcuringEntity: Bilingual(en: "procuring entity", es: "entidad contratante")
        case .fieldSector: Bilingual(en: "sector code", es: "sector")
        case .fieldStatus: Bilingual(en: "status", es: "estado")
        case .fieldProjectType: Bilingual(en: "project type", es: "tipo de proyecto")
        case .fieldRegion: Bilingual(en: "region", es: "región")
        case .progress: Bilingual(en: "{done} of {total}, {rate} a second", es: "{done} de {total}, {rate} por segundo")
        case .progressLeft: Bilingual(en: "{time} left", es: "faltan {time}")
        case .progressRunning: Bilingual(en: "now: {inputs}", es: "ahora: {inputs}")
        case .progressDownload: Bilingual(en: "{input} (download, {bytes})", es: "{input} (descarga, {bytes})")
        case .doneValid: Bilingual(en: "{input}: valid, due score {due}", es: "{input}: válida, puntaje exigible {due}")
        case .doneErrors: Bilingual(en: "{input}: {count} error, due score {due}|{input}: {count} errors, due score {due}", es: "{input}: {count} error, puntaje exigible {due}|{input}: {count} errores, puntaje exigible {due}")
        case .doneUnreadable: Bilingual(en: "{input}: not read. {message}", es: "{input}: no se leyó. {message}")
        case .secondsShort: Bilingual(en: "{count} sec", es: "{count} s")
        case .minutesShort: Bilingual(en: "{count} min", es: "{count} minutos")
        case .interrupted: Bilingual(en: "Interrupted after {done} of {total} inputs. What is done is kept.", es: "Interrumpido después de {done} de {total} entradas. Lo hecho se conserva.")
        case .goOn: Bilingual(en: "Go on with the same command and --resume.", es: "Continúe con el mismo comando y --resume.")
        case .reused: Bilingual(en: "{count} input was done already|{count} inputs were done already", es: "{count} entrada ya estaba hecha|{count} entradas ya estaban hechas")
        case .migrated: Bilingual(en: "The history was brought up to date. A copy of it as it was: {path}", es: "El historial se actualizó. Una copia de cómo estaba: {path}")
        case .missingShards: Bilingual(en: "Part {shards} of the batch is missing; the summary is without it.|Parts {shards} of the batch are missing; the summary is without them.",
                                       es: "Falta la parte {shards} del lote; el resumen no la incluye.|Faltan las partes {shards} del lote; el resumen no las incluye.")
        case .run: Bilingual(en: "Run", es: "Corrida")
        case .started: Bilingual(en: "Started", es: "Inicio")
        case .finished: Bilingual(en: "Finished", es: "Fin")
        case .unfinished: Bilingual(en: "not finished", es: "sin terminar")
        case .noRuns: Bilingual(en: "The history {path} holds no runs yet.", es: "El historial {path} todavía no tiene corridas.")
        case .trendOf: Bilingual(en: "{name}, due score over {count} run|{name}, due score over {count} runs", es: "{name}, puntaje exigible en {count} corrida|{name}, puntaje exigible en {count} corridas")
        case .runTitle: Bilingual(en: "Run {run}, started {started}", es: "Corrida {run}, iniciada {started}")
        }
    }

    /// What a field is called that projects are grouped by; nil for one that the user named.
    public static func field(_ name: String) -> BatchWord? {
        switch name {
        case GroupField.publicAuthority.name: .fieldPublicAuthority
        case GroupField.procuringEntity.name: .fieldProcuringEntity
        case GroupField.sector.name: .fieldSector
        case GroupField.status.name: .fieldStatus
        case GroupField.projectType.name: .fieldProjectType
        case GroupField.region.name: .fieldRegion
        default: nil
        }
    }
}
