import JSONSchema
import Synchronization

/// The codes of one list, read when the first value is looked up: most inputs use few of the lists.
final class LazyCodes: Sendable {
    private let name: String
    private let loaded = Mutex<DigestSet?>(nil)

    init(_ name: String) {
        self.name = name
    }

    func contains(_ code: Digest) -> Bool {
        loaded.withLock { loaded in
            if let loaded { return loaded.contains(code) }
            let codes = DigestSet(Codelist.codes(ofBundled: name).map { Digest(of: $0) })
            loaded = codes
            return codes.contains(code)
        }
    }
}
