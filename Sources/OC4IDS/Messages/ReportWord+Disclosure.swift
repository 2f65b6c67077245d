extension ReportWord {
    /// Scores, what to publish, and one project explained.
    var disclosureTexts: Bilingual {
        switch self {
        case .disclosure: Bilingual(en: "Disclosure: {title}", es: "Divulgación: {title}")
        case .disclosureBrief: Bilingual(en: "Disclosure: {due} due · {strict} strict", es: "Divulgación: {due} exigible · {strict} estricto")
        case .scoreDue: Bilingual(en: "Due", es: "Exigible")
        case .scoreStrict: Bilingual(en: "Strict", es: "Estricto")
        case .dueMeaning: Bilingual(en: "of what should be public by now, at its stage", es: "de lo que ya debería ser público, según su etapa")
        case .strictMeaning: Bilingual(en: "of {count} element, whatever the stage|of all {count} elements, whatever the stage",
                                       es: "de {count} elemento, sin importar la etapa|de los {count} elementos, sin importar la etapa")
        case .meanOfProjects: Bilingual(en: "Mean of {count} project; profile {profile}|Mean of {count} projects, each counted once; profile {profile}",
                                        es: "Promedio de {count} proyecto; perfil {profile}|Promedio de {count} proyectos, cada uno cuenta una vez; perfil {profile}")
        case .withoutStatus:
            Bilingual(en: "{count} project has no status of the list, so all elements are due of it. Fill in status.|{count} projects have no status of the list, so all elements are due of them. Fill in status.",
                      es: "{count} proyecto no tiene un estado de la lista, así que se le exigen todos los elementos. Llene el campo status.|{count} proyectos no tienen un estado de la lista, así que se les exigen todos los elementos. Llene el campo status.")
        case .nothingScored: Bilingual(en: "There are no projects to score.", es: "No hay proyectos que medir.")

        case .byStage: Bilingual(en: "Phases and stages", es: "Fases y etapas")
        case .groupPublicAuthority: Bilingual(en: "Ministries and institutions", es: "Ministerios e instituciones")
        case .groupProcuringEntity: Bilingual(en: "Executing units", es: "Unidades ejecutoras")
        case .groupSector: Bilingual(en: "Sectors", es: "Sectores")
        case .groupStatus: Bilingual(en: "Project status", es: "Estado del proyecto")
        case .groupType: Bilingual(en: "Project type", es: "Tipo de proyecto")
        case .groupRegion: Bilingual(en: "Regions", es: "Regiones")
        case .groupOther: Bilingual(en: "By {field}", es: "Por {field}")
        case .withoutValue: Bilingual(en: "(no value)", es: "(sin dato)")
        case .entriesSample:
            Bilingual(en: "There are more different ones than can be kept: these are a sample, each counted whole.",
                      es: "Hay más distintos de los que se pueden guardar: estos son una muestra, cada uno contado por completo.")
        case .groupSample: Bilingual(en: "There are more groups than can be kept: these are a sample, each with all of its projects.", es: "Hay más grupos de los que se pueden guardar: estos son una muestra, cada uno con todos sus proyectos.")

        case .publishFirst: Bilingual(en: "What to publish first", es: "Qué publicar primero")
        case .publishFirstMeaning: Bilingual(en: "Points that the due score would gain if every project that owes it published it",
                                             es: "Puntos que ganaría el puntaje exigible si lo publicaran todos los proyectos que lo deben")
        case .publishFirstOfProject: Bilingual(en: "Points that this project’s due score would gain", es: "Puntos que ganaría el puntaje exigible de este proyecto")
        case .points: Bilingual(en: "+{points} points", es: "+{points} puntos")
        case .lackingProjects: Bilingual(en: "lacking in {count} project|lacking in {count} projects", es: "le falta a {count} proyecto|les falta a {count} proyectos")
        case .institutions: Bilingual(en: "{count} institution|{count} institutions", es: "{count} institución|{count} instituciones")
        case .institutionsAtLeast: Bilingual(en: "at least {count} institution|at least {count} institutions", es: "al menos {count} institución|al menos {count} instituciones")
        case .nothingToPublish: Bilingual(en: "Nothing: all that is due is disclosed.", es: "Nada: todo lo exigible está publicado.")

        case .lowestElements: Bilingual(en: "Elements with the lowest coverage", es: "Elementos con menor cobertura")
        case .allElements: Bilingual(en: "All elements", es: "Todos los elementos")
        case .moreElements: Bilingual(en: "To see all {count} elements: --verbose", es: "Para ver los {count} elementos: --verbose")
        case .element: Bilingual(en: "Element", es: "Elemento")
        case .elementsColumn: Bilingual(en: "Elements", es: "Elementos")
        case .outcomeDisclosed: Bilingual(en: "disclosed", es: "publicado")
        case .outcomePartial: Bilingual(en: "in part", es: "parcial")
        case .outcomeMissing: Bilingual(en: "missing", es: "falta")
        case .outcomeNotDue: Bilingual(en: "not due yet", es: "aún no")
        case .outcomeUnknown: Bilingual(en: "to confirm", es: "por confirmar")

        case .toConfirm: Bilingual(en: "For a person to confirm", es: "Por confirmar por una persona")
        case .manualIntro: Bilingual(en: "The data cannot tell all of this:", es: "De esto los datos no lo dicen todo:")
        case .unknownIntro: Bilingual(en: "Nothing shows whether these apply, so they do not count in the due score. Ask whether there was any:",
                                      es: "Nada indica si esto aplica, así que no entra en el puntaje exigible. Pregunte si lo hubo:")
        case .lowestProjects: Bilingual(en: "Projects with the lowest due score", es: "Proyectos con menor puntaje exigible")
        case .lookAtOne: Bilingual(en: "One project, element by element: oc4ids score {input} --explain {id}", es: "Un proyecto, elemento por elemento: oc4ids score {input} --explain {id}")

        case .explainNone: Bilingual(en: "No project has this id.", es: "Ningún proyecto tiene ese identificador.")
        case .explainProject: Bilingual(en: "Project {id}", es: "Proyecto {id}")
        case .explainWithoutID: Bilingual(en: "Project without an id", es: "Proyecto sin identificador")
        case .statusIs: Bilingual(en: "Status: {status}", es: "Estado: {status}")
        case .authorityIs: Bilingual(en: "Institution: {name}", es: "Institución: {name}")
        case .statusMissing: Bilingual(en: "Status: none, so everything is due", es: "Estado: no lo indica, así que se le exige todo")
        case .inProcesses:
            Bilingual(en: "complete in {full} of {count} process that counts|complete in {full} of {count} processes that count",
                      es: "completo en {full} de {count} proceso que cuenta|completo en {full} de {count} procesos que cuentan")
        case .withoutProcesses: Bilingual(en: "the project has no contracting process", es: "el proyecto no tiene procesos de contratación")
        case .strictShareIs: Bilingual(en: "strict {percent}", es: "estricto {percent}")
        case .aheadOfTime: Bilingual(en: "(for a process in which it is not due yet)", es: "(de un proceso en que aún no es exigible)")
        case .lackingIn: Bilingual(en: "Lacking in:", es: "Falta en:")
        case .appliesBecause: Bilingual(en: "Applies because of:", es: "Aplica por:")
        case .appliesSincePublished: Bilingual(en: "Applies because something of it is published.", es: "Aplica porque ya hay algo publicado.")
        case .ofShare: Bilingual(en: "{percent} of it", es: "{percent} de lo que se pide")
        case .ruleAsks: Bilingual(en: "Asked for:", es: "Se pide:")
        case .ruleCondition: Bilingual(en: "Applies when:", es: "Aplica cuando:")
        case .evidence: Bilingual(en: "Found:", es: "Se encontró:")
        case .withoutStage: Bilingual(en: "At any stage", es: "En cualquier etapa")
        default: profileTexts
        }
    }

    /// Profiles, as they are listed, documented and checked.
    var profileTexts: Bilingual {
        switch self {
        case .profile: Bilingual(en: "Profile", es: "Perfil")
        case .profileElements: Bilingual(en: "{count} element|{count} elements", es: "{count} elemento|{count} elementos")
        case .version: Bilingual(en: "Version", es: "Versión")
        case .seeProfile: Bilingual(en: "The elements of a profile: oc4ids profile show {id}", es: "Los elementos de un perfil: oc4ids profile show {id}")
        case .seeElement: Bilingual(en: "One element with its rule: oc4ids profile show {id} {element}", es: "Un elemento con su regla: oc4ids profile show {id} {element}")
        case .profileVersion: Bilingual(en: "version {version}", es: "versión {version}")
        case .levels: Bilingual(en: "Levels: {levels}", es: "Niveles: {levels}")
        case .levelFrom: Bilingual(en: "{title} from {percent}", es: "{title} desde {percent}")
        case .ofProjectScope: Bilingual(en: "of the project", es: "del proyecto")
        case .ofProcessScope: Bilingual(en: "of each contracting process", es: "de cada proceso de contratación")
        case .proactive: Bilingual(en: "to be published", es: "se publica de oficio")
        case .reactive: Bilingual(en: "on request, or better, published", es: "a solicitud, o mejor, publicado")
        case .beforeAward: Bilingual(en: "due before the award", es: "exigible antes de adjudicar")
        case .conditionalMark: Bilingual(en: "conditional", es: "condicional")
        case .manualMark: Bilingual(en: "a person confirms", es: "lo confirma una persona")
        case .weightIs: Bilingual(en: "weight {weight}", es: "peso {weight}")
        case .numbered: Bilingual(en: "number {number} of the standard", es: "número {number} del estándar")
        case .whatToPublish: Bilingual(en: "What to publish", es: "Qué publicar")
        case .ruleTitle: Bilingual(en: "What counts", es: "Qué se cuenta")
        case .conditionTitle: Bilingual(en: "Due only when", es: "Exigible solo cuando")
        case .noteTitle: Bilingual(en: "Note", es: "Nota")
        case .fieldsTitle: Bilingual(en: "Fields", es: "Campos")
        case .profileCompares:
            Bilingual(en: "The rule has “differs”: filling in a missing currency or date can lower its score, since two values then turn out to be the same or not comparable. It belongs in “conditional”.",
                      es: "La regla usa «differs»: llenar una moneda o una fecha que faltaba puede bajar su puntaje, porque entonces dos valores resultan iguales o no se pueden comparar. Su lugar es «conditional».")
        case .profileFine: Bilingual(en: "The profile is sound: {elements}", es: "El perfil está bien: {elements}")
        case .profileUse: Bilingual(en: "To use it: oc4ids score DATA --profile {path}", es: "Para usarlo: oc4ids score DATOS --profile {path}")
        case .profileProblems: Bilingual(en: "{count} mistake|{count} mistakes", es: "{count} error|{count} errores")
        case .inElement: Bilingual(en: "element {id}", es: "elemento {id}")
        case .elementsWritten:
            Bilingual(en: "From here on written by scripts/checks-docs from the profiles: do not edit.", es: "De aquí en adelante lo escribe scripts/checks-docs con los perfiles: no se edita.")
        case .elementsOf: Bilingual(en: "The elements of `{id}`", es: "Los elementos de `{id}`")
        default: Bilingual(en: "", es: "")
        }
    }
}
