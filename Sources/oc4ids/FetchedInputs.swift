import Feeds
import Inputs
import JSONSchema
import OC4IDS
import Synchronization

/// The inputs of a command: paths as they are, and addresses downloaded into files without a name, which go when this goes.
final class FetchedInputs: Sendable {
    let paths: [InputPaths.Found]
    private let files: [TemporaryFile]

    /// Downloads all addresses before anything is read.
    init(_ inputs: [String], _ options: TransferOptions, _ words: FeedWords) throws {
        guard inputs.contains(where: AddressText.hasScheme) else {
            (paths, files) = (InputPaths.expand(inputs), [])
            return
        }
        let engine = try options.engine(total: TransferSettings.usualTotal, words)
        let addresses = inputs.enumerated().filter { AddressText.hasScheme($0.element) }
        files = try addresses.map { _ in try FetchedInputs.newFile(words) }
        let found = Mutex<[Int: InputPaths.Found]>([:])
        for ((position, input), file) in zip(addresses, files) {
            let name = AddressText.shown(input)
            var transfer = Transfer(feed: name, address: input, destination: TemporaryFile.folder)
            transfer.file = file.descriptor
            transfer.limits = options.limits
            let path = file.path
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

    private static func newFile(_ words: FeedWords) throws -> TemporaryFile {
        do throws(SourceError) {
            return try TemporaryFile()
        } catch {
            throw Exit.failed(words.say(.cannotWrite, ["path": TemporaryFile.folder, "reason": error.reason]))
        }
    }
}
