extension FeedMessage {
    /// What became of feeds.
    var outcomeTexts: Bilingual {
        switch self {
        case .certificateNotVerified: Bilingual(en: "the server’s TLS certificate was not verified (verifyTLS: false)", es: "no se verificó el certificado TLS del servidor (verifyTLS: false)")
        case .projectsFell: Bilingual(en: "only {to} projects; the copy before had {from}", es: "solo {to} proyectos; la copia anterior tenía {from}")
        case .repeatedProjects: Bilingual(en: "{count} project stands in several parts|{count} projects stand in several parts", es: "{count} proyecto está en varias partes|{count} proyectos están en varias partes")
        case .repeatedExamples: Bilingual(en: "{text}, as {examples}", es: "{text}, por ejemplo {examples}")
        case .withoutParts: Bilingual(en: "nothing is there for {count} year or month|nothing is there for {count} years or months", es: "no hay nada para {count} año o mes|no hay nada para {count} años o meses")
        case .secondPageIsFirst:
            Bilingual(en: "the second page is the first once more; if the feed has more, “parameter” in the description is not {value} at this server",
                      es: "la segunda página es otra vez la primera; si la fuente tiene más, en este servidor «parameter» de la descripción no es {value}")

        case .isNew: Bilingual(en: "new", es: "nueva")
        case .isUnchanged: Bilingual(en: "unchanged", es: "sin cambios")
        case .keptFrom: Bilingual(en: "the copy from {age} is used", es: "se usa la copia de {age}")
        case .keptNothing: Bilingual(en: "there is no copy of it", es: "no hay ninguna copia")
        case .ageDays: Bilingual(en: "{count} day ago|{count} days ago", es: "hace {count} día|hace {count} días")
        case .ageHours: Bilingual(en: "{count} hour ago|{count} hours ago", es: "hace {count} hora|hace {count} horas")
        case .ageNow: Bilingual(en: "less than an hour ago", es: "hace menos de una hora")

        case .feed: Bilingual(en: "Feed", es: "Fuente")
        case .outcome: Bilingual(en: "Download", es: "Descarga")
        case .projects: Bilingual(en: "Projects", es: "Proyectos")
        case .size: Bilingual(en: "Size", es: "Tamaño")
        case .age: Bilingual(en: "Copy", es: "Copia")
        case .data: Bilingual(en: "Data", es: "Datos")
        case .feedsNew: Bilingual(en: "{count} new", es: "{count} nueva|{count} nuevas")
        case .feedsUnchanged: Bilingual(en: "{count} unchanged", es: "{count} sin cambios")
        case .feedsFailed: Bilingual(en: "{count} failed", es: "{count} falló|{count} fallaron")
        case .feedsTotal: Bilingual(en: "{count} feed|{count} feeds", es: "{count} fuente|{count} fuentes")
        case .dataDisclosed: Bilingual(en: "{percent} of what is due published", es: "{percent} de lo exigible publicado")
        case .dataClean: Bilingual(en: "no errors", es: "sin errores")
        case .dataFindings: Bilingual(en: "{count} error|{count} errors", es: "{count} error|{count} errores")
        case .dataUnreadable: Bilingual(en: "could not be read", es: "no se pudo leer")
        case .progress: Bilingual(en: "{done} of {all} feeds · {bytes} · {rate}/s", es: "{done} de {all} fuentes · {bytes} · {rate}/s")
        case .interrupted:
            Bilingual(en: "Interrupted: {done} of {all} feeds are done and kept. Run the same command again for the others; what has not changed is not sent again.",
                      es: "Interrumpido: {done} de {all} fuentes están listas y guardadas. Ejecute de nuevo el mismo comando para las demás; lo que no ha cambiado no se envía otra vez.")
        case .progressItem: Bilingual(en: "{feed} {bytes} at {rate}/s", es: "{feed} {bytes} a {rate}/s")
        default: Bilingual(en: "", es: "")
        }
    }

    /// The store.
    var storeTexts: Bilingual {
        switch self {
        case .storeNotStore: Bilingual(en: "The folder {path} is no store and holds other things. Name another one with --store.", es: "La carpeta {path} no es un almacén y contiene otras cosas. Indique otra con --store.")
        case .storeNewer: Bilingual(en: "The store {path} was made by a newer version of this program: update it, or name another store with --store.", es: "El almacén {path} fue creado por una versión más nueva de este programa: actualícelo, o indique otro almacén con --store.")
        case .storeInUse: Bilingual(en: "Another run is using the store {path}. Try again when it has ended.", es: "Otra ejecución está usando el almacén {path}. Intente de nuevo cuando termine.")
        case .storeFull: Bilingual(en: "The disk is full: {path} could not be written. Nothing that was in the store is lost; make room and run it again.",
                                   es: "El disco está lleno: no se pudo escribir {path}. No se perdió nada del almacén; libere espacio y ejecute de nuevo.")
        case .storeFailed: Bilingual(en: "The store cannot be used: {path}: {reason}", es: "No se puede usar el almacén: {path}: {reason}")
        case .storeNone: Bilingual(en: "There is no store at {path} yet; fetch makes it.", es: "Todavía no hay un almacén en {path}; fetch lo crea.")
        case .storeNoFeed: Bilingual(en: "The store has no feed {value}.", es: "El almacén no tiene la fuente {value}.")
        case .storeEmpty: Bilingual(en: "The store holds no feeds yet.", es: "El almacén todavía no tiene fuentes.")
        case .copies: Bilingual(en: "Copies", es: "Copias")
        case .countedEntries:
            Bilingual(en: "{count} history entry|{count} history entries", es: "{count} entrada del historial|{count} entradas del historial")
        case .countedCopies: Bilingual(en: "{count} copy|{count} copies", es: "{count} copia|{count} copias")
        case .lastTry: Bilingual(en: "Last try", es: "Último intento")
        case .from: Bilingual(en: "From", es: "De")
        case .finalAddress: Bilingual(en: "redirected to {address}", es: "redirigida a {address}")
        case .digest: Bilingual(en: "SHA-256", es: "SHA-256 (huella)")
        case .outcomeStored: Bilingual(en: "stored", es: "guardada")
        case .outcomeUnchanged: Bilingual(en: "unchanged", es: "sin cambios")
        case .outcomeFailed: Bilingual(en: "failed: {reason}", es: "falló: {reason}")
        case .pruned: Bilingual(en: "Removed: {entries}, {bodies}, {bytes}.", es: "Se quitaron: {entries}, {bodies}, {bytes}.")
        case .prunedUnreadable: Bilingual(en: "Copies were left alone: {entries} history entries cannot be read. See oc4ids store verify.",
                                          es: "Las copias no se tocaron: {entries} entradas del historial no se pueden leer. Vea oc4ids store verify.")
        case .verified: Bilingual(en: "{feeds}, {entries}, {bodies}, {bytes} read.", es: "{feeds}, {entries}, {bodies}, {bytes} leídos.")
        case .problemEntry: Bilingual(en: "{feed}: a history entry cannot be read: {what}", es: "{feed}: no se puede leer una entrada del historial: {what}")
        case .problemMissing: Bilingual(en: "{feed}: the copy {what} is missing", es: "{feed}: falta la copia {what}")
        case .problemDamaged: Bilingual(en: "{feed}: the copy {what} is damaged", es: "{feed}: la copia {what} está dañada")
        default: Bilingual(en: "", es: "")
        }
    }
}
