import ArgumentParser
import Inputs
import OC4IDS
import Reports
import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Where a report goes: standard output, a file that appears under its name only when it is complete, or a device or pipe.
final class ReportOutput: Sendable {
    let descriptor: Int32
    /// As the user gave it; nil for standard output.
    private let path: String?
    /// The file that is written, and the one that it becomes; nil when nothing is to be renamed.
    private let renaming: (from: String, to: String)?
    private let language: Language
    private let failure = Mutex<Int32?>(nil)

    /// - Parameter inputs: what will be read, none of which the report may replace.
    init(path: String? = nil, inputs: [InputPaths.Found] = [], language: Language) throws {
        self.path = path
        self.language = language
        guard let path else {
            (descriptor, renaming) = (STDOUT_FILENO, nil)
            return
        }
        if let input = Self.input(at: path, inputs) {
            throw Exit.usage(UsageMessage.outputIsInput.text(language, ["path": input]))
        }
        do {
            (descriptor, renaming) = try Self.open(path)
        } catch {
            throw Exit.usage(Self.cannotWrite(path, error.number, language))
        }
    }

    /// Nothing more gets through, as when no one reads any more.
    var hasFailed: Bool { failure.withLock { $0 != nil } }

    func write(_ bytes: [UInt8]) {
        if !Terminal.write(bytes, to: descriptor) {
            let number = errno
            failure.withLock { if $0 == nil { $0 = number } }
        }
    }

    /// Ends the file and gives it its name.
    func finish() throws {
        try complete()
        try publish()
    }

    /// Ends the file: all of it is on the disk. After this, nothing can be written.
    func complete() throws {
        if let number = failure.withLock({ $0 }) { throw failed(number) }
        guard descriptor != STDOUT_FILENO || renaming != nil else { return }
        if renaming != nil, fsync(descriptor) != 0, errno != EINVAL { throw failed(errno) }
        guard close(descriptor) == 0 else { throw failed(errno) }
    }

    /// Gives the complete file its name.
    func publish() throws {
        guard let renaming else { return }
        guard rename(renaming.from, renaming.to) == 0 else { throw failed(errno) }
        UnfinishedFiles.end(renaming.from)
    }

    /// Leaves nothing behind of a file that did not get its name.
    func discard() {
        guard let renaming else { return }
        unlink(renaming.from)
        UnfinishedFiles.end(renaming.from)
    }

    private func failed(_ number: Int32) -> ExitCode {
        discard()
        Terminal.printError("oc4ids: " + Self.cannotWrite(path, number, language))
        return ExitCode(ExitStatus.unreadable.rawValue)
    }

    private static func cannotWrite(_ path: String?, _ number: Int32, _ language: Language) -> String {
        UsageMessage.cannotWrite.text(language, ["path": path.map(VisibleText.ofUser) ?? UsageMessage.standardOutput.texts[language], "reason": String(cString: strerror(number))])
    }
}

/// Opening an output without harm to what is there.
extension ReportOutput {
    private struct SystemError: Error {
        var number: Int32
    }

    /// The input that is the file at a path, also when it goes by another name there.
    private static func input(at path: String, _ inputs: [InputPaths.Found]) -> String? {
        guard let status = FileStatus(path), status.kind == S_IFREG else { return nil }
        for case .file(let input) in inputs where status.isSame(as: input == "-" ? FileStatus(descriptor: STDIN_FILENO) : FileStatus(input)) { return input }
        return nil
    }

    /// Makes a folder for several reports, unless it is there.
    static func makeFolder(_ path: String, _ language: Language) throws {
        guard mkdir(path, 0o777) != 0 else { return }
        let number = errno
        if number == EEXIST, FileStatus(path)?.kind == S_IFDIR { return }
        throw Exit.usage(cannotWrite(path, number == EEXIST ? ENOTDIR : number, language))
    }

    /// Removes what a program that was killed has left unfinished in a folder and those below it.
    static func removeUnfinished(in folder: String) {
        guard let entries = opendir(folder) else { return }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) } }
            guard name != ".", name != ".." else { continue }
            let path = folder + (folder.hasSuffix("/") ? "" : "/") + name
            if let mark = name.ranges(of: unfinished).last, name[mark.upperBound...].allSatisfy({ $0.isNumber || $0 == "-" }) {
                unlink(path)
            } else if FileStatus(path)?.kind == S_IFDIR {
                removeUnfinished(in: path)
            }
        }
    }

    private static let unfinished = ".part-"

    private static func open(_ path: String) throws(SystemError) -> (descriptor: Int32, renaming: (from: String, to: String)?) {
        if let status = FileStatus(path) {
            guard status.kind != S_IFDIR else { throw SystemError(number: EISDIR) }
            // /dev/stdout: a file that it leads to may hold more than this report.
            if status.isSame(as: FileStatus(descriptor: STDOUT_FILENO)) { return (STDOUT_FILENO, nil) }
            guard status.kind == S_IFREG else { return (try descriptor(path, O_WRONLY), nil) }
        } else if errno != ENOENT || path.isEmpty || path.hasSuffix("/") {
            throw SystemError(number: errno)
        }
        let target = try target(of: path)
        // Another number where a run with this process's number was broken off.
        var name = "\(target)\(unfinished)\(getpid())"
        for number in 2 ... 100 {
            do {
                let made = try UnfinishedFiles.make(name) { () throws(SystemError) in try descriptor(name, O_WRONLY | O_CREAT | O_EXCL) }
                return (made, (name, target))
            } catch {
                guard error.number == EEXIST else { throw error }
                name = "\(target)\(unfinished)\(getpid())-\(number)"
            }
        }
        throw SystemError(number: EEXIST)
    }

    private static func descriptor(_ path: String, _ flags: Int32) throws(SystemError) -> Int32 {
        #if canImport(Glibc)
        let descriptor = Glibc.open(path, flags | O_CLOEXEC, 0o666)
        #else
        let descriptor = Musl.open(path, flags | O_CLOEXEC, 0o666)
        #endif
        guard descriptor >= 0 else { throw SystemError(number: errno) }
        return descriptor
    }

    /// Where links lead in the end. Unlike realpath's, the file itself need not be there yet.
    private static func target(of path: String) throws(SystemError) -> String {
        var target = path
        // As many links as Linux follows.
        for _ in 0 ..< 40 {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = readlink(target, &buffer, buffer.count)
            guard count > 0 else { return target }
            guard let link = String(validating: buffer[..<count], as: UTF8.self) else { throw SystemError(number: EILSEQ) }
            let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
            target = link.hasPrefix("/") ? link : folder + link
        }
        throw SystemError(number: ELOOP)
    }
}

/// What the system knows of a file; links are followed.
private struct FileStatus {
    private var status = stat()

    init?(_ path: String) {
        guard stat(path, &status) == 0 else { return nil }
    }

    init?(descriptor: Int32) {
        guard fstat(descriptor, &status) == 0 else { return nil }
    }

    /// One of S_IFREG, S_IFDIR and so on.
    var kind: mode_t { status.st_mode & S_IFMT }

    func isSame(as other: FileStatus?) -> Bool {
        other.map { $0.status.st_dev == status.st_dev && $0.status.st_ino == status.st_ino } ?? false
    }
}
