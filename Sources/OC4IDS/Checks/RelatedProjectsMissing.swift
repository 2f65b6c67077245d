/// A related project, in the OC4IDS scheme or without one, that is no project of the input, nor of one before it in the same call, although its id begins
/// with the prefix of one of the input's own projects. See `ProjectLinks`.
///
/// A note only, since data cannot tell: the project may be published elsewhere. With another prefix it is another institution's, and nothing is said.
enum RelatedProjectsMissing {
    static let definition = CheckDefinition(
        severity: .info,
        title: Bilingual(en: "Related projects that are not in the data", es: "Proyectos relacionados que no están en los datos"),
        rationale: Bilingual(
            en: "A related project is reached by its id. If no project has it, the id may be mistyped, or the project published in a file that is not reviewed here. Only ids with a prefix of the file's own projects are looked for, in the file and in those reviewed before it; each missing project counts once.",
            es: "A un proyecto relacionado se llega por su identificador. Si ningún proyecto lo tiene, puede estar mal escrito, o el proyecto está publicado en un archivo que no se revisa aquí. Solo se buscan los identificadores con un prefijo de los proyectos del propio archivo, en ese archivo y en los revisados antes; cada proyecto que falta se cuenta una vez."),
        message: Bilingual(en: "Related project that is not in the data", es: "Proyecto relacionado que no está en los datos"),
        hint: Bilingual(en: "Compare the identifier with the other project's id. If it is right, make sure that the project is published too; review files that belong together in one call, the oldest first.",
                        es: "Compare el identificador con el del otro proyecto. Si es correcto, verifique que ese proyecto también esté publicado; revise juntos los archivos relacionados, del más antiguo al más reciente."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "title": "Puesto de salud", "relatedProjects": [{"id": "1", "scheme": "oc4ids", "identifier": "oc4ids-bu3kcz-2", "relationship": "construction"}]}"#)
}
