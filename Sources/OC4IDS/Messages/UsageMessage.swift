/// What the program says about how it was called, in both languages.
public enum UsageMessage: String, Sendable, CaseIterable {
    case noInput, negative, belowOne, outOfRange, quietAndVerbose, cannotWrite, standardOutput, outputIsInput, outputInsideInput
    case csvNeedsPlace, sectionNeedsCSV
    case prefixesUnreadable, prefixesMissing, prefixesTooLarge
    case sectorEmpty, sectorUnlisted, sectorNeedsAllProjects
    case unknownField, unknownCodelist, unknownCheck, didYouMean
    case unknownProfile, unknownElement, profileUnreadable, profileWrong, tooLargeFile, noSuchSection, noSuchProject, explainIsText
    case noBatchInput, noStandardInput, batchSameID, wrongShard, scoreRange, littleMemory, batchOtherDay, batchBusy, historyCopy, historyNewer, historyForeign, historyEmpty, historyUnusable, historyNowhere, noHistory, noSuchRun, noSuchInput
    case manifestUnreadable, manifestNotYAML, manifestWithoutInputs, manifestUnknownKey, manifestMissingKey, manifestNotText, manifestFrequency, manifestTwice, manifestTwoSources, manifestUnknownFeed
    case mergeNothing, mergeNotResults, mergeOtherSettings, mergeTwice, mergeRepeatedLine
    case mergeOtherProfile, mergeNoLines, mergeReviewForm, streamInput, streamOption
    case schemaFileMissing, schemaUnreadable, schemaNoObject, schemaWrongKeyword, schemaUnresolved, schemaCircular, schemaPattern, schemaTooLarge, schemaNoProjects, schemaNoFields

    public func text(_ language: Language, _ values: [String: String] = [:]) -> String {
        Template.fill(texts[language], values)
    }

