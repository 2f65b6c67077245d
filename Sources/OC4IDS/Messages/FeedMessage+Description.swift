extension FeedMessage {
    /// What is wrong in a description of feeds.
    var descriptionTexts: Bilingual {
        switch self {
        case .unreadable: Bilingual(en: "it cannot be read: {reason}", es: "no se puede leer: {reason}")
        case .fileTooLarge: Bilingual(en: "this is larger than {limit}, which nothing in a description of feeds is", es: "esto pesa más de {limit}; nada en una descripción de fuentes pesa tanto")
        case .notYAML: Bilingual(en: "this is not proper YAML: {reason}", es: "esto no es YAML correcto: {reason}")
        case .notUTF8: Bilingual(en: "the text is not UTF-8. Save it as UTF-8.", es: "el texto no está en UTF-8. Guárdelo como UTF-8.")
        case .notFeeds: Bilingual(en: "a list of feeds under the key “feeds” is missing", es: "falta la lista de fuentes bajo la clave «feeds»")
        case .unknownKey: Bilingual(en: "there is no key “{key}”", es: "no existe la clave «{key}»")
        case .missingKey: Bilingual(en: "the key “{key}” is missing", es: "falta la clave «{key}»")
        case .wrongType: Bilingual(en: "“{key}” must be {expected}", es: "«{key}» debe ser {expected}")
        case .unknownValue: Bilingual(en: "“{key}” cannot be “{value}”, only one of these: {known}", es: "«{key}» no puede ser «{value}», solo uno de estos valores: {known}")
        case .outOfRange: Bilingual(en: "“{key}” must be a number from {least} to {most}", es: "«{key}» debe ser un número de {least} a {most}")
        case .invalidID:
            Bilingual(en: "“{value}” cannot be an id: use lower-case letters a–z, digits, _ - and ., beginning with a letter or digit",
                      es: "«{value}» no puede ser un id: use letras minúsculas a–z, dígitos, _ - y ., con una letra o un dígito al inicio")
        case .repeatedID: Bilingual(en: "the id “{value}” stands in line {line} already", es: "el id «{value}» ya está en la línea {line}")
        case .invalidAddress:
            Bilingual(en: "“{key}” must be an address that begins with https:// or http://; found “{value}”", es: "«{key}» debe ser una dirección que empiece con https:// o http://; se encontró «{value}»")
        case .unknownPlaceholder: Bilingual(en: "an address has no {value} in braces, only these: {known}", es: "una dirección no lleva {value} entre llaves, solo: {known}")
        case .invalidCountry: Bilingual(en: "“{value}” is no country code of two letters, as GT is", es: "«{value}» no es un código de país de dos letras, como GT")
        case .invalidMonth: Bilingual(en: "“{key}” must be a year, as in 2020, or a month, as in 2020-05; found “{value}”", es: "«{key}» debe ser un año, por ejemplo 2020, o un mes, por ejemplo 2020-05; se encontró «{value}»")
        case .invalidHeader: Bilingual(en: "“{value}” is no header that can be sent", es: "«{value}» no es un encabezado que se pueda enviar")
        case .ownHeader: Bilingual(en: "the header “{value}” is decided by the program itself (for User-Agent use the key userAgent)", es: "el encabezado «{value}» lo decide el programa (para User-Agent use la clave userAgent)")
        case .invalidPointer: Bilingual(en: "“next” must be “link” or a JSON pointer such as /links/next; found “{value}”", es: "«next» debe ser «link» o un JSON Pointer como /links/next; se encontró «{value}»")
        case .needs: Bilingual(en: "“{key}” says nothing without “{other}”", es: "«{key}» no dice nada sin «{other}»")
        case .excludes: Bilingual(en: "“{key}” and “{other}” exclude each other", es: "«{key}» y «{other}» se excluyen")
        case .emptyRegistry: Bilingual(en: "the folder holds no .yaml file", es: "la carpeta no tiene archivos .yaml")
        case .typeText: Bilingual(en: "text that is not empty", es: "un texto no vacío")
        case .typeBoolean: Bilingual(en: "true or false", es: "true (sí) o false (no)")
        case .typeNumber: Bilingual(en: "a whole number", es: "un número entero")
        case .typeMapping: Bilingual(en: "keys with values, one a line", es: "claves con valores, una por línea")
        case .typeList: Bilingual(en: "a list, each item behind a hyphen", es: "una lista, cada elemento después de un guion")
        case .wrongDescription: Bilingual(en: "Nothing was fetched: correct the description first.", es: "No se descargó nada: corrija primero la descripción.")
        case .noFeeds: Bilingual(en: "The description names no feed.", es: "La descripción no nombra ninguna fuente.")
        case .noSuchFeed: Bilingual(en: "There is no feed {value}.", es: "No existe la fuente {value}.")
        default: transferTexts
        }
    }
}
