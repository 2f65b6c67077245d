import OC4IDS
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

extension InputPaths {
    /// What a pattern that no shell has filled in stands for, as in `data/*.json`: the paths that match, in byte order. A path that exists, or
    /// that nothing matches, stands for itself.
    package static func matching(_ word: String) -> [String] {
        guard word.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") }) else { return [word] }
        guard access(word, F_OK) != 0 else { return [word] }
        var found = glob_t()
        defer { globfree(&found) }
        // Without GLOB_NOSORT they are sorted, but as the locale orders them.
        guard glob(word, GLOB_NOSORT, nil, &found) == 0, let paths = found.gl_pathv else { return [word] }
        let texts = (0 ..< Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
        return texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

extension InputPaths.Found {
    /// What reports name: as the user wrote it, or found below what was named.
    package var name: String {
        switch self {
        case .file(let path), .failure(let path, _), .nothing(let path): path
        case .download(_, let name): name
        case .unfetched(let failure): failure.name
        }
    }

    /// The file to be read; nil where there is none.
    package var file: String? {
        switch self {
        case .file(let path), .download(let path, _): path
        case .failure, .nothing, .unfetched: nil
        }
    }
}
