import Feeds
import Inputs
import JSONSchema
import OC4IDS
import Synchronization
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The inputs of a command: paths as they are, and addresses downloaded into a folder that goes when this goes.
final class FetchedInputs: Sendable {
    let paths: [InputPaths.Found]
    private let folder: String?
    /// Inputs as named; each address has a file with its position for a name.
    private let count: Int

    /// Downloads all addresses before anything is read.
    init(_ inputs: [String], _ options: TransferOptions, _ words: FeedWords) throws {
        count = inputs.count
        guard inputs.contains(where: AddressText.hasScheme) else {
            (paths, folder) = (InputPaths.expand(inputs), nil)
            return
        }
        let engine = try options.engine(total: TransferSettings(userAgent: "").total, words)
        let folder = try FetchedInputs.makeFolder(words)
        self.folder = folder
        let found = Mutex<[Int: InputPaths.Found]>([:])
        for (position, input) in inputs.enumerated() where AddressText.hasScheme(input) {
            let name = AddressText.shown(input)
            var transfer = Transfer(feed: name, address: input, destination: "\(folder)/\(position)")
            transfer.limits = options.limits
            let path = transfer.destination
            engine.add(transfer) { outcome in
                let what: InputPaths.Found = switch outcome {
                case .failed(let failure): .unfetched(InputFailure(name: name, reason: .notFetched(code: failure.code, reason: words.text(failure, name))))
                case .complete, .notModified: .download(path: path, name: name)
                }
                found.withLock { $0[position] = what }
            }
        }
        engine.close()
        let fetched = found.withLock { $0 }
        paths = inputs.enumerated().flatMap { position, input in fetched[position].map { [$0] } ?? InputPaths.expand([input]) }
    }

    deinit {
        guard let folder else { return }
        // Also what is left of downloads that failed.
        for position in 0 ..< count { unlink("\(folder)/\(position)") }
        rmdir(folder)
    }

    private static func makeFolder(_ words: FeedWords) throws -> String {
        let parent = Environment.variables["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var template = Array("\(parent)/oc4ids-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Exit.failed(words.say(.cannotWrite, ["path": parent, "reason": String(cString: strerror(errno))]))
        }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
