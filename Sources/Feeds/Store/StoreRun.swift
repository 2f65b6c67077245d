import FoundationEssentials
import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A run that adds to a store. While it lives nothing is removed from the store, and its folder is left alone by others.
package final class StoreRun: Sendable {
    private let layout: StoreLayout
    private let folder: String
    /// What removes waits for all runs.
    private let shared: FileLock
    /// Says to others that this run is alive.
    private let own: FileLock
    private let count = Atomic<Int>(0)

    init(_ layout: StoreLayout) throws(StoreError) {
        do throws(FileError) {
            shared = try FileLock(layout.lock, .shared)
            let gate = try FileLock(layout.runsLock, .exclusive)
            defer { withExtendedLifetime(gate) {} }
            StoreRun.clean(layout)
            let name = "\(layout.runs)/\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
            guard mkdir(name, 0o777) == 0 else { throw FileError.last(name) }
            own = try FileLock(name + "/lock", .exclusive)
            folder = name
            self.layout = layout
        } catch {
            throw StoreError(error)
        }
    }

    deinit {
        StoreRun.remove(folder)
    }

    /// Removes what killed runs left behind. Whoever lives holds the lock in his folder.
    private static func clean(_ layout: StoreLayout) {
        for name in (try? FolderListing.names(layout.runs)) ?? [] where name != "lock" {
            let folder = "\(layout.runs)/\(name)"
            if let lock = try? FileLock(trying: folder + "/lock", .exclusive) { withExtendedLifetime(lock) { remove(folder) } }
        }
    }

    private static func remove(_ folder: String) {
        for name in (try? FolderListing.names(folder)) ?? [] { unlink("\(folder)/\(name)") }
        rmdir(folder)
    }

    /// A name in the run's folder that no one else uses.
    package func newPath() -> String {
        "\(folder)/\(count.wrappingAdd(1, ordering: .relaxed).oldValue)"
    }

    /// Keeps a complete, checked file of this run as a body. Afterwards it is on the disk, under its digest.
    package func keep(_ path: String, as digest: BodyDigest) throws(StoreError) {
        let layout = layout
        try StoreError.wrapping { () throws(FileError) in
            try StoreRun.sync(path)
            let target = layout.folder(of: digest)
            try DurableFolder.make(target)
            // Where the body is there already, this one takes its place: should that one have been damaged, it is whole again.
            guard rename(path, layout.body(digest)) == 0 else { throw FileError.last(layout.body(digest)) }
            try DurableFolder.sync(target)
        }
    }

    private static func sync(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError.last(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileError.last(path) }
    }

    /// What tells this store's addresses apart; nil without its key: another user's, damaged, or there is no room for one.
    var marks: AddressMarks? {
        if let key = AddressMarks(file: layout.key) { return key }
        var random = SystemRandomNumberGenerator()
        // Another run may put its own there at the same time; the first one counts.
        _ = try? place((0 ..< AddressMarks.keyBytes).map { _ in random.next() }, at: layout.key, isPrivate: true)
        return AddressMarks(file: layout.key)
    }

    /// Adds an entry to a feed's history. The bodies that it refers to have been kept before.
    package func record(_ entry: StoreEntry, for id: FeedID) throws(StoreError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(entry) else { return }
        let layout = layout
        // What could not be read back would take the copy that it refers to from sight.
        guard data.count <= Store.longestEntry else { throw .file(FileError(path: layout.history(id), number: EFBIG)) }
        try StoreError.wrapping { () throws(FileError) in try DurableFolder.make(layout.history(id)) }
        var number = (Store(layout).entryNumbers(of: id).last ?? 0) + 1
        // Another run may take the number at the same time.
        while try !place(Array(data), at: layout.entry(id, number)) { number += 1 }
    }

    /// Writes a file that appears under its name whole, or not at all.
    ///
    /// - Returns: false when there is a file of that name already, which stays.
    @discardableResult
    func place(_ bytes: [UInt8], at path: String, isPrivate: Bool = false) throws(StoreError) -> Bool {
        let written = newPath()
        return try StoreError.wrapping { () throws(FileError) in
            try WholeFile.write(bytes, to: written, isPrivate: isPrivate)
            defer { unlink(written) }
            guard link(written, path) == 0 else {
                if errno == EEXIST { return false }
                throw FileError.last(path)
            }
            try DurableFolder.sync(DurableFolder.parent(path))
            return true
        }
    }
}

extension Store {
    /// A store that is known to be there.
    init(_ layout: StoreLayout) {
        self.layout = layout
    }
}
