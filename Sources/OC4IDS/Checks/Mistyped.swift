/// Fields that the schema does not have and that look like one of its own. Found among the additional fields.
enum MistypedFields {
    static let definition = CheckDefinition(
        severity: .info,
        title: Bilingual(en: "Fields whose name looks mistyped", es: "Campos cuyo nombre parece mal escrito"),
        rationale: Bilingual(
            en: "Programs look for the exact name: what stands under another is not read by anyone. The name is compared with those of the schema without case, accents and plurals, with their titles in Spanish and English, and allowing for one wrong letter in about four.",
            es: "Los programas buscan el nombre exacto: lo que está bajo otro nombre no lo lee nadie. El nombre se compara con los del esquema sin mayúsculas, tildes ni plurales, con sus títulos en español y en inglés, y admitiendo más o menos una letra distinta de cada cuatro."),
        message: Bilingual(en: "Additional field that looks like one of the schema", es: "Campo adicional que se parece a uno del esquema"),
        hint: Bilingual(en: "If the suggested field is meant, rename it. If not, leave it.", es: "Si se trata del campo sugerido, cámbiele el nombre. Si no, déjelo como está."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "tittle": "Puesto de salud"}"#)
}

/// Codes outside their list that look like one in it. Found among the values outside code lists.
enum MistypedCodes {
    static let definition = CheckDefinition(
        severity: .info,
        title: Bilingual(en: "Codes that look mistyped", es: "Códigos que parecen mal escritos"),
        rationale: Bilingual(
            en: "Who looks for all health projects asks for “health”: “Salud” or “helth” is not found. The value is compared with the list's codes without case, accents and plurals, with their titles in Spanish and English, and allowing for one wrong letter in about four.",
            es: "Quien busca todos los proyectos de salud pregunta por «health»: «Salud» o «helth» no aparecen. El valor se compara con los códigos de la lista sin mayúsculas, tildes ni plurales, con sus títulos en español y en inglés, y admitiendo más o menos una letra distinta de cada cuatro."),
        message: Bilingual(en: "Value that looks like a code of the list", es: "Valor que se parece a un código de la lista"),
        hint: Bilingual(en: "If the suggested code is meant, write it exactly so.", es: "Si se trata del código sugerido, escríbalo exactamente así."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "sector": ["salud"]}"#)
}
