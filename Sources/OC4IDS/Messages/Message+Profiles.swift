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

        case .hintProfileDuplicate: Bilingual(en: "Give each element an id of its own.", es: "Dele a cada elemento su propio identificador.")
        case .hintProfilePath:
            Bilingual(en: "A path begins at the project, or at the process or the item; with a slash in front always at the project. To see the fields: oc4ids schema list",
                      es: "La ruta empieza en el proyecto, o en el proceso o el elemento de la lista; con una diagonal adelante, siempre en el proyecto. Para ver los campos: oc4ids schema list")
        case .hintProfileKnown: Bilingual(en: "To see the profiles: oc4ids profile list", es: "Para ver los perfiles: oc4ids profile list")
        case .hintProfileWeight: Bilingual(en: "Write a number above 0, up to 1,000, with no more than six decimals.", es: "Escriba un número mayor que 0, hasta 1,000, con seis decimales como máximo.")
        case .hintProfileLevels: Bilingual(en: "Order the levels from the lowest to the highest.", es: "Ordene los niveles del más bajo al más alto.")
        case .hintProfileTooFine: Bilingual(en: "Use fewer lists of “all” within one another.", es: "Use menos listas «all» una dentro de otra.")
        case .hintProfileRule: Bilingual(en: "Use one of these: present, equals with to, differs, all, any, item.", es: "Use una de estas: present, equals con to, differs, all, any, item.")
        case .hintProfileElement: Bilingual(en: "Give it a stage and disclosure, or a module.", es: "Indique stage y disclosure, o bien module.")
        case .hintProfileFormat: Bilingual(en: "The form of a profile is described in docs/disclosure.md.", es: "La forma de un perfil se describe en docs/disclosure.es.md.")
        default: Bilingual(en: "", es: "")
        }
    }
}
