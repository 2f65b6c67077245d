import Digests
import JSONSchema
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Puts the parts of a feed together into one package: all projects one behind the other, everything else, such as publisher and licence, from
/// the newest part. Bytes are copied as they are; of the parts only the project at hand is in memory, and 16 bytes for each id.
final class PackageJoiner: PackageSink, @unchecked Sendable {
    // Sendable although it changes: the walk that feeds it runs on one thread.

    /// Where the newest part stands among the parts.
    enum Newest: Sendable {
        case first, last
    }

    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var digest = SHA256()
    private var failure: FileError?
    private let newest: Newest
    private let leftOut: Set<String>

    private(set) var bytes = 0
    private(set) var projects = 0
    /// Projects whose id stood before, and the first few of those ids.
    private(set) var repeated = 0
    private(set) var repeatedExamples: [String] = []
    private var ids: Set<Digest> = []
    /// The newest part's members besides the projects, as `"name":value`.
    private var members: [[UInt8]] = []
    private var membersOfPart: [[UInt8]] = []
    /// A part may hold several packages, one a line; a name stands once, as the first of them has it.
    private var namesOfPart: Set<String> = []

    private static let mostExamples = 5
    private static let blockBytes = 1 << 18

    /// - Parameters:
    ///   - path: of the new file that the package is written to.
    ///   - leftOut: members that say something of a single part only.
    init(_ path: String, newest: Newest, leftOut: Set<String> = []) throws(FileError) {
        self.path = path
        self.newest = newest
        self.leftOut = leftOut.union(["projects"])
        descriptor = SystemCalls.open(path, O_WRONLY | O_CREAT | O_EXCL)
        guard descriptor >= 0 else { throw FileError.last(path) }
        write(#"{"projects":["#.utf8)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    func member(_ name: String, _ bytes: UnsafeRawBufferPointer) {
        guard !leftOut.contains(name), namesOfPart.insert(name).inserted else { return }
        membersOfPart.append(Array((JSONFromYAML.quoted(name) + ":").utf8) + bytes)
    }

    func project(_ bytes: UnsafeRawBufferPointer, id: OutlineValue?) {
        write(projects == 0 ? [0x0A] : [0x2C, 0x0A])
        write(bytes)
        projects += 1
        guard let id, !ids.insert(id.digest).inserted else { return }
        repeated += 1
        if repeatedExamples.count < PackageJoiner.mostExamples, id.kind == .string { repeatedExamples.append(id.text) }
    }

    /// A part has ended.
    func endPart() {
        if !membersOfPart.isEmpty, newest == .last || members.isEmpty { members = membersOfPart }
        membersOfPart = []
        namesOfPart = []
    }

    /// Ends the package: all of it is on the disk.
    func finish() throws(FileError) -> (digest: BodyDigest, bytes: Int) {
        write("\n]".utf8)
        for member in members {
            write([0x2C, 0x0A])
            write(member)
        }
        write("}\n".utf8)
        flush()
        if let failure { throw failure }
        guard fsync(descriptor) == 0 else { throw FileError.last(path) }
        return (BodyDigest(computed: digest.hexadecimal), bytes)
    }

    private func write(_ some: some Sequence<UInt8>) {
        buffer.append(contentsOf: some)
        if buffer.count >= PackageJoiner.blockBytes { flush() }
    }

    private func flush() {
        guard failure == nil else { return buffer.removeAll() }
        buffer.withUnsafeBytes { block in
            digest.add(block)
            bytes += block.count
            do throws(FileError) { try SystemCalls.write(block, to: descriptor, path: path) } catch { failure = error }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
