import Yams
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A registry of feeds as it is published: a folder with one YAML file a feed, whose name is the id. It says only where a feed is, not how it
/// is fetched.
package enum RegistryFolder {
    /// The entries in the order of their ids, and what is wrong. Keys that are not known here are the registry's own affair.
    package static func read(_ folder: String) -> (entries: [FeedEntry], errors: [DescriptionError]) {
        let names: [String]
        do {
            names = try FolderListing.names(folder)
        } catch {
            return ([], [DescriptionError(file: folder, reason: .unreadable(error.reason))])
        }
        let files = names.filter { !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) }.sorted()
        guard !files.isEmpty else { return ([], [DescriptionError(file: folder, reason: .emptyRegistry)]) }
        var entries: [FeedEntry] = []
        var errors: [DescriptionError] = []
        for name in files {
            do {
                entries.append(try entry(name, path: folder.hasSuffix("/") ? folder + name : folder + "/" + name))
            } catch {
                errors.append(error)
            }
        }
        return (entries, errors)
    }

    private static func entry(_ name: String, path: String) throws(DescriptionError) -> FeedEntry {
        let stem = name.hasSuffix(".yaml") ? name.dropLast(5) : name.dropLast(4)
        guard let id = FeedID(String(stem)) else { throw DescriptionError(file: path, reason: .invalidID(String(stem))) }
        let bytes: [UInt8]
        do {
            bytes = try WholeFile.read(path, most: FeedsFile.mostBytes)
        } catch {
            throw DescriptionError(file: path, reason: .unreadable(error.reason))
        }
        let root = try YAMLText.root(bytes, name: path)
        guard let mapping = root?.mapping else { throw DescriptionError(file: path, line: 1, reason: .wrongType(key: name, expected: .mapping)) }
        var entry = FeedEntry(id: id, file: path, line: 1)
        func text(_ key: String) -> String? { mapping[key]?.scalar.map(\.string).flatMap { $0.isEmpty ? nil : $0 } }
        guard let node = mapping["url"], let address = text("url") else { throw DescriptionError(file: path, line: 1, reason: .missingKey("url")) }
        guard AddressText.isAddress(address), DatePattern.unknownName(in: address) == nil else {
            throw DescriptionError(file: path, line: node.mark?.line, column: node.mark?.column, reason: .invalidAddress(key: "url", value: AddressText.shown(address)))
        }
        entry.fields.address = address
        // What is only told to people is taken where it makes sense.
        entry.fields.country = text("country").flatMap(CountryCode.read)
        entry.fields.portal = text("portal_url")
        entry.fields.portalTitle = text("portal_title")
        entry.fields.licence = text("license_title")
        entry.fields.publisher = text("publisher")
        return entry
    }
}
