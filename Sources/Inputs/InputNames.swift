/// Which names are read where the user did not name the file itself: in folders, and in zip archives.
package enum InputNames {
    static let data = [".json", ".jsonl", ".ndjson"]
    static let packedData = data.map { $0 + ".gz" }
    static let inFolders = data + packedData + [".zip"]

    /// Letters' case does not matter: spreadsheets write DATOS.JSON.
    static func hasEnding(_ name: String, _ endings: [String]) -> Bool {
        endings.contains { ending in
            name.utf8.count > ending.utf8.count && name.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) { ($0 | 0x20) == $1 || $0 == $1 }
        }
    }

    /// What the name says; the contents may say otherwise.
    package static func isPacked(_ name: String) -> Bool { hasEnding(name, packedData + [".zip"]) }

    /// What a path inside an archive stands for.
    enum Role {
        /// To be read.
        case data
        /// An archive, to be named as what is not opened.
        case archive
        case passedOver
    }

    /// Hidden names are passed over as they are in folders, and so is what macOS adds to the archives that it makes.
    static func role(inArchive path: String) -> Role {
        let parts = path.split(separator: "/")
        let isHidden = parts.contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." || $0 == "__MACOSX" }
        guard let name = parts.last.map(String.init), !isHidden else { return .passedOver }
        if hasEnding(name, data + packedData) { return .data }
        return hasEnding(name, [".zip"]) ? .archive : .passedOver
    }
}
