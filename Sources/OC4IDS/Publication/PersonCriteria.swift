/// Criteria that data cannot tell: what a person has to look at, with what the data says of it.
enum PersonCriteria {
    private static let byPerson = Bilingual(en: "A person decides.", es: "Lo decide una persona.")
    private static let byPersonOfFields = Bilingual(en: "A person decides. Not applicable where nothing has the field.", es: "Lo decide una persona. No aplica si nada tiene el campo.")

    /// Links of the package that are there.
    private static func links(_ choose: @escaping @Sendable (PackageLinks) -> [String?]) -> @Sendable (PublicationFacts) -> Judgement {
        { Judgement(.manual, sample: choose($0.survey.links).compactMap(\.self)) }
    }

    private static func texts(_ kind: SampledText) -> @Sendable (PublicationFacts) -> Judgement {
        { facts in
            let sample = facts.survey.sample(kind)
            return sample.isEmpty ? .notApplicable : Judgement(.manual, sample: sample)
        }
    }

    static let discoverable = CriterionDefinition(
        title: Bilingual(en: "Easy to find", es: "Fácil de encontrar"),
        meaning: Bilingual(en: "Someone who does not know the address of the data finds it from the publisher's website in a few steps.",
                           es: "Quien no conoce la dirección de los datos los encuentra en pocos pasos desde el sitio web de la institución."),
        threshold: byPerson,
        source: Bilingual(en: "`publisher/name` and `publisher/uri` of the package.", es: "`publisher/name` y `publisher/uri` del paquete."),
        lookAt: Bilingual(en: "Begin at the publisher's home page, and look for the data in a search engine. Note how many steps it takes.",
                          es: "Empiece en la página principal de la institución y busque los datos también en un buscador. Anote cuántos pasos hacen falta."),
        judge: links { [$0.publisher, $0.publisherURI] })

    static let documented = CriterionDefinition(
        title: Bilingual(en: "Documented", es: "Documentada"),
        meaning: Bilingual(en: "A publication policy says what is published, from which systems, how often, and whom to ask.",
                           es: "Una política de publicación dice qué se publica, de qué sistemas viene, cada cuánto y a quién preguntar."),
        threshold: byPerson,
        source: Bilingual(en: "`publicationPolicy` of the package.", es: "`publicationPolicy` del paquete."),
        lookAt: Bilingual(en: "Open the link to the policy. Does it say what is covered, since when, how often it is updated, and whom to write to?",
                          es: "Abra el enlace de la política. ¿Dice qué abarca, desde cuándo, cada cuánto se actualiza y a quién escribir?"),
        judge: links { [$0.policy] })

    static let openLicense = CriterionDefinition(
        title: Bilingual(en: "Open licence", es: "Licencia abierta"),
        meaning: Bilingual(en: "Anyone may use the data for any purpose. Without a licence no one can be sure of that.",
                           es: "Cualquier persona puede usar los datos para cualquier fin. Sin licencia, nadie puede estar seguro."),
        threshold: byPerson,
        source: Bilingual(en: "`license` of the package.", es: "`license` del paquete."),
        lookAt: Bilingual(en: "Open the link to the licence. Is it an open one, such as CC BY 4.0 or CC0?", es: "Abra el enlace de la licencia. ¿Es abierta, por ejemplo CC BY 4.0 o CC0?"),
        judge: links { [$0.license] })

    static let retrievable = CriterionDefinition(
        title: Bilingual(en: "Can be downloaded", es: "Se puede descargar"),
        meaning: Bilingual(en: "All of the data can be downloaded at once, by a program too, without registering or asking.",
                           es: "Todos los datos se pueden descargar de una vez, también con un programa, sin registrarse ni pedir permiso."),
        threshold: byPerson,
        source: Bilingual(en: "`uri` of the package.", es: "`uri` del paquete."),
        lookAt: Bilingual(en: "Open the address in a private window. Does it bring this file, whole and without a password?",
                          es: "Abra la dirección en una ventana privada. ¿Trae este archivo completo y sin pedir contraseña?"),
        judge: links { [$0.uri] })

    static let titlesRealistic = CriterionDefinition(
        title: Bilingual(en: "Realistic project names", es: "Nombres de proyectos realistas"),
        meaning: Bilingual(en: "The name says what is built and where, in words that people use.", es: "El nombre dice qué se construye y dónde, con palabras que la gente usa."),
        threshold: byPersonOfFields,
        source: Bilingual(en: "`title` of the projects: a sample of five.", es: "`title` de los proyectos: una muestra de cinco."),
        lookAt: Bilingual(en: "Read the names. Are they those of real works, and do they tell one from another?", es: "Lea los nombres. ¿Son de obras reales y permiten distinguir una de otra?"),
        judge: texts(.titles))

    static let descriptionsRealistic = CriterionDefinition(
        title: Bilingual(en: "Realistic descriptions", es: "Descripciones realistas"),
        meaning: Bilingual(en: "The description says more than the name: size, scope, whom the works serve.", es: "La descripción dice más que el nombre: tamaño, alcance, a quién sirve la obra."),
        threshold: byPersonOfFields,
        source: Bilingual(en: "`description` of the projects: a sample of five.", es: "`description` de los proyectos: una muestra de cinco."),
        lookAt: Bilingual(en: "Read the descriptions. Would someone who lives nearby know what is being built?", es: "Lea las descripciones. ¿Una persona que vive cerca sabría qué se construye?"),
        judge: texts(.descriptions))

    static let organizationsRealistic = CriterionDefinition(
        title: Bilingual(en: "Realistic organization names", es: "Nombres de organizaciones realistas"),
        meaning: Bilingual(en: "Organizations bear the names by which registers know them, not those of persons, offices or systems.",
                           es: "Las organizaciones llevan el nombre con que aparecen en los registros, no el de personas, oficinas o sistemas."),
        threshold: byPersonOfFields,
        source: Bilingual(en: "`parties/name`: a sample of five.", es: "`parties/name`: una muestra de cinco."),
        lookAt: Bilingual(en: "Look the names up in the register of taxpayers or suppliers.", es: "Busque los nombres en el registro tributario o en el de proveedores."),
        judge: texts(.organizations))

    static let documentsOpen = CriterionDefinition(
        title: Bilingual(en: "Documents can be opened", es: "Los documentos se abren"),
        meaning: Bilingual(en: "Links lead to the documents themselves, and go on doing so.", es: "Los enlaces llevan a los documentos mismos, y siguen funcionando con el tiempo."),
        threshold: byPersonOfFields,
        source: Bilingual(en: "`url` of documents: a sample of five. The program opens none of them.", es: "`url` de los documentos: una muestra de cinco. El programa no abre ninguno."),
        lookAt: Bilingual(en: "Open the links. Does each bring the document that its title names?", es: "Abra los enlaces. ¿Cada uno trae el documento que anuncia su título?"),
        judge: texts(.documents))
}
