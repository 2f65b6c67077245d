extension Message {
    /// Why an input could not be read, and what to do.
    var readingTexts: Bilingual {
        switch self {
        case .empty: Bilingual(en: "The file is empty", es: "El archivo está vacío")
        case .utf16: Bilingual(en: "The file is text in UTF-16, not UTF-8", es: "El archivo es texto en UTF-16, no en UTF-8")
        case .utf32: Bilingual(en: "The file is text in UTF-32, not UTF-8", es: "El archivo es texto en UTF-32, no en UTF-8")
        case .html: Bilingual(en: "This is a web page (HTML), not JSON data", es: "Esto es una página web (HTML), no datos JSON")
        case .xml: Bilingual(en: "This is XML, not JSON data", es: "Esto es XML, no datos JSON")
        case .gzip: Bilingual(en: "The file is compressed with gzip", es: "El archivo está comprimido con gzip")
        case .zip: Bilingual(en: "The file is a zip archive (an Excel workbook is one too)", es: "El archivo es un zip (un libro de Excel también lo es)")
        case .pdf: Bilingual(en: "This is a PDF document, not JSON data", es: "Esto es un documento PDF, no datos JSON")
        case .truncated: Bilingual(en: "The end of the file is missing", es: "Falta el final del archivo")
        case .invalidUTF8:
            Bilingual(en: "The text is not UTF-8: the byte {byte} here is probably “{character}” in Windows-1252 or Latin-1",
                      es: "El texto no está en UTF-8: el byte {byte} en este lugar es probablemente «{character}» en Windows-1252 o Latin-1")
        case .invalidUTF8Unknown: Bilingual(en: "The text is not UTF-8: the byte {byte} cannot stand here", es: "El texto no está en UTF-8: el byte {byte} no puede estar en este lugar")
        case .truncatedLine: Bilingual(en: "The line ends before its data does: something is not closed", es: "La línea termina antes que sus datos: algo quedó sin cerrar")
        case .excel: Bilingual(en: "This is an Excel workbook, not JSON data", es: "Esto es un libro de Excel, no datos JSON")
        case .image: Bilingual(en: "This is a picture, not JSON data", es: "Esto es una imagen, no datos JSON")
        case .archive: Bilingual(en: "The file is a compressed archive", es: "El archivo es un archivo comprimido")
        case .csv: Bilingual(en: "This looks like a table in text form (CSV), not JSON data", es: "Esto parece una tabla en texto (CSV), no datos JSON")
        case .tooManyNames: Bilingual(en: "The package has more than {limit} different fields at its top", es: "El paquete tiene más de {limit} campos distintos en su primer nivel")
        case .hintTruncatedLine: Bilingual(en: "Write each project whole on one line.", es: "Escriba cada proyecto completo en una línea.")
        case .hintExcel: Bilingual(en: "Export the data as JSON from the system that holds it.", es: "Exporte los datos como JSON desde el sistema que los tiene.")
        case .hintImage: Bilingual(en: "Look for the data itself, as JSON.", es: "Busque los datos mismos, en JSON.")
        case .hintCSV: Bilingual(en: "Convert it to OC4IDS first, or export JSON.", es: "Conviértala primero a OC4IDS, o exporte JSON.")
        case .lineBreakInText:
            Bilingual(en: "A text goes on over the end of its line: its closing quote \" is probably missing",
                      es: "Un texto sigue más allá del final de su línea: probablemente le faltan las comillas \" de cierre")
        case .controlCharacter:
            Bilingual(en: "A control character ({byte}) stands inside a text", es: "Hay un carácter de control ({byte}) dentro de un texto")
        case .invalidEscape: Bilingual(en: "A backslash \\ inside a text is not followed by what JSON allows", es: "Después de una barra inversa \\ en un texto no sigue lo que JSON permite")
        case .invalidNumber: Bilingual(en: "A number is not written as JSON wants it", es: "Un número no está escrito como JSON lo pide")
        case .expectedValue: Bilingual(en: "A value is missing here; found {found}", es: "Aquí falta un valor; se encontró {found}")
        case .expectedKey: Bilingual(en: "A field name between quotes is missing here; found {found}", es: "Aquí falta el nombre de un campo entre comillas; se encontró {found}")
        case .expectedColon: Bilingual(en: "A colon is missing between a field’s name and its value; found {found}", es: "Faltan los dos puntos entre el nombre de un campo y su valor; se encontró {found}")
        case .expectedCommaOrEndOfObject: Bilingual(en: "A comma or a closing brace } is missing here; found {found}", es: "Aquí falta una coma o la llave } de cierre; se encontró {found}")
        case .expectedCommaOrEndOfArray: Bilingual(en: "A comma or a closing bracket ] is missing here; found {found}", es: "Aquí falta una coma o el corchete ] de cierre; se encontró {found}")
        case .trailingComma: Bilingual(en: "There is a comma too many before } or ]", es: "Hay una coma de más antes de } o ]")
        case .extraContent: Bilingual(en: "Something follows after the end of the data; found {found}", es: "Hay algo después del final de los datos; se encontró {found}")
        case .tooDeep: Bilingual(en: "Lists and objects are nested more than {limit} levels deep", es: "Hay listas y objetos anidados a más de {limit} niveles")
        case .pieceTooLarge:
            Bilingual(en: "One project, or one value of the package, is larger than {limit}", es: "Un proyecto, o un valor del paquete, es mayor que {limit}")
        case .tooManyValues:
            Bilingual(en: "One project, or one value of the package, holds more than {limit} values", es: "Un proyecto, o un valor del paquete, contiene más de {limit} valores")
        case .tooMuchWork: Bilingual(en: "Checking a value against the schema takes too long", es: "Revisar un valor con el esquema toma demasiado tiempo")

        case .temporaryFile: Bilingual(en: "The results of single projects could not be kept until the end: {reason}", es: "No se pudieron guardar los resultados de cada proyecto hasta el final: {reason}")
        case .hintTemporaryFile:
            Bilingual(en: "Free some space where temporary files are kept, name another folder in TMPDIR, or leave the projects out with --no-projects.",
                      es: "Libere espacio donde se guardan los archivos temporales, indique otra carpeta en TMPDIR, o deje fuera los proyectos con --no-projects.")

        case .hintEmpty: Bilingual(en: "Export or download it again.", es: "Expórtelo o descárguelo de nuevo.")
        case .hintEncoding: Bilingual(en: "Save it as UTF-8.", es: "Guárdelo como UTF-8.")
        case .hintHTML:
            Bilingual(en: "The server sent an error or login page in place of the data. Open the address in a browser and look.",
                      es: "El servidor envió una página de error o de ingreso en lugar de los datos. Abra la dirección en un navegador y revise.")
        case .hintXML: Bilingual(en: "Look for the JSON version of the data.", es: "Busque la versión JSON de los datos.")
        case .hintCompressed: Bilingual(en: "Unpack it first.", es: "Descomprímalo primero.")
        case .hintPDF: Bilingual(en: "Ask for the data behind it as JSON.", es: "Pida los datos en JSON.")
        case .hintTruncated:
            Bilingual(en: "The download or export probably broke off. Do it again and compare the size.", es: "Probablemente la descarga o la exportación se cortó. Repítala y compare el tamaño.")
        case .hintWindows1252:
            Bilingual(en: "Save the file as UTF-8 (in most editors: Save as, Encoding UTF-8), or have the export write UTF-8.",
                      es: "Guarde el archivo como UTF-8 (en la mayoría de editores: Guardar como, Codificación UTF-8), o configure la exportación en UTF-8.")
        case .hintControlCharacter: Bilingual(en: "Write a line break as \\n and a tab as \\t.", es: "Escriba un salto de línea como \\n y un tabulador como \\t.")
        case .hintInvalidEscape: Bilingual(en: "Write a backslash as \\\\, as in C:\\\\data.", es: "Escriba una barra inversa como \\\\, por ejemplo C:\\\\datos.")
        case .hintInvalidNumber: Bilingual(en: "Write digits with a decimal point, without leading zeros or separators, as in 1250.5.",
                                           es: "Escriba dígitos con punto decimal, sin ceros a la izquierda ni separadores, por ejemplo 1250.5.")
        case .hintSyntax: Bilingual(en: "Correct this place, or have the program that wrote the file produce proper JSON.", es: "Corrija este lugar, o haga que el programa que generó el archivo produzca JSON correcto.")
        case .hintQuotes: Bilingual(en: "JSON wants straight double quotes \" around names and texts.", es: "JSON pide comillas dobles rectas \" en nombres y textos.")
        case .hintTrailingComma: Bilingual(en: "Remove the comma.", es: "Quite la coma.")
        case .hintExtraContent:
            Bilingual(en: "One file holds one package or one project; for several, use a list [ ] or one project a line.",
                      es: "Un archivo contiene un paquete o un proyecto; para varios, use una lista [ ] o un proyecto por línea.")
        case .hintTooDeep: Bilingual(en: "If this is right, allow more with --max-depth.", es: "Si es correcto, permita más con --max-depth.")
        case .hintPieceMemory: Bilingual(en: "That is what the memory is enough for. If the project is right, allow more with --memory.", es: "Para eso alcanza la memoria. Si el proyecto es correcto, permita más con --memory.")
        case .hintPieceTooLarge: Bilingual(en: "If this is right, allow more with --max-project-size.", es: "Si es correcto, permita más con --max-project-size.")
        case .hintTooMuchWork: Bilingual(en: "Simplify the schema’s pattern or combinations for this field.", es: "Simplifique el patrón o las combinaciones del esquema para este campo.")

        case .nameNotUTF8: Bilingual(en: "The file’s name is not UTF-8 text, so it was not read", es: "El nombre del archivo no está en UTF-8, por eso no se leyó")
        case .hintNameNotUTF8: Bilingual(en: "Rename the file without accents.", es: "Cambie el nombre del archivo, sin tildes ni eñes.")
        case .notFound: Bilingual(en: "There is no such file or folder", es: "No existe ese archivo o carpeta")
        case .notPermitted: Bilingual(en: "There is no permission to read it", es: "No hay permiso para leerlo")
        case .isFolder: Bilingual(en: "This is a folder", es: "Esto es una carpeta")
        case .emptyFolder:
            Bilingual(en: "The folder holds no .json, .jsonl, .ndjson (also with .gz) or .zip file", es: "La carpeta no tiene archivos .json, .jsonl, .ndjson (también con .gz) ni .zip")
        case .unreadable: Bilingual(en: "It could not be read: {reason}", es: "No se pudo leer: {reason}")
        case .ocds:
            Bilingual(en: "This is contracting data (OCDS, “{key}”), not project data (OC4IDS)", es: "Estos son datos de contrataciones (OCDS, «{key}»), no de proyectos (OC4IDS)")
        case .notFetched: Bilingual(en: "It could not be fetched: {reason}", es: "No se pudo descargar: {reason}")
        case .hintNotFetched: Bilingual(en: "Open the address in a browser and look, or try again later.", es: "Abra la dirección en un navegador y revise, o intente más tarde.")
        case .hintNotFound: Bilingual(en: "Check the name and where you are.", es: "Revise el nombre y la carpeta donde está.")
        case .hintNotPermitted: Bilingual(en: "Ask whoever owns it for access.", es: "Pida acceso a quien lo administra.")
        case .hintIsFolder: Bilingual(en: "Name a file inside it.", es: "Indique un archivo dentro de ella.")
        case .hintEmptyFolder: Bilingual(en: "Check the folder, or name the file.", es: "Revise la carpeta, o indique el archivo.")
        case .hintUnreadable: Bilingual(en: "Try again; if it stays so, the disk or the connection is at fault.", es: "Intente de nuevo; si sigue igual, la falla es del disco o de la conexión.")
        case .hintOCDS:
            Bilingual(en: "Check it with a tool for OCDS, or publish the projects that these contracts belong to in OC4IDS.",
                      es: "Revíselo con una herramienta para OCDS, o publique en OC4IDS los proyectos a los que pertenecen estos contratos.")
        case .badLine: Bilingual(en: "Line {line} could not be read: {reason}", es: "La línea {line} no se pudo leer: {reason}")
        case .foundEnd: Bilingual(en: "the end of the file", es: "el final del archivo")
        case .foundByte: Bilingual(en: "the byte {byte}", es: "el byte {byte}")
        default: Bilingual(en: "", es: "")
        }
    }
}
