import ArgumentParser
import Feeds
import Inputs
import OC4IDS

/// Options of everything that fetches.
struct TransferOptions: ParsableArguments {
    @Option(help: "Transfers at a time with one server. / Descargas simultáneas por servidor.")
    var perHost = TransferSettings.usualPerHost

    @Option(help: ArgumentHelp("Largest download, also unpacked, as in 2GB. / Descarga máxima, también descomprimida, por ejemplo 2GB.", valueName: "size"))
    var maxSize = ByteSize(bytes: TransferLimits().bytes)

    @Option(help: ArgumentHelp("Most time for one download, retries included. / Tiempo máximo por descarga, con reintentos.", valueName: "seconds"))
    var timeout = Int(TransferLimits().totalSeconds)

    @Option(help: "How often a download is tried again where that can help. / Reintentos, donde pueden servir.")
    var retries = RetryPolicy().retries

    @Option(help: ArgumentHelp("An address or e-mail that servers are told, to reach whoever fetches. / Dirección o correo que se da a los servidores.", valueName: "text"))
    var contact: String?

    @Option(help: ArgumentHelp("Connect to HOST2:PORT2 for HOST1:PORT1. / Conectarse a HOST2:PUERTO2 en lugar de HOST1:PUERTO1.", valueName: "host1:port1:host2:port2"))
    var connectTo: [String] = []

    @Option(help: ArgumentHelp("Certificates to trust, a PEM file. / Certificados de confianza, un archivo PEM.", valueName: "file"))
    var cacert: String?

    @Flag(help: "Refuse private and local addresses. / Rechazar direcciones privadas y locales.")
    var blockPrivate = false

    @Flag(help: "Follow redirects from https to http. / Seguir redirecciones de https a http.")
    var allowHttpRedirect = false

    func check(_ language: Language) throws {
        func atLeast(_ least: Int, _ value: Int, _ option: String) throws {
            guard value < least else { return }
            throw ValidationError((least == 0 ? UsageMessage.negative : .belowOne).text(language, ["option": option]))
        }
        try atLeast(1, perHost, "--per-host")
        try atLeast(1, timeout, "--timeout")
        try atLeast(0, retries, "--retries")
    }

    /// - Parameter total: transfers at a time.
    func settings(total: Int) -> TransferSettings {
        // A line break in it would begin another header.
        let contact = contact.map { " (+\(VisibleText.escaped($0)))" } ?? ""
        var settings = TransferSettings(userAgent: "oc4ids/\(Oc4ids.version)\(contact)")
        settings.total = total
        settings.perHost = min(perHost, settings.total)
        settings.retries.retries = retries
        settings.certificates = cacert
        settings.connectTo = connectTo
        settings.blocksPrivate = blockPrivate
        return settings
    }

    var limits: TransferLimits {
        var limits = TransferLimits()
        limits.bytes = maxSize.bytes
        limits.totalSeconds = min(Double(timeout), TransferLimits.mostSeconds)
        limits.connectSeconds = min(limits.connectSeconds, Double(timeout))
        limits.allowsDowngrade = allowHttpRedirect
        return limits
    }

    /// What a server sends may unpack to no more than it may send.
    func unpackingLimits(_ others: UnpackingLimits) -> UnpackingLimits {
        var limits = others
        limits.bytes = min(limits.bytes, maxSize.bytes)
        return limits
    }

    /// The engine, or an exit with the reason why nothing can be fetched.
    func engine(
        total: Int, _ words: FeedWords, progress: (@Sendable (TransferProgress) -> Void)? = nil, isStopped: (@Sendable () -> Bool)? = nil
    ) throws -> TransferEngine {
        do {
            return try TransferEngine(settings(total: total), progress: progress, isStopped: isStopped)
        } catch {
            throw Exit.usage(words.text(error))
        }
    }
}

/// Where copies are kept.
struct StoreOption: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of the store (default: oc4ids/store in XDG_DATA_HOME). / Carpeta del almacén.", valueName: "folder"))
    var store: String?

    var folder: String { store ?? (Environment.dataFolder ?? "./.local/share/oc4ids") + "/store" }

    func check(_ language: Language) throws {
        if store == "" { throw ValidationError(FeedMessage.emptyStore.text(language)) }
    }

    /// A run that adds to the store, which is made where there is none; or an exit.
    func begin(_ words: FeedWords) throws -> (Store, StoreRun) {
        do {
            let store = try Store(folder: folder)
            return (store, try store.beginRun())
        } catch {
            throw Exit.failed(words.text(error))
        }
    }
}
