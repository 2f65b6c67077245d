import CArchive
import JSONSchema
import OC4IDS
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A zip archive, read file by file with libarchive.
package final class ZipArchive: @unchecked Sendable {
    // Sendable although it changes: it is read by the thread that opened it, and by who reads the file at hand (`ByteSource`) in between.

    /// One of the archive's files, or folders, or links.
    struct Entry {
        /// Its bytes repaired where they are no UTF-8; nil where they are none although the archive says so.
        var path: String?
        var isFile: Bool
        var isEncrypted: Bool
        /// False for a file that was packed before its size was known, and is only found to end by unpacking it.
        var hasKnownSize: Bool
    }

    private let archive: OpaquePointer
    private let bytes: ZipBytes
    private let unpacking: Unpacking
    private var isOpen = false
    private var hasEntries = false
    /// Made once and never changed.
    private nonisolated(unsafe) static let utf8 = oc4ids_utf8_locale()

    /// By the directory at the end of a regular file, which is read from its beginning.
    convenience init?(file: FileSource, _ unpacking: Unpacking) {
        self.init(ZipBytes(file, unpacking, seeksIn: file), unpacking)
        archive_read_support_format_zip_seekable(archive)
        archive_read_set_seek_callback(archive) { _, bytes, offset, origin in ZipBytes.of(bytes)?.seek(to: Int(offset), from: origin) ?? Int64(ARCHIVE_FATAL) }
    }

    /// File by file as the bytes come.
    convenience init?(stream: any ByteSource, _ unpacking: Unpacking) {
        self.init(ZipBytes(stream, unpacking, seeksIn: nil), unpacking)
        archive_read_support_format_zip_streamable(archive)
    }

    /// nil without the memory for it.
    private init?(_ bytes: ZipBytes, _ unpacking: Unpacking) {
        guard let archive = archive_read_new() else { return nil }
        (self.archive, self.bytes, self.unpacking) = (archive, bytes, unpacking)
        archive_read_set_callback_data(archive, Unmanaged.passUnretained(bytes).toOpaque())
        archive_read_set_read_callback(archive) { _, bytes, block in
            guard let bytes = ZipBytes.of(bytes), let block else { return Int(ARCHIVE_FATAL) }
            return bytes.read(&block.pointee)
        }
    }

    deinit {
        archive_read_free(archive)
    }

    /// Goes to the archive's next file; nil behind the last one.
    func next() throws(SourceError) -> Entry? {
        unpacking.begin()
        if !isOpen {
            guard archive_read_open1(archive) == ARCHIVE_OK else { throw bytes.error ?? unpacking.failed(bytes.isAtEnd ? .truncated : .damaged) }
            isOpen = true
        }
        // libarchive converts names to the thread's character set; the program's own, C, has no accents.
        let before = uselocale(ZipArchive.utf8)
        defer { uselocale(before) }
        var entry: OpaquePointer?
        let result = archive_read_next_header(archive, &entry)
        if result == ARCHIVE_EOF { return nil }
        // Warnings are of times and names that cannot be told, not of data.
        guard result >= ARCHIVE_WARN, let entry else {
            if bytes.error == nil, !hasEntries, archive_read_has_encrypted_entries(archive) > 0 { throw unpacking.failed(.encrypted) }
            throw failure()
        }
        hasEntries = true
        return Entry(path: archive_entry_pathname(entry).map { String(cString: $0) }, isFile: oc4ids_entry_is_file(entry) != 0,
                     isEncrypted: archive_entry_is_data_encrypted(entry) != 0, hasKnownSize: archive_entry_size_is_set(entry) != 0)
    }

    /// The archive itself, read as its bytes come, ended before its end.
    var isCutOff: Bool { bytes.isAtEnd && unpacking.problem == .truncated }

    /// Unpacks what the file at hand holds; 0 at its end, where its size and checksum have been compared.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
        guard count >= 0 else { throw failure(Int32(count)) }
        try unpacking.bringOut(count)
        return count
    }

    private func failure(_ result: Int32 = ARCHIVE_FATAL) -> SourceError {
        if let error = bytes.error { return error }
        let number = archive_errno(archive)
        if number == ENOMEM { return .withoutMemory }
        // What libarchive calls an error of the file's format, here EILSEQ, is with a file that can be passed over its method.
        if result == ARCHIVE_FAILED, number == EILSEQ { return unpacking.failed(.unknownMethod) }
        return unpacking.failed(bytes.isAtEnd ? .truncated : .damaged)
    }
}

/// The file at hand as an input of its own.
final class ZipEntrySource: ByteSource {
    private let archive: ZipArchive

    init(_ archive: ZipArchive) {
        self.archive = archive
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        try archive.read(into: buffer)
    }
}

/// The archive's own bytes, as libarchive asks for them.
private final class ZipBytes {
    private var source: any ByteSource
    private let unpacking: Unpacking
    private let file: FileSource?
    private let block: UnsafeMutableRawBufferPointer
    /// Why bytes could not be had.
    private(set) var error: SourceError?
    /// More was asked for than there is, in an archive that is read as its bytes come.
    private(set) var isAtEnd = false

    init(_ source: any ByteSource, _ unpacking: Unpacking, seeksIn file: FileSource?) {
        self.source = source
        self.unpacking = unpacking
        self.file = file
        block = .allocate(byteCount: UnpackingLimits.blockBytes, alignment: 16)
    }

    deinit {
        block.deallocate()
    }

    static func of(_ pointer: UnsafeMutableRawPointer?) -> ZipBytes? {
        pointer.map { Unmanaged<ZipBytes>.fromOpaque($0).takeUnretainedValue() }
    }

    func read(_ bytes: inout UnsafeRawPointer?) -> Int {
        do {
            let count = try source.read(into: block)
            unpacking.takeIn(count)
            bytes = UnsafeRawPointer(block.baseAddress)
            isAtEnd = count == 0 && file == nil
            return count
        } catch {
            self.error = error
            return Int(ARCHIVE_FATAL)
        }
    }

    func seek(to offset: Int, from origin: Int32) -> Int64 {
        guard let file else { return Int64(ARCHIVE_FATAL) }
        // A place that no file has is the archive's fault, not the system's.
        return (try? file.seek(to: offset, from: origin)).map { Int64($0) } ?? Int64(ARCHIVE_FATAL)
    }
}
