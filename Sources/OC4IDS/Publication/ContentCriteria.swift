/// Criteria about what stands in the fields, wherever they are filled in. How often they are, coverage says.
///
/// Each asks for 95 %: at most one in twenty may be wrong, which someone can correct by hand and which leaves sums, maps and lists usable.
/// With fewer than twenty all have to be right.
enum ContentCriteria {
    private static let least = 95
    private static let threshold = Bilingual(en: "At least 95%; no more than one in twenty is wrong. Not applicable where no project has the field.",
                                             es: "Al menos el 95\u{A0}%; no más de uno de cada veinte está mal. No aplica si ningún proyecto tiene el campo.")

    static let sectorsStandardised = CriterionDefinition(
        title: Bilingual(en: "Standard sectors", es: "Sectores del estándar"),
        meaning: Bilingual(
            en: "Projects with a sector name at least one of the standard's own list, so that they can be found and compared with those of other countries. Other codes may stand beside it.",
            es: "Los proyectos con sector indican al menos uno de la lista del estándar, para que se puedan encontrar y comparar con los de otros países. Pueden llevar otros códigos además."),
        threshold: threshold,
        source: Bilingual(en: "`sector` of each project; the code list `projectSector`.", es: "`sector` de cada proyecto; la lista de códigos `projectSector`."),
        judge: { .share($0.survey.sectors, atLeast: least) })

    static let budgetsRealistic = CriterionDefinition(
        title: Bilingual(en: "Realistic budgets", es: "Presupuestos realistas"),
        meaning: Bilingual(
            en: "Budgets are numbers from 1,000 up to the limit of the check `implausible-amounts`, in currencies such as the quetzal, of which one to nine buy a dollar; ten times that where it takes ten to 99, and so on. Zero, negative amounts and budgets in millions (1.25) are not realistic.",
            es: "Los presupuestos son números desde 1,000 hasta el límite de la revisión `implausible-amounts`, en monedas como el quetzal, de las que entre una y nueve equivalen a un dólar; diez veces más si se necesitan entre diez y 99, y así sucesivamente. El cero, los montos negativos y los presupuestos en millones (1.25) no son realistas."),
        threshold: threshold,
        source: Bilingual(en: "`budget/amount` of each project.", es: "`budget/amount` de cada proyecto."),
        judge: { .share($0.survey.budgets, atLeast: least) })

    static let contractValuesRealistic = CriterionDefinition(
        title: Bilingual(en: "Realistic contract values", es: "Montos de contratos realistas"),
        meaning: Bilingual(en: "The same for the values of contracts, from 100 on, since a small purchase may be part of a project.",
                           es: "Lo mismo para los montos de los contratos, desde 100, porque una compra pequeña puede ser parte de un proyecto."),
        threshold: threshold,
        source: Bilingual(en: "`contractingProcesses/summary/contractValue`.", es: "`contractingProcesses/summary/contractValue`."),
        judge: { .share($0.survey.contractValues, atLeast: least) })

    static let datesRealistic = CriterionDefinition(
        title: Bilingual(en: "Realistic dates", es: "Fechas realistas"),
        meaning: Bilingual(en: "Dates are neither implausible, nor in the future where something is said to have happened, nor out of order.",
                           es: "Las fechas no son inverosímiles, ni futuras para algo que ya ocurrió, ni están en desorden."),
        threshold: threshold,
        source: Bilingual(en: "All dates that coverage counts; those that the checks `implausible-dates`, `dates-in-future` and `dates-out-of-order` have found.",
                          es: "Todas las fechas que cuenta la cobertura; las que señalan las revisiones `implausible-dates`, `dates-in-future` y `dates-out-of-order`."),
        judge: { .share($0.dates, atLeast: least) })

    static let rolesSet = CriterionDefinition(
        title: Bilingual(en: "Roles of the parties", es: "Funciones de las partes"),
        meaning: Bilingual(en: "Organizations say what they do in the project: who owns it, builds it, supervises it, pays for it.",
                           es: "Las organizaciones dicen qué hacen en el proyecto: quién es responsable, construye, supervisa o paga."),
        threshold: Bilingual(en: "At least 95% of the parties have a role. Not applicable where there are no parties.",
                             es: "Al menos el 95\u{A0}% de las partes tiene una función. No aplica si no hay partes."),
        source: Bilingual(en: "Coverage of `parties/roles`.", es: "Cobertura de `parties/roles`."),
        judge: { .share($0.roles, atLeast: least) })

    static let coordinatesValid = CriterionDefinition(
        title: Bilingual(en: "Valid coordinates", es: "Coordenadas válidas"),
        meaning: Bilingual(en: "A map shows the works where they are: in degrees, longitude first, in the country of the project.",
                           es: "El mapa muestra las obras donde están: en grados, primero la longitud, en el país del proyecto."),
        threshold: threshold,
        source: Bilingual(
            en: "Coverage of `locations/geometry/coordinates`; what the schema says of their type, and the checks `invalid-coordinates`, `swapped-coordinates` and `coordinates-outside-country`.",
            es: "Cobertura de `locations/geometry/coordinates`; los errores de esquema sobre su tipo y las revisiones `invalid-coordinates`, `swapped-coordinates` y `coordinates-outside-country`."),
        judge: { .share($0.coordinates, atLeast: least) })
}
