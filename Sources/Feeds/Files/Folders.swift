#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What lies in a folder.
enum FolderListing {
    /// Names, without `.` and `..`, in no particular order; those that are no UTF-8 are left out.
    static func names(_ folder: String) throws(FileError) -> [String] {
        guard let entries = opendir(folder) else { throw FileError.last(folder) }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(validatingCString: $0) }
            }
            if let name, name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}

/// Folders and names that last: when these functions return, what they did is on the disk.
enum DurableFolder {
    /// Makes a folder and those above it, unless they are there.
    static func make(_ path: String) throws(FileError) {
        if mkdir(path, 0o777) == 0 { return try sync(parent(path)) }
        switch errno {
        case EEXIST:
            guard isFolder(path) else { throw FileError(path: path, number: ENOTDIR) }
        case ENOENT where parent(path) != path:
            try make(parent(path))
            // Another run may have been faster.
            guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileError.last(path) }
            try sync(parent(path))
        default: throw FileError.last(path)
        }
    }

    /// Has a folder's names written to the disk.
    static func sync(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError.last(path) }
        defer { close(descriptor) }
        // Some file systems have nothing to sync for folders.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileError.last(path) }
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The folder above; of a bare name the folder that one is in.
    static func parent(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
