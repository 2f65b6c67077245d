#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A file's lines, one after the other or from any place.
final class FileLines {
    private let path: String
    private let file: UnsafeMutablePointer<FILE>
    private var line: UnsafeMutablePointer<CChar>?
    private var capacity = 0

    /// - Parameter name: what messages call it, if not by its path.
    init(_ path: String, named name: String? = nil) throws(ResultLines.Problem) {
        guard let file = fopen(path, "re") else { throw FileLines.problem(name ?? path) }
        self.path = name ?? path
        self.file = file
    }

    deinit {
        free(line)
        fclose(file)
    }

    /// With its end; nil behind the last one.
    func next() throws(ResultLines.Problem) -> UnsafeRawBufferPointer? {
        let count = getline(&line, &capacity, file)
        guard count > 0 else {
            if ferror(file) != 0 { throw FileLines.problem(path) }
            return nil
        }
        return UnsafeRawBufferPointer(start: line, count: count)
    }

    func line(at offset: Int) throws(ResultLines.Problem) -> UnsafeRawBufferPointer? {
        // Going where it is already would make it read again what it has.
        if ftello(file) != offset, fseeko(file, offset, SEEK_SET) != 0 { throw FileLines.problem(path) }
        return try next()
    }

    private static func problem(_ path: String) -> ResultLines.Problem {
        ResultLines.Problem(kind: .unreadable(reason: String(cString: strerror(errno))), path: path)
    }
}
