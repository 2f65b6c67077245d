package import JSONSchema
package import OC4IDS
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The inputs that the user's words stand for.
package enum InputPaths {
    /// A file to be read, or a path that leads to none, with the reason.
    package enum Found: Sendable {
        case file(String)
        /// What has been fetched from an address, which is what reports name.
        case download(path: String, name: String)
        /// What could not be fetched.
        case unfetched(InputFailure)
        case failure(path: String, SourceError)
        /// A folder without any file of the kinds that are read.
        case nothing(inFolder: String)
    }

    /// Files stay as they are; a folder gives all files below it with one of `InputNames.inFolders`, in byte order of their paths, and then what
    /// cannot be read. Hidden names, links to folders, pipes and devices are passed over.
    package static func expand(_ paths: [String]) -> [Found] {
        paths.flatMap { path -> [Found] in
            guard path != "-", isFolder(path) else { return [.file(path)] }
            let folder = path.hasSuffix("/") && path.utf8.count > 1 ? String(path.dropLast()) : path
            var files: [String] = []
            var failures: [(path: String, error: SourceError)] = []
            walk(Array(folder.utf8CString), folder, &files, &failures)
            if files.isEmpty, failures.isEmpty { return [.nothing(inFolder: path)] }
            files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            failures.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            return files.map(Found.file) + failures.map(Found.failure)
        }
    }

    /// Whether reading one of the folders that words stand for would come by a place, which need not be there yet.
    ///
    /// - Returns: that folder, as it was named.
    package static func folder(among words: [String], holding place: String) -> String? {
        let place = place.hasSuffix("/") && place.utf8.count > 1 ? String(place.dropLast()) : place
        let parent = place.lastIndex(of: "/").map { String(place[...$0]) } ?? "."
        let name = place.lastIndex(of: "/").map { String(place[place.index(after: $0)...]) } ?? place
        guard let real = real(place) ?? real(parent).map({ "\($0)/\(name)" }) else { return nil }
        return words.flatMap(matching).first { word in
            guard isFolder(word), let folder = InputPaths.real(word) else { return false }
            return real == folder || real.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
        }
    }

    /// Without links and dots; nil for what is not there.
    private static func real(_ path: String) -> String? {
        guard let text = realpath(path, nil) else { return nil }
        defer { free(text) }
        return String(cString: text)
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// - Parameters:
    ///   - folder: its path as the system knows it, in bytes that need not be UTF-8, with a zero at the end.
    ///   - shown: its path as text, repaired where it is none.
    private static func walk(_ folder: [CChar], _ shown: String, _ files: inout [String], _ failures: inout [(path: String, error: SourceError)]) {
        guard let entries = opendir(folder) else {
            failures.append((shown, SourceError.last()))
            return
        }
        defer { closedir(entries) }
        let separator = shown == "/" ? "" : "/"
        while let entry = readdir(entries) {
            let (name, bytes) = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    (String(cString: $0), Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1)))
                }
            }
            guard !name.hasPrefix(".") else { continue }
            let path = folder.dropLast() + separator.utf8CString.dropLast() + bytes
            let shownPath = shown + separator + name
            var status = stat()
            guard lstat(path, &status) == 0 else {
                failures.append((shownPath, SourceError.last()))
                continue
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                walk(path, shownPath, &files, &failures)
                continue
            }
            guard InputNames.hasEnding(name, InputNames.inFolders) else { continue }
            // What a link leads to counts, not the link.
            guard stat(path, &status) == 0 else {
                failures.append((shownPath, SourceError.last()))
                continue
            }
            guard status.st_mode & S_IFMT == S_IFREG else { continue }
            if let text = String(validating: path.dropLast(), as: UTF8.self) {
                files.append(text)
            } else {
                failures.append((shownPath, notUTF8))
            }
        }
    }

    /// A path that is no text cannot be named in a report. Whoever shows the reason shows it as it is, so it speaks both languages.
    static let notUTF8 = SourceError(number: EILSEQ, reason: "its name is not UTF-8 / su nombre no está en UTF-8")
}
