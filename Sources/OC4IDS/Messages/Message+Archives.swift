extension Message {
    /// Why something packed could not be unpacked, and what to do.
    var archiveTexts: Bilingual {
        switch self {
        case .archiveNoData: Bilingual(en: "The archive holds no .json, .jsonl or .ndjson file", es: "El archivo comprimido no tiene archivos .json, .jsonl o .ndjson")
        case .archiveTruncated: Bilingual(en: "The end of the compressed file is missing", es: "Falta el final del archivo comprimido")
        case .archiveDamaged:
            Bilingual(en: "The compressed data is damaged: it is no longer what was packed", es: "Los datos comprimidos están dañados: ya no son los que se comprimieron")
        case .archiveExtraContent:
            Bilingual(en: "Something that does not belong there follows after the compressed data", es: "Después de los datos comprimidos sigue algo que no corresponde")
        case .archiveEncrypted: Bilingual(en: "It is protected with a password", es: "Está protegido con contraseña")
        case .archiveUnknownMethod: Bilingual(en: "It is compressed by a method that cannot be read here", es: "Está comprimido con un método que aquí no se puede leer")
        case .archiveNested: Bilingual(en: "This is an archive inside an archive, which is not opened", es: "Esto es un archivo comprimido dentro de otro, y no se abre")
        case .archiveTooLarge: Bilingual(en: "It unpacks to more than {limit}", es: "Descomprimido ocupa más de {limit}")
        case .archiveSuspicious:
            Bilingual(en: "It unpacks to more than {limit} times its size, which data rarely does", es: "Descomprimido ocupa más de {limit} veces su tamaño, lo que es raro en datos")
        case .hintArchiveNoData: Bilingual(en: "Check the archive, or name the file.", es: "Revise el archivo comprimido, o indique el archivo.")
        case .hintArchiveDamaged:
            Bilingual(en: "Download or copy it again; if it stays so, have it packed again.", es: "Descárguelo o cópielo de nuevo; si sigue igual, pida que lo compriman otra vez.")
        case .hintArchiveExtraContent: Bilingual(en: "Unpack it and look at what comes out, or pack the data again.", es: "Descomprímalo y revise lo que sale, o comprima los datos de nuevo.")
        case .hintArchiveEncrypted: Bilingual(en: "Unpack it with the password first.", es: "Descomprímalo primero con la contraseña.")
        case .hintArchiveUnknownMethod: Bilingual(en: "Unpack it first, or pack it with the usual method (deflate).", es: "Descomprímalo primero, o comprímalo con el método usual (deflate).")
        case .hintArchiveNested: Bilingual(en: "Unpack the outer archive first.", es: "Descomprima primero el de afuera.")
        case .hintArchiveTooLarge: Bilingual(en: "If this is right, allow more with --max-unpacked.", es: "Si es correcto, permita más con --max-unpacked.")
        case .hintArchiveSuspicious: Bilingual(en: "If this is right, allow more with --max-ratio.", es: "Si es correcto, permita más con --max-ratio.")
        default: Bilingual(en: "", es: "")
        }
    }
}
