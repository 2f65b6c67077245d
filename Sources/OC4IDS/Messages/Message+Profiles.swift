extension Message {
    /// What is wrong with a profile, and what to do.
    var profileTexts: Bilingual {
        switch self {
        case .profileDuplicateElement: Bilingual(en: "The id “{id}” stands twice", es: "El identificador «{id}» aparece dos veces")
        case .profileUnknownPath: Bilingual(en: "The standard has no field “{path}”", es: "El estándar no tiene el campo «{path}»")
        case .profileUnknownProfile: Bilingual(en: "There is no profile “{id}”", es: "No existe el perfil «{id}»")
        case .profileWeight: Bilingual(en: "“{weight}” is no weight", es: "«{weight}» no sirve como peso")
        case .profileEmptyView: Bilingual(en: "No element of the other profile is in this view", es: "Esta vista no incluye ningún elemento del otro perfil")
        case .hintProfileEmptyView: Bilingual(en: "Name what its elements have under “disclosure”.", es: "Indique en «disclosure» lo que tienen sus elementos.")
        case .profileLevelOrder: Bilingual(en: "The level “{id}” does not begin above the one before it", es: "El nivel «{id}» no empieza más arriba que el anterior")
        case .profileTooFine: Bilingual(en: "The rules divide shares into parts too small to be exact", es: "Las reglas dividen las proporciones en partes demasiado pequeñas para ser exactas")
        case .profileUnexpected: Bilingual(en: "“{property}” must not stand here", es: "«{property}» no puede estar aquí")
        case .profileRuleKind: Bilingual(en: "A rule has to be of exactly one kind", es: "Una regla tiene que ser de una sola clase")
        case .profileElementPlace: Bilingual(en: "It is not clear where the element belongs", es: "No queda claro a dónde pertenece el elemento")
        case .profileElementsOrView: Bilingual(en: "A profile has either elements or a view of another profile", es: "Un perfil tiene elementos propios o la vista de otro perfil, no ambos")
        case .profileHas: Bilingual(en: "This is neither a rule nor a list of paths", es: "Esto no es una regla ni una lista de rutas")

        case .profileDuplicateKey: Bilingual(en: "The key “{key}” stands twice: first in line {line}", es: "La clave «{key}» aparece dos veces: la primera, en la línea {line}")
        case .profileLevelFrom: Bilingual(en: "A level cannot begin at “{number}”", es: "Un nivel no puede empezar en «{number}»")
        case .profileNoLowestLevel: Bilingual(en: "No level begins at 0, so low scores would have no level", es: "Ningún nivel empieza en 0, así que los puntajes bajos quedarían sin nivel")
        case .profileNestedSearch:
            Bilingual(en: "“{path}” would be looked through again for each item of another list that is looked through again and again itself: that can take hours",
                      es: "«{path}» se recorrería de nuevo por cada elemento de otra lista que ya se recorre una y otra vez: eso puede tardar horas")
        case .hintProfileDuplicateKey: Bilingual(en: "Keep one of the two.", es: "Deje solo una de las dos.")
        case .hintProfileDuplicateLevel: Bilingual(en: "Give each level an id of its own.", es: "Dele a cada nivel su propio identificador.")
        case .hintProfileDeep: Bilingual(en: "No rule needs so many levels: put its parts beside one another.", es: "Ninguna regla necesita tantos niveles: ponga sus partes una al lado de la otra.")
        case .hintProfileNestedSearch:
            Bilingual(en: "Within an item, or a contracting process, only one “item” with a slash in front may stand in another. Put the two side by side in “all”, or take the slash away where the list is one of the item itself.",
                      es: "Dentro de un elemento de lista, o de un proceso de contratación, los «item» con diagonal no pueden ir uno dentro de otro. Póngalos uno al lado del otro en «all», o quite la diagonal si la lista es del mismo elemento.")
        case .hintProfileDuplicate: Bilingual(en: "Give each element an id of its own.", es: "Dele a cada elemento su propio identificador.")
        case .hintProfilePath:
            Bilingual(en: "A path begins at the project, or at the process or the item; with a slash in front always at the project. To see the fields: oc4ids schema list",
                      es: "La ruta empieza en el proyecto, o en el proceso o el elemento de la lista; con una diagonal adelante, siempre en el proyecto. Para ver los campos: oc4ids schema list")
        case .hintProfileKnown: Bilingual(en: "To see the profiles: oc4ids profile list", es: "Para ver los perfiles: oc4ids profile list")
        case .hintProfileWeight: Bilingual(en: "Write a number above 0, up to 1,000, with no more than six decimals.", es: "Escriba un número mayor que 0, hasta 1,000, con seis decimales como máximo.")
        case .hintProfileLevels: Bilingual(en: "Order the levels from the lowest, which begins at 0, to the highest; up to 1, with no more than nine decimals.", es: "Ordene los niveles del más bajo, que empieza en 0, al más alto; hasta 1, con nueve decimales como máximo.")
        case .hintProfileTooFine: Bilingual(en: "Use fewer lists of “all” within one another.", es: "Use menos listas «all» una dentro de otra.")
        case .hintProfileRule: Bilingual(en: "Use one of these: present, equals with to, differs, all, any, item.", es: "Use una de estas: present, equals con to, differs, all, any, item.")
        case .hintProfileElement: Bilingual(en: "Give it a stage and disclosure, or a module.", es: "Indique stage y disclosure, o bien module.")
        case .hintProfileFormat: Bilingual(en: "The form of a profile is described in docs/disclosure.md.", es: "La forma de un perfil se describe en docs/disclosure.es.md.")
        default: Bilingual(en: "", es: "")
        }
    }
}