    public var texts: Bilingual {
        switch self {
        case .noInput: Bilingual(en: "Name at least one file or folder, or - for standard input.", es: "Indique al menos un archivo o carpeta, o - para la entrada estándar.")
        case .negative: Bilingual(en: "{option} wants 0 or more.", es: "{option} pide 0 o más.")
        case .belowOne: Bilingual(en: "{option} wants 1 or more.", es: "{option} pide 1 o más.")
        case .outOfRange: Bilingual(en: "{option} wants a number from {least} to {most}.", es: "{option} pide un número de {least} a {most}.")
        case .quietAndVerbose: Bilingual(en: "--quiet and --verbose exclude each other.", es: "--quiet y --verbose se excluyen.")
        case .cannotWrite: Bilingual(en: "Cannot write {path}: {reason}", es: "No se puede escribir {path}: {reason}")
        case .standardOutput: Bilingual(en: "standard output", es: "la salida estándar")
        case .outputIsInput: Bilingual(en: "The report would replace the input {path}. Name another file with --output.", es: "El informe reemplazaría la entrada {path}. Indique otro archivo con --output.")
        case .outputInsideInput: Bilingual(en: "{path} lies in the input {input}, where the next run would read it as data. Name another folder with {option}.", es: "{path} está dentro de la entrada {input}, donde la próxima corrida lo leería como datos. Indique otra carpeta con {option}.")
        case .csvNeedsPlace:
            Bilingual(en: "A CSV report is several tables. Name a folder for them with --output, or one of them with --section: {sections}.",
                      es: "Un informe CSV son varias tablas. Indique una carpeta con --output, o una de las tablas con --section: {sections}.")
        case .sectionNeedsCSV: Bilingual(en: "--section goes with --format csv only.", es: "--section solo se usa con --format csv.")
        case .prefixesUnreadable: Bilingual(en: "Cannot read the list of prefixes {path}: {reason}", es: "No se puede leer la lista de prefijos {path}: {reason}")
        case .prefixesMissing:
            Bilingual(en: "The list of prefixes {path} holds none of the form oc4ids-bu3kcz. Name a text or CSV file in UTF-8 with --prefixes.",
                      es: "La lista de prefijos {path} no contiene ninguno de la forma oc4ids-bu3kcz. Indique con --prefixes un archivo de texto o CSV en UTF-8.")
        case .prefixesTooLarge:
            Bilingual(en: "The file {path} is too large for a list of prefixes.", es: "El archivo {path} es demasiado grande para ser una lista de prefijos.")
        case .sectorEmpty:
            Bilingual(en: "No sector is named. Name one or more codes, as in --sector health,education", es: "No se indica ningún sector. Indique uno o más códigos, por ejemplo --sector health,education")
        case .sectorUnlisted:
            Bilingual(en: "The code list projectSector has no {code}. Only projects that use it all the same are kept.",
                      es: "La lista de códigos projectSector no tiene {code}. Solo quedan los proyectos que de todos modos lo usan.")
        case .sectorNeedsAllProjects:
            Bilingual(en: "Sectors cannot be chosen with this schema: it has rules about a package as a whole, such as “additionalProperties”, for which all projects are needed.",
                      es: "Con este esquema no se pueden elegir sectores: tiene reglas sobre el paquete entero, como «additionalProperties», para las que hacen falta todos los proyectos.")
        case .unknownField: Bilingual(en: "The schema has no field {name}.", es: "El esquema no tiene el campo {name}.")
        case .unknownCodelist: Bilingual(en: "There is no code list {name}.", es: "No existe la lista de códigos {name}.")
        case .unknownCheck: Bilingual(en: "There is no check {name}.", es: "No existe la revisión {name}.")
        case .unknownProfile: Bilingual(en: "There is no profile {name}; there are: {known}. Name a file with a folder or its ending, as in ./my-profile.json.",
                                        es: "No existe el perfil {name}; existen: {known}. Un archivo se indica con su carpeta o terminación, por ejemplo ./mi-perfil.json.")
        case .unknownElement: Bilingual(en: "The profile has no element {name}.", es: "El perfil no tiene el elemento {name}.")
        case .profileUnreadable: Bilingual(en: "Cannot read the profile {path}: {reason}", es: "No se puede leer el perfil {path}: {reason}")
        case .profileWrong:
            Bilingual(en: "Nothing can be scored with the profile {path}.", es: "No se puede medir con el perfil {path}.")
        case .tooLargeFile: Bilingual(en: "the file is too large", es: "el archivo es demasiado grande")
        case .noSuchSection: Bilingual(en: "This command has no table {name}. It has: {sections}.", es: "Este comando no tiene la tabla {name}. Tiene: {sections}.")
        case .explainIsText:
            Bilingual(en: "--explain prints text. In JSON and CSV each project stands by itself anyway.",
                      es: "--explain imprime texto. En JSON y CSV cada proyecto aparece por separado de todos modos.")
        case .noSuchProject: Bilingual(en: "No input has a project with the id {name}.", es: "Ninguna entrada tiene un proyecto con el id {name}.")
        case .didYouMean: Bilingual(en: "Did you mean {suggestions}?", es: "¿Quiso decir {suggestions}?")
        case .noBatchInput: Bilingual(en: "Name at least one file, folder, archive or address, or a list with --manifest, --feeds or --registry.",
                                            es: "Indique al menos un archivo, carpeta, archivo comprimido o dirección, o una lista con --manifest, --feeds o --registry.")
        case .noStandardInput: Bilingual(en: "A batch cannot read standard input, which could not be read again. Store it in a file.", es: "Un lote no puede leer la entrada estándar, que no podría leerse otra vez. Guárdela en un archivo.")
        case .batchSameID: Bilingual(en: "Two inputs have the id {name}, under which the history knows only one. Give one of them another id in a manifest.", es: "Dos entradas tienen el id {name}, con el que el historial solo reconoce una. Dé a una de ellas otro id en un manifiesto.")
        case .wrongShard: Bilingual(en: "--shard wants a part and the number of parts, as in 2/8.", es: "--shard pide una parte y el número de partes, por ejemplo 2/8.")
        case .scoreRange: Bilingual(en: "--min-score wants a number from 0 to 100.", es: "--min-score pide un número de 0 a 100.")
        case .littleMemory: Bilingual(en: "--memory wants {least} or more: with less not even a project of 1 MB can be read.", es: "--memory pide {least} o más: con menos no se puede leer ni un proyecto de 1 MB.")
        case .batchOtherDay:
            Bilingual(en: "The run that --resume goes on with was begun on {day}, which is its day. Leave --today out, or begin a new run without --resume.",
                      es: "La corrida que --resume continúa se inició el {day}, y ese es su día. Quite --today, o inicie una corrida nueva sin --resume.")
        case .batchBusy:
            Bilingual(en: "Another run is using {path} right now. Wait until it has ended, or name other places with --output and --history.",
                      es: "Otra corrida está usando {path} en este momento. Espere a que termine, o indique otros lugares con --output y --history.")
        case .historyCopy:
            Bilingual(en: "The history {path} is of an older version and is copied before it is brought up to date, but the copy {copy} cannot be written: {reason}. Its runs are as they were.",
                      es: "El historial {path} es de una versión anterior y se copia antes de actualizarlo, pero no se puede escribir la copia {copy}: {reason}. Sus corridas quedan como estaban.")
        case .historyNewer: Bilingual(en: "The history {path} was written by a newer version of this program. Update the program, or name another file with --history.", es: "El historial {path} lo escribió una versión más nueva de este programa. Actualice el programa, o indique otro archivo con --history.")
        case .historyForeign: Bilingual(en: "{path} is no history of this program: it is no SQLite file, or another program's. It was left alone. Name another file with --history.", es: "{path} no es un historial de este programa: no es un archivo SQLite, o es de otro programa. No se tocó. Indique otro archivo con --history.")
        case .historyEmpty: Bilingual(en: "--history wants the name of a file.", es: "--history pide el nombre de un archivo.")
        case .historyUnusable: Bilingual(en: "Cannot use the history {path}: {reason}", es: "No se puede usar el historial {path}: {reason}")
        case .historyNowhere: Bilingual(en: "There is no home folder for the history. Name a file with --history.", es: "No hay carpeta personal para el historial. Indique un archivo con --history.")
        case .noHistory: Bilingual(en: "There is no history {path} yet. oc4ids batch makes it.", es: "Todavía no existe el historial {path}. Lo crea oc4ids batch.")
        case .noSuchRun: Bilingual(en: "The history has no run {name}.", es: "El historial no tiene la corrida {name}.")
        case .noSuchInput: Bilingual(en: "The history has no input {name}.", es: "El historial no tiene la entrada {name}.")
        case .manifestUnreadable: Bilingual(en: "Cannot read the manifest {place}: {reason}", es: "No se puede leer el manifiesto {place}: {reason}")
        case .manifestNotYAML: Bilingual(en: "{place}: this is not proper YAML: {reason}", es: "{place}: esto no es YAML correcto: {reason}")
        case .manifestWithoutInputs: Bilingual(en: "{place}: a list named inputs is wanted, with at least one entry.", es: "{place}: falta una lista llamada inputs, con al menos un elemento.")
        case .manifestUnknownKey: Bilingual(en: "{place}: there is no key {name}. There are: {known}.", es: "{place}: no existe la clave {name}. Existen: {known}.")
        case .manifestMissingKey: Bilingual(en: "{place}: this input lacks the key {name}.", es: "{place}: a esta entrada le falta la clave {name}.")
        case .manifestNotText: Bilingual(en: "{place}: {name} must be a text that is not empty.", es: "{place}: {name} debe ser un texto que no esté vacío.")
        case .manifestFrequency: Bilingual(en: "{place}: {name} is no duration such as P6M or P1Y.", es: "{place}: {name} no es una duración, por ejemplo P6M o P1Y.")
        case .manifestTwice: Bilingual(en: "{place}: the id {name} stands in line {line} already.", es: "{place}: el id {name} ya está en la línea {line}.")
        case .manifestTwoSources: Bilingual(en: "{place}: this has both input and feed. Keep one of them.", es: "{place}: esto tiene input y también feed. Deje solo uno.")
        case .manifestUnknownFeed:
            Bilingual(en: "{place}: neither --feeds nor --registry has a feed {name}", es: "{place}: ni --feeds ni --registry tienen la fuente {name}")
        case .mergeNothing: Bilingual(en: "Name folders that oc4ids batch --output has written, or files with lines of oc4ids review --stream.", es: "Indique carpetas escritas por oc4ids batch --output, o archivos con líneas de oc4ids review --stream.")
        case .mergeNotResults: Bilingual(en: "{place}: this holds no results of oc4ids batch or of oc4ids review --stream, or is damaged. Name folders that oc4ids batch --output has written, or files with lines of review --stream; a damaged part is made again with the same command, of batch with --resume.",
                                         es: "{place}: esto no contiene resultados de oc4ids batch ni de oc4ids review --stream, o está dañado. Indique carpetas escritas por oc4ids batch --output, o archivos con líneas de review --stream; una parte dañada se hace de nuevo con el mismo comando, en batch con --resume.")
        case .mergeOtherSettings: Bilingual(en: "{path} was made by another version of the program, or with other options, than {other}. Results add up only where both are the same.", es: "{path} se hizo con otra versión del programa, o con otras opciones, que {other}. Los resultados solo se suman si ambas coinciden.")
        case .mergeTwice: Bilingual(en: "The input {name} stands in {path} and in {other}. Name each part once.", es: "La entrada {name} está en {path} y en {other}. Indique cada parte una sola vez.")
        case .mergeRepeatedLine:
            Bilingual(en: "The result of line {name} stands twice: in {path} and in {other}. Leave out what a job that was done once more had written before.",
                      es: "El resultado de la línea {name} está dos veces: en {path} y en {other}. Omita lo que había escrito antes un trabajo que se repitió.")
        case .mergeOtherProfile: Bilingual(en: "{path} was made with the profile {name}, or with another schema than the program's own. Name the same ones with --profile and --schema.", es: "{path} se hizo con el perfil {name}, o con un esquema distinto del incluido. Indique los mismos con --profile y --schema.")
        case .mergeNoLines: Bilingual(en: "--review is about lines of oc4ids review --stream. Name files that hold them.", es: "--review se refiere a líneas de oc4ids review --stream. Indique archivos que las contengan.")
        case .mergeReviewForm: Bilingual(en: "--review prints text or JSON. For CSV tables use --output and --reports csv.", es: "--review imprime texto o JSON. Para tablas CSV use --output y --reports csv.")
        case .streamInput: Bilingual(en: "--stream reads standard input only. Hand {path} over like this: oc4ids review --stream < {path}", es: "--stream solo lee la entrada estándar. Entregue {path} así: oc4ids review --stream < {path}")
        case .streamOption: Bilingual(en: "{option} does not go with --stream, which writes one JSON result a line to standard output. Leave it out; oc4ids merge makes reports of the lines.", es: "{option} no se usa con --stream, que escribe un resultado JSON por línea en la salida estándar. Quítela; oc4ids merge hace los informes a partir de las líneas.")
        case .schemaFileMissing: Bilingual(en: "The schema file {path} is missing or cannot be read.", es: "Falta el archivo de esquema {path}, o no se puede leer.")
        case .schemaUnreadable: Bilingual(en: "The schema {place} is not proper JSON.", es: "El esquema {place} no es JSON correcto.")
        case .schemaNoObject: Bilingual(en: "The schema at {place} has to be an object, in curly brackets.", es: "El esquema en {place} debe ser un objeto, entre llaves.")
        case .schemaWrongKeyword: Bilingual(en: "The schema is wrong at {place}: “{keyword}” must be: {expected}.", es: "El esquema está mal en {place}: «{keyword}» debe ser: {expected}.")
        case .schemaUnresolved: Bilingual(en: "The schema refers at {place} to {reference}, which does not exist.", es: "El esquema se refiere en {place} a {reference}, que no existe.")
        case .schemaCircular: Bilingual(en: "The schema applies itself to the same value without end at {place}.", es: "El esquema se aplica sin fin al mismo valor en {place}.")
        case .schemaPattern: Bilingual(en: "The schema’s pattern at {place} is no regular expression: character {offset} of {pattern}", es: "El patrón del esquema en {place} no es una expresión regular: carácter {offset} de {pattern}")
        case .schemaTooLarge: Bilingual(en: "The schema is too large.", es: "El esquema es demasiado grande.")
        case .schemaNoProjects: Bilingual(en: "The package schema has no list of projects.", es: "El esquema del paquete no tiene una lista de proyectos.")
        case .schemaNoFields: Bilingual(en: "The schema of a project names no fields: they have to stand in its “properties”, not only inside “allOf” or its like.",
                                        es: "El esquema de los proyectos no nombra ningún campo: deben estar en sus «properties», no solo dentro de «allOf» o similares.")
        }
    }
}

/// Sentences with placeholders in braces.
enum Template {
    static func fill(_ template: String, _ values: [String: String]) -> String {
        var filled = ""
        var rest = template[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")), let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}")) {
            filled += rest[..<open]
            let behind = rest.utf8.index(after: close)
            let name = String(rest[rest.utf8.index(after: open) ..< close])
            filled += values[name] ?? String(rest[open ..< behind])
            rest = rest[behind...]
        }
        return filled + rest
    }

    /// The names in braces.
    static func placeholders(_ template: String) -> Set<String> {
        var names: Set<String> = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.insert(String(rest[rest.index(after: open) ..< close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }
}
