extension FeedMessage {
    /// Why a feed brought nothing, and what to do; how the program was called for it.
    var transferTexts: Bilingual {
        switch self {
        case .badAddress: Bilingual(en: "{address} is no address; one begins with https:// or http://, and the server’s name follows", es: "{address} no es una dirección; empiezan con https:// o http://, y sigue el nombre del servidor")
        case .unsupportedScheme: Bilingual(en: "only http and https addresses are fetched, not {address}", es: "solo se descargan direcciones http y https, no {address}")
        case .hostUnknown: Bilingual(en: "no server of the name {host} was found; check the address and the connection", es: "no se encontró ningún servidor con el nombre {host}; revise la dirección y la conexión")
        case .hostNotConverted: Bilingual(en: "the name {host} cannot be converted to the letters that servers have in their names; write it as they do (xn--…)", es: "no se puede convertir el nombre {host} a las letras que usan los servidores; escríbalo como ellos (xn--…)")
        case .connectionFailed: Bilingual(en: "{host} could not be reached ({reason}); check the address, or try again later", es: "no se pudo conectar con {host} ({reason}); revise la dirección o intente más tarde")
        case .connectTimedOut: Bilingual(en: "{host} did not answer within {seconds} s; try again later", es: "{host} no respondió en {seconds} s; intente más tarde")
        case .addressRefused:
            Bilingual(en: "{host} leads to the private address {address}, which --block-private refuses", es: "{host} lleva a la dirección privada {address}, que --block-private rechaza")
        case .proxyFailed: Bilingual(en: "the proxy failed ({reason}); check https_proxy and http_proxy", es: "el proxy falló ({reason}); revise https_proxy y http_proxy")
        case .certificateRejected:
            Bilingual(en: "the TLS certificate of {host} cannot be trusted: {reason}. If the publisher cannot correct it, the feed’s description may say verifyTLS: false.",
                      es: "el certificado TLS de {host} no es de confianza: {reason}. Si quien publica no lo puede corregir, la descripción de la fuente puede decir verifyTLS: false.")
        case .secureConnectionFailed: Bilingual(en: "no secure connection with {host} ({reason}); if it stays like this, tell the publisher", es: "no hubo conexión segura con {host} ({reason}); si continúa así, avise a quien publica")
        case .tooManyRedirects: Bilingual(en: "more than {limit} redirects, probably in a circle; check the address", es: "más de {limit} redirecciones, probablemente en círculo; revise la dirección")
        case .redirectToScheme: Bilingual(en: "the server redirects to {address}, which is neither http nor https; check the address", es: "el servidor redirige a {address}, que no es http ni https; revise la dirección")
        case .redirectDowngrade:
            Bilingual(en: "the server redirects from https to the unprotected address {address}; --allow-http-redirect lets it", es: "el servidor redirige de https a la dirección sin protección {address}; --allow-http-redirect lo permite")
        case .redirectWithoutAddress: Bilingual(en: "the server redirects ({status}) without saying where to; tell the publisher", es: "el servidor redirige ({status}) sin decir a dónde; avise a quien publica")
        case .statusUnauthorized: Bilingual(en: "the server wants a user name or key ({status}): the description gives it in headers or url", es: "el servidor pide usuario o clave ({status}): la descripción los indica en headers o url")
        case .statusForbidden: Bilingual(en: "the server refuses ({status}); some do so unless a browser asks: see userAgent", es: "el servidor rechaza la consulta ({status}); algunos lo hacen si no pregunta un navegador: vea userAgent")
        case .statusNotFound: Bilingual(en: "nothing is there ({status}): the address has probably changed", es: "ahí no hay nada ({status}): probablemente la dirección cambió")
        case .statusTooMany: Bilingual(en: "the server is asked too often ({status}); try again later, with --per-host 1", es: "el servidor recibe demasiadas consultas ({status}); intente más tarde, con --per-host 1")
        case .statusServer: Bilingual(en: "the server has a failure of its own ({status})", es: "el servidor tiene una falla propia ({status})")
        case .statusOther: Bilingual(en: "the server answered with status {status}; check the address and, in the description, method and body", es: "el servidor respondió con el estado {status}; revise la dirección y, en la descripción, method y body")
        case .tryLater: Bilingual(en: "try again later", es: "intente más tarde")
        case .waitUntil: Bilingual(en: "it asks not to be asked before {time}: fetch it again then", es: "pide que no se le consulte antes del {time}: descargue de nuevo después")
        case .waitTooLong:
            Bilingual(en: "it asks to wait for more than a year, which is probably a mistake: tell the publisher", es: "pide esperar más de un año, probablemente por error: avise a quien publica")
        case .cutShort: Bilingual(en: "the download was cut short after {received}; try again later", es: "la descarga se cortó después de {received}; intente más tarde")
        case .cutShortOf: Bilingual(en: "the download was cut short: {received} of {expected}; try again later", es: "la descarga se cortó: {received} de {expected}; intente más tarde")
        case .connectionLost: Bilingual(en: "the connection was lost ({reason}); try again later", es: "se perdió la conexión ({reason}); intente más tarde")
        case .notHTTP: Bilingual(en: "what {host} answers is not HTTP; check the port, and whether the address begins with https:// or http://", es: "lo que responde {host} no es HTTP; revise el puerto, y si la dirección empieza con https:// o http://")
        case .stalled: Bilingual(en: "nothing came for {seconds} s; try again later", es: "no llegó nada durante {seconds} s; intente más tarde")
        case .timedOut: Bilingual(en: "it was not complete after {seconds} s; --timeout gives more time", es: "no terminó en {seconds} s; --timeout da más tiempo")
        case .tooLarge: Bilingual(en: "it is larger than {limit}; --max-size allows more", es: "pesa más de {limit}; --max-size permite más")
        case .unpackedTooLarge: Bilingual(en: "it unpacks to more than {limit}; --max-size allows more", es: "descomprimido pesa más de {limit}; --max-size permite más")
        case .damagedEncoding: Bilingual(en: "what came is not packed as the server says ({reason}); tell the publisher", es: "lo recibido no está comprimido como dice el servidor ({reason}); avise a quien publica")
        case .packedTwice: Bilingual(en: "what came is not packed as the server says: something follows the end of what is packed; tell the publisher", es: "lo recibido no está comprimido como dice el servidor: hay algo después del final de lo comprimido; avise a quien publica")
        case .diskFull: Bilingual(en: "the disk is full ({path}); what was kept before is still there", es: "el disco está lleno ({path}); lo guardado antes sigue ahí")
        case .cannotWrite: Bilingual(en: "{path} cannot be written: {reason}", es: "no se puede escribir {path}: {reason}")
        case .cancelled: Bilingual(en: "it was broken off", es: "se interrumpió")
        case .other: Bilingual(en: "the transfer failed: {reason} ({code})", es: "la descarga falló: {reason} ({code})")
        case .notArchive: Bilingual(en: "what came is no zip archive; the description asks for one (archive: zip)", es: "lo recibido no es un archivo zip; la descripción pide uno (archive: zip)")
        case .notProjects:
            Bilingual(en: "what came holds neither a project package nor projects; check the address", es: "lo recibido no contiene un paquete de proyectos ni proyectos; revise la dirección")
        case .nextPageUnreadable:
            Bilingual(en: "what {address} names as the next page is neither text nor null; check “next” in the description", es: "lo que {address} indica como página siguiente no es texto ni null; revise «next» en la descripción")
        case .partGone: Bilingual(en: "{address} was there before and is not any more; “since” in the description can begin later", es: "{address} estaba antes y ya no está; «since» en la descripción puede empezar más tarde")
        case .nothingYet: Bilingual(en: "its dates begin in the future, so there is no address to ask yet; look at “since”", es: "sus fechas empiezan en el futuro y aún no hay dirección que consultar; revise «since»")
        case .nothingThere: Bilingual(en: "nothing is at any of the {count} addresses tried; the last one was {address}", es: "no hay nada en ninguna de las {count} direcciones probadas; la última fue {address}")
        case .tooManyPages: Bilingual(en: "there are more than {limit} pages; “most” in the description allows more", es: "hay más de {limit} páginas; «most» en la descripción permite más")
        case .pagesRepeat: Bilingual(en: "the page {address} is one that came before: it leads back to itself; check “next” in the description", es: "la página {address} ya había llegado: vuelve a sí misma; revise «next» en la descripción")
        case .nextPageElsewhere: Bilingual(en: "the next page is at another server: {address}", es: "la página siguiente está en otro servidor: {address}")
        case .addressIsPrefix:
            Bilingual(en: "the registry gives only the beginning of an address, {address}; an entry of feeds.yaml with this id has to give the whole one as url, as in {address}{year}.json",
                      es: "el registro solo da el inicio de una dirección, {address}; una entrada de feeds.yaml con este id debe dar la dirección completa en url, por ejemplo {address}{year}.json")

        case .noSource: Bilingual(en: "Name what to fetch: addresses, --feeds FILE or --registry FOLDER.", es: "Indique qué descargar: direcciones, --feeds ARCHIVO o --registry CARPETA.")
        case .sourceTwice: Bilingual(en: "Addresses do not go together with --feeds or --registry.", es: "Las direcciones no se combinan con --feeds ni --registry.")
        case .blockPrivateWithProxy:
            Bilingual(en: "--block-private does not work behind a proxy ({variable}), which connects by itself. Unset the proxy or leave the option out.",
                      es: "--block-private no funciona detrás de un proxy ({variable}), que se conecta por su cuenta. Quite el proxy o la opción.")
        case .noLibrary: Bilingual(en: "Fetching needs libcurl, which is missing (Debian: libcurl4): {reason}", es: "Para descargar se necesita libcurl, que falta (Debian: libcurl4): {reason}")
        case .oldLibrary: Bilingual(en: "Fetching needs libcurl {needed} or newer; this one is {found}.", es: "Para descargar se necesita libcurl {needed} o más nueva; esta es {found}.")
        case .noCertificates: Bilingual(en: "Cannot read the certificates in {path}: {reason}", es: "No se pueden leer los certificados de {path}: {reason}")
        case .wrongConnectTo: Bilingual(en: "--connect-to wants HOST1:PORT1:HOST2:PORT2, not {value}.", es: "--connect-to pide HOST1:PUERTO1:HOST2:PUERTO2, no {value}.")
        case .emptyStore: Bilingual(en: "--store wants the name of a folder.", es: "--store pide el nombre de una carpeta.")
        case .noResources: Bilingual(en: "The system gave no memory or no thread for fetching.", es: "El sistema no dio memoria o hilos para descargar.")
        default: Bilingual(en: "", es: "")
        }
    }
}
