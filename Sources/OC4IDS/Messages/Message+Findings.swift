extension Message {
    /// What is wrong with the data.
    var findingTexts: Bilingual {
        switch self {
        case .typeGroup: Bilingual(en: "Should be {expected}", es: "Debe ser {expected}")
        case .typeOne: Bilingual(en: "Should be {expected}, but is {found}", es: "Debe ser {expected}, pero es {found}")
        case .enumGroup: Bilingual(en: "Not one of the allowed codes", es: "No es uno de los códigos permitidos")
        case .enumOne: Bilingual(en: "“{value}” is not one of the allowed codes", es: "«{value}» no es uno de los códigos permitidos")
        case .required: Bilingual(en: "“{property}” is missing", es: "Falta «{property}»")
        case .dateTimeGroup: Bilingual(en: "Not a complete and valid date and time", es: "No es una fecha y hora completa y válida")
        case .dateTimeOne: Bilingual(en: "“{value}” is not a complete and valid date and time", es: "«{value}» no es una fecha y hora completa y válida")
        case .uriGroup: Bilingual(en: "Not a complete and valid web address", es: "No es una dirección web completa y válida")
        case .uriOne: Bilingual(en: "“{value}” is not a complete and valid web address", es: "«{value}» no es una dirección web completa y válida")
        case .emailGroup: Bilingual(en: "Not an e-mail address", es: "No es una dirección de correo electrónico")
        case .emailOne: Bilingual(en: "“{value}” is not an e-mail address", es: "«{value}» no es una dirección de correo electrónico")
        case .formatGroup: Bilingual(en: "Not of the form {format}", es: "No tiene el formato {format}")
        case .formatOne: Bilingual(en: "“{value}” is not of the form {format}", es: "«{value}» no tiene el formato {format}")
        case .emptyText: Bilingual(en: "Empty text", es: "Texto vacío")
        case .shortText: Bilingual(en: "Shorter than {limit} characters", es: "Tiene menos de {limit} caracteres")
        case .longText: Bilingual(en: "Longer than {limit} characters", es: "Tiene más de {limit} caracteres")
        case .patternGroup: Bilingual(en: "Not written in the expected way", es: "No está escrito como se espera")
        case .patternOne: Bilingual(en: "“{value}” is not written in the expected way", es: "«{value}» no está escrito como se espera")
        case .emptyList: Bilingual(en: "Empty list", es: "Lista vacía")
        case .fewItems: Bilingual(en: "Fewer than {limit} items", es: "Tiene menos de {limit} elementos")
        case .manyItems: Bilingual(en: "More than {limit} items", es: "Tiene más de {limit} elementos")
        case .uniqueGroup: Bilingual(en: "The same item stands twice in a list", es: "El mismo elemento aparece dos veces en una lista")
        case .uniqueOne: Bilingual(en: "Items {first} and {second} of the list are the same", es: "Los elementos {first} y {second} de la lista son iguales")
        case .additionalItems: Bilingual(en: "More items than the list may have", es: "Más elementos de los que la lista puede tener")
        case .emptyObject: Bilingual(en: "Nothing inside the braces { }", es: "No hay nada entre las llaves { }")
        case .fewMembers: Bilingual(en: "Fewer than {limit} fields", es: "Tiene menos de {limit} campos")
        case .manyMembers: Bilingual(en: "More than {limit} fields", es: "Tiene más de {limit} campos")
        case .unexpectedMember: Bilingual(en: "A field that must not stand here", es: "Un campo que no puede estar aquí")
        case .dependency: Bilingual(en: "“{property}” is missing, which “{trigger}” calls for", es: "Falta «{property}», necesario cuando hay «{trigger}»")
        case .tooSmall: Bilingual(en: "Less than {limit}", es: "Menor que {limit}")
        case .tooLarge: Bilingual(en: "More than {limit}", es: "Mayor que {limit}")
        case .notMultiple: Bilingual(en: "Not a multiple of {limit}", es: "No es múltiplo de {limit}")
        case .noAlternative: Bilingual(en: "Fits none of the forms that the schema allows, or more than one", es: "No corresponde a ninguna de las formas que el esquema permite, o a más de una")
        case .notAllowedCombination: Bilingual(en: "Has a form that the schema rules out", es: "Tiene una forma que el esquema excluye")
        case .unlistedCode: Bilingual(en: "Code that its list does not have; the list is open to others", es: "Código que no está en su lista; la lista permite otros")
        case .additionalField: Bilingual(en: "Field that OC4IDS does not have", es: "Campo que no existe en OC4IDS")
        default: Bilingual(en: "", es: "")
        }
    }

    /// What to do about it.
    var adviceTexts: Bilingual {
        switch self {
        case .hintNumber:
            Bilingual(en: "Write the number alone: no quotes, no currency sign, no thousands separators, as in 1250000.50.",
                      es: "Escriba solo el número: sin comillas, sin signo de moneda y sin separador de miles, por ejemplo 1250000.50.")
        case .hintNumberIs:
            Bilingual(en: "Write the number alone, without quotes or separators: {suggestion}", es: "Escriba solo el número, sin comillas ni separadores: {suggestion}")
        case .hintWholeNumber: 
            Bilingual(en: "Write a whole number: no quotes, no separators, no decimals, as in 412.",
                      es: "Escriba un número entero: sin comillas, sin separadores y sin decimales, por ejemplo 412.")
        case .hintBoolean: Bilingual(en: "Write true or false, without quotes.", es: "Escriba true (sí) o false (no), sin comillas.")
        case .hintBooleanIs: Bilingual(en: "Write true or false, without quotes: {suggestion}", es: "Escriba true (sí) o false (no), sin comillas: {suggestion}")
        case .hintText: Bilingual(en: "Put the value between quotes.", es: "Ponga el valor entre comillas.")
        case .hintTextIs: Bilingual(en: "Put the value between quotes: {suggestion}", es: "Ponga el valor entre comillas: {suggestion}")
        case .hintList:
            Bilingual(en: "Put it between square brackets [ ], even when there is only one.", es: "Póngalo entre corchetes [ ], aunque solo haya uno.")
        case .hintObject:
            Bilingual(en: "Put it in braces { } with its parts; see them with: oc4ids schema show {field}",
                      es: "Póngalo entre llaves { } con sus partes; véalas con: oc4ids schema show {field}")
        case .hintNull: Bilingual(en: "When there is no value, leave the field out.", es: "Si no hay valor, no incluya el campo.")
        case .hintPackage:
            Bilingual(en: "A file holds a package { }, a project { } or a list of projects [ ]; the fields are listed by: oc4ids schema list",
                      es: "Un archivo contiene un paquete { }, un proyecto { } o una lista de proyectos [ ]; los campos los muestra: oc4ids schema list")
        case .hintSeeField: Bilingual(en: "See what goes here with: oc4ids schema show {field}", es: "Vea qué va aquí con: oc4ids schema show {field}")
        case .hintDidYouMean: Bilingual(en: "Did you mean “{suggestion}”?", es: "¿Quiso decir «{suggestion}»?")
        case .hintOneOf: Bilingual(en: "Use one of: {values}.", es: "Use uno de estos: {values}.")
        case .hintSeeCodelist: Bilingual(en: "See the codes with: oc4ids schema codelist {codelist}", es: "Vea los códigos con: oc4ids schema codelist {codelist}")
        case .hintRequired: Bilingual(en: "Add the field “{property}”.", es: "Agregue el campo «{property}».")
        case .hintRequiredMeaning: Bilingual(en: "Add the field “{property}”: {meaning}", es: "Agregue el campo «{property}»: {meaning}")
        case .hintDateTime:
            Bilingual(en: "Write date, time and time zone, as in 2024-03-01T08:00:00-06:00.", es: "Escriba fecha, hora y zona horaria, por ejemplo 2024-03-01T08:00:00-06:00.")
        case .hintDateTimeIs: Bilingual(en: "Add time and time zone, for example: {suggestion}", es: "Agregue la hora y la zona horaria, por ejemplo: {suggestion}")
        case .hintURI:
            Bilingual(en: "Write the whole address, beginning with https:// or http://, without spaces or accents (a space is %20).",
                      es: "Escriba la dirección completa, desde https:// o http://, sin espacios ni tildes (un espacio es %20).")
        case .hintURIIs: Bilingual(en: "Write the whole address: {suggestion}", es: "Escriba la dirección completa: {suggestion}")
        case .hintEmail: Bilingual(en: "Write one address with an @, as in info@example.org.", es: "Escriba una dirección con @, por ejemplo info@example.org.")
        case .hintFormat: Bilingual(en: "Write it in the form {format}.", es: "Escríbalo con el formato {format}.")
        case .hintEmptyText:
            Bilingual(en: "Write what is known, or leave the field out.", es: "Escriba el dato, o no incluya el campo.")
        case .hintPattern: Bilingual(en: "The expected form is {pattern}", es: "La forma que se espera es {pattern}")
        case .hintVersion: Bilingual(en: "Write the first two numbers of the OC4IDS version, as in 0.9.", es: "Escriba los dos primeros números de la versión de OC4IDS, por ejemplo 0.9.")
        case .hintEmptyList: Bilingual(en: "List at least one, or leave the field out.", es: "Incluya al menos uno, o no incluya el campo.")
        case .hintEmptyObject: Bilingual(en: "Fill in at least one of its fields, or leave it out.", es: "Llene al menos uno de sus campos, o no lo incluya.")
        case .hintUnique: Bilingual(en: "Keep one of them, or correct what should differ.", es: "Deje solo uno, o corrija lo que debería ser distinto.")
        case .hintUnexpected: Bilingual(en: "Remove it, or check how its name is written.", es: "Quítelo, o revise cómo está escrito su nombre.")
        case .hintLimits: Bilingual(en: "Check the value; see what is asked for with: oc4ids schema show {field}", es: "Revise el valor; vea qué se pide con: oc4ids schema show {field}")
        case .hintUnlistedCode:
            Bilingual(en: "Use a code of the list where one fits, so that others can compare. To see a list: oc4ids schema codelist {codelist}",
                      es: "Si algún código de la lista corresponde, use ese, para que los datos se puedan comparar. Para ver una lista: oc4ids schema codelist {codelist}")
        case .hintAdditionalField:
            Bilingual(en: "Correct the name if it is misspelt, or move the value to the field that OC4IDS has for it. A field of your own may stay, but few will find it.",
                      es: "Corrija el nombre si está mal escrito, o pase el dato al campo que OC4IDS tiene para eso. Un campo propio puede quedarse, pero pocos lo van a encontrar.")
        default: Bilingual(en: "", es: "")
        }
    }
}
