package import OC4IDS
import JSONSchema

/// Opens what the user named. A file holds one input, plain or packed with gzip; a zip archive holds several.
package struct InputOpener: Sendable {
    package enum Opened: Sendable {
        case input(NamedInput)
        case failure(InputFailure)
    }

    private let limits: UnpackingLimits

    package init(limits: UnpackingLimits = UnpackingLimits()) {
        self.limits = limits
    }

    /// Has every input of a file read, one after the other.
    ///
    /// The files of a zip archive are read as they lie there, and their results handed on in byte order of their names; from standard input
    /// and pipes, where the names are not known beforehand, in the archive's own order.
    ///
    /// - Parameters:
    ///   - path: `-` stands for standard input.
    ///   - name: what reports call it; nil: its path.
    ///   - read: makes a result of each input before the next one is opened.
    ///   - use: takes the results, in the order to report them in.
    package func open<Result>(_ path: String, name: String? = nil, read: (Opened) -> Result, use: (Result) -> Void) {
        let name = name ?? path
        var byteCount: Int?
        do {
            let file = try FileSource(path: path)
            byteCount = file.byteCount
            let source = try RewoundSource(file, lookingAt: Packing.bytesLookedAt)
            switch Packing(source.beginning) {
            case nil: use(read(.input(NamedInput(name: name, source: source, byteCount: byteCount))))
            case .gzip:
                let unpacking = Unpacking(limits)
                use(read(InputOpener.unpacked(name, PackedSource(source, unpacking), unpacking)))
            case .zip:
                let entries = ZipEntries(path: name, limits: limits)
                if byteCount != nil, try entries.read(file, read, use) { return }
                if byteCount != nil { try file.seek(to: 0) }
                try entries.read(byteCount == nil ? source : file, read, use)
            }
        } catch {
            use(read(.failure(InputFailure(name: name, bytes: byteCount, reason: .source(number: error.number, reason: error.reason)))))
        }
    }

    /// The input that gzip data holds. An archive in it is not opened: one inside the other, to any depth, is what bombs are made of.
    static func unpacked(_ name: String, _ packed: any ByteSource, _ unpacking: Unpacking) -> Opened {
        do {
            let source = try RewoundSource(GzipSource(packed, unpacking), lookingAt: Packing.bytesLookedAt)
            if Packing(source.beginning) != nil { return .failure(InputFailure(name: name, reason: .archive(.nested))) }
            return .input(NamedInput(name: name, source: source, unpacking: unpacking))
        } catch {
            return failure(name, error, unpacking)
        }
    }

    static func failure(_ name: String, _ error: SourceError, _ unpacking: Unpacking) -> Opened {
        let reason = unpacking.problem.map { InputFailure.Reason.archive($0) } ?? .source(number: error.number, reason: error.reason)
        return .failure(InputFailure(name: name, reason: reason))
    }
}
