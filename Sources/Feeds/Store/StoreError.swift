/// Why a store cannot be used, or something not be kept in it.
package enum StoreError: Error, Sendable, Equatable {
    /// The disk is full, or this user's share of it. What was in the store is still there.
    case withoutSpace(path: String)
    /// A folder with other things in it.
    case notStore(path: String)
    /// Made by a newer program.
    case newerFormat(path: String)
    /// Others are using it, so that nothing may be removed.
    case inUse(path: String)
    case file(FileError)

    init(_ error: FileError) {
        self = error.isWithoutSpace ? .withoutSpace(path: error.path) : .file(error)
    }

    /// The error of what is done with files, as one of the store.
    static func wrapping<Value>(_ body: () throws(FileError) -> Value) throws(StoreError) -> Value {
        do {
            return try body()
        } catch {
            throw StoreError(error)
        }
    }
}
