import FoundationEssentials
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Copies of feeds and their history, in a folder that several runs may share.
///
/// It never loses anything: a copy stays the current one until a newer one is complete, and until someone prunes, all are kept.
package struct Store: Sendable {
    package let layout: StoreLayout

    /// Opens a store, and makes it where there is none.
    package init(folder: String) throws(StoreError) {
        layout = StoreLayout(folder: folder)
        try prepare()
    }

    /// Opens a store to look at what it holds; nil where there is none.
    package init?(existing folder: String) throws(StoreError) {
        layout = StoreLayout(folder: folder)
        guard DurableFolder.isFolder(folder) else { return nil }
        try prepare()
    }

    private func prepare() throws(StoreError) {
        let layout = layout
        if let bytes = try? WholeFile.read(layout.formatFile, most: 1000) {
            let format = try? JSONDecoder().decode(StoreFormat.self, from: Data(bytes))
            guard let format else { throw .notStore(path: layout.folder) }
            guard format.format <= StoreLayout.format else { throw .newerFormat(path: layout.folder) }
        } else if DurableFolder.isFolder(layout.folder) {
            // A run may have been killed while it made the store: then there is nothing but our own names.
            let names = try StoreError.wrapping { () throws(FileError) in try FolderListing.names(layout.folder) }
            guard StoreLayout.names.isSuperset(of: names) else { throw .notStore(path: layout.folder) }
        }
        try StoreError.wrapping { () throws(FileError) in
            for folder in [layout.bodies, layout.feeds, layout.runs] { try DurableFolder.make(folder) }
        }
        guard access(layout.formatFile, F_OK) != 0 else { return }
        let run = try StoreRun(layout)
        try run.place(Array(#"{"format":\#(StoreLayout.format)}"#.utf8), at: layout.formatFile)
    }

    /// Begins a run that adds to the store.
    package func beginRun() throws(StoreError) -> StoreRun {
        try StoreRun(layout)
    }

    // MARK: What it holds

    /// All feeds with a history.
    package func feeds() throws(StoreError) -> [FeedID] {
        let layout = layout
        let names = try StoreError.wrapping { () throws(FileError) in try FolderListing.names(layout.feeds) }
        return names.compactMap { FeedID($0) }.sorted()
    }

    /// The numbers of a feed's entries, oldest first.
    func entryNumbers(of id: FeedID) -> [Int] {
        let names = (try? FolderListing.names(layout.history(id))) ?? []
        return names.compactMap { StoreLayout.entryNumber($0) }.sorted()
    }

    /// An entry; nil when it cannot be read.
    func entry(_ number: Int, of id: FeedID) -> StoreEntry? {
        guard let bytes = try? WholeFile.read(layout.entry(id, number), most: Store.longestEntry) else { return nil }
        return try? JSONDecoder().decode(StoreEntry.self, from: Data(bytes))
    }

    static let longestEntry = 64_000_000

    /// A feed's history, oldest first.
    package func history(of id: FeedID) -> [StoreEntry] {
        entryNumbers(of: id).compactMap { entry($0, of: id) }
    }

    /// The newest entry with a good copy that is there.
    package func current(of id: FeedID) -> StoreEntry? { newest(of: id, where: holds) }

    /// The newest entry whose copy is there with the very bytes that were kept. Reads the copy.
    func intact(of id: FeedID) -> StoreEntry? { newest(of: id, where: isIntact) }

    private func newest(of id: FeedID, where isGood: (StoreEntry.Body) -> Bool) -> StoreEntry? {
        entryNumbers(of: id).reversed().lazy.compactMap { entry($0, of: id) }.first { $0.body.map(isGood) ?? false }
    }

    /// Whether a body's bytes are those that it is named after: something else may have written to the file. Reads them.
    func isIntact(_ body: StoreEntry.Body) -> Bool {
        holds(body) && (try? WholeFile.digest(layout.body(body.sha256)))?.sha256 == body.sha256.text
    }

    /// Whether a body is there, as far as its size tells.
    package func holds(_ body: StoreEntry.Body) -> Bool {
        size(of: body.sha256) == body.bytes
    }

    func size(of digest: BodyDigest) -> Int? {
        var status = stat()
        guard stat(layout.body(digest), &status) == 0 else { return nil }
        return Int(status.st_size)
    }
}

private struct StoreFormat: Codable {
    var format: Int
}
