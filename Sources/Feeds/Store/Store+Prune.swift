#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

extension Store {
    /// What pruning removed.
    package struct Pruned: Sendable, Equatable {
        package var entries = 0
        package var bodies = 0
        package var bytes = 0
        /// Entries that could not be read. What they refer to is not known, so that no body was removed.
        package var unreadable = 0
    }

    /// Removes old copies and the history before them. Of each feed the current copy stays, and so many different ones before it; so a feed's
    /// only copy always stays.
    package func prune(keeping count: Int) throws(StoreError) -> Pruned {
        let layout = layout
        let lock = try StoreError.wrapping { () throws(FileError) in try FileLock(trying: layout.lock, .exclusive) }
        guard let lock else { throw .inUse(path: layout.folder) }
        defer { withExtendedLifetime(lock) {} }
        var pruned = Pruned()
        var needed: Set<BodyDigest> = []
        for id in try feeds() {
            let entries = entryNumbers(of: id).map { (number: $0, entry: entry($0, of: id)) }
            pruned.unreadable += entries.count { $0.entry == nil }
            let first = firstKept(entries, beforeCurrent: count)
            for (number, entry) in entries {
                if number >= first {
                    needed.formUnion(entry?.digests ?? [])
                } else if entry != nil {
                    try StoreError.wrapping { () throws(FileError) in try Store.remove(layout.entry(id, number)) }
                    pruned.entries += 1
                }
            }
            try StoreError.wrapping { () throws(FileError) in try DurableFolder.sync(layout.history(id)) }
        }
        if pruned.unreadable == 0 { try removeBodies(notIn: needed, &pruned) }
        return pruned
    }

    /// The number of the oldest entry to keep: where the oldest of the current copy and so many different ones before it came.
    private func firstKept(_ entries: [(number: Int, entry: StoreEntry?)], beforeCurrent count: Int) -> Int {
        var seen: Set<BodyDigest> = []
        var first = Int.min
        for (number, entry) in entries.reversed() {
            guard let body = entry?.body else { continue }
            if !seen.contains(body.sha256) {
                // A damaged copy is none that could be used.
                guard isIntact(body) else { continue }
                guard seen.count <= count else { return first }
                seen.insert(body.sha256)
            }
            first = number
        }
        return Int.min
    }

    private func removeBodies(notIn needed: Set<BodyDigest>, _ pruned: inout Pruned) throws(StoreError) {
        for digest in try bodies() where !needed.contains(digest) {
            let bytes = size(of: digest) ?? 0
            let path = layout.body(digest)
            try StoreError.wrapping { () throws(FileError) in try Store.remove(path) }
            pruned.bodies += 1
            pruned.bytes += bytes
        }
    }

    private static func remove(_ path: String) throws(FileError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw FileError.last(path) }
    }

    /// All bodies, whether anything refers to them or not.
    func bodies() throws(StoreError) -> [BodyDigest] {
        let layout = layout
        return try StoreError.wrapping { () throws(FileError) in
            var digests: [BodyDigest] = []
            for folder in try FolderListing.names(layout.bodies).sorted() {
                digests += try FolderListing.names("\(layout.bodies)/\(folder)").compactMap { BodyDigest($0) }.filter { $0.text.hasPrefix(folder) }
            }
            return digests
        }
    }
}
