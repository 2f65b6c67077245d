import Digests

/// Tells apart addresses that look alike where they are shown and stored, because what differs may be secret: `?pageToken=***`. A mark reveals
/// nothing of it, though a page's number or a short password could be guessed from a plain digest: a random key is part of it, which stays in
/// the store, readable for its owner.
struct AddressMarks: Sendable {
    static let keyBytes = 32

    private let key: [UInt8]

    /// Nil where there is no such key, or it cannot be read.
    init?(file path: String) {
        guard let key = try? WholeFile.read(path, most: AddressMarks.keyBytes), key.count == AddressMarks.keyBytes else { return nil }
        self.key = key
    }

    /// The same for the same address in the same store.
    func mark(_ address: String) -> String {
        KeyedDigest(key: key).hexadecimal(address.utf8)
    }
}
