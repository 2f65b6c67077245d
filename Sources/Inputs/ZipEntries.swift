import JSONSchema
import OC4IDS

/// The inputs that a zip archive holds.
struct ZipEntries {
    typealias Opened = InputOpener.Opened

    private let path: String
    private let limits: UnpackingLimits

    init(path: String, limits: UnpackingLimits) {
        self.path = path
        self.limits = limits
    }

    /// Reads the inputs by the directory at the archive's end, and hands their results on in byte order of their names.
    ///
    /// - Returns: false, and nothing was read, when there is no such directory: the end is missing, or it is no plain archive.
    func read<Result>(_ file: FileSource, _ read: (Opened) -> Result, _ use: (Result) -> Void) throws(SourceError) -> Bool {
        guard let names = try names(file) else { return false }
        let sorted = names.indices.sorted { a, b in
            names[a] == names[b] ? a < b : names[a].utf8.lexicographicallyPrecedes(names[b].utf8)
        }
        var order = Rearrangement<Result>(sorted)
        try file.seek(to: 0)
        let unpacking = Unpacking(limits)
        guard let archive = ZipArchive(file: file, unpacking) else { throw SourceError.withoutMemory }
        walk(archive, unpacking, isStream: false, read) { order.put($0, use) }
        order.finish(use)
        return true
    }

    /// Reads the inputs as they come.
    func read<Result>(_ source: any ByteSource, _ read: (Opened) -> Result, _ use: (Result) -> Void) throws(SourceError) {
        let unpacking = Unpacking(limits)
        guard let archive = ZipArchive(stream: source, unpacking) else { throw SourceError.withoutMemory }
        walk(archive, unpacking, isStream: true, read, use)
    }

    /// The names of the inputs in the order in which they lie in the archive; nil when it has no directory to begin with.
    private func names(_ file: FileSource) throws(SourceError) -> [String]? {
        let unpacking = Unpacking(limits)
        guard let archive = ZipArchive(file: file, unpacking) else { throw SourceError.withoutMemory }
        var names: [String] = []
        var isFirst = true
        while true {
            do {
                guard let entry = try archive.next() else { return names }
                isFirst = false
                if role(entry) != .passedOver { names.append(entry.path ?? "") }
            } catch {
                if unpacking.problem == nil { throw error }
                // What is behind a damaged place is out of reach the next time as well.
                return isFirst ? nil : names
            }
        }
    }

    private func role(_ entry: ZipArchive.Entry) -> InputNames.Role {
        guard entry.isFile else { return .passedOver }
        // A name that is none may be that of data: better to say so than to leave it out.
        return entry.path.map(InputNames.role) ?? .data
    }

    private func walk<Result>(_ archive: ZipArchive, _ unpacking: Unpacking, isStream: Bool, _ read: (Opened) -> Result, _ use: (Result) -> Void) {
        var isEmpty = true
        var isWorkbook = false
        do {
            while let entry = try archive.next() {
                let role = role(entry)
                if role != .passedOver {
                    isEmpty = false
                    use(read(open(entry, role, archive, unpacking)))
                    // Nothing can follow behind a missing end.
                    if archive.isCutOff { return }
                }
                isWorkbook = isWorkbook || entry.path == "[Content_Types].xml"
                if isStream, !entry.hasKnownSize, let problem = passOver(archive, unpacking) {
                    use(read(.failure(InputFailure(name: path, reason: .archive(problem)))))
                    return
                }
            }
            if isEmpty {
                use(read(.failure(InputFailure(name: path, reason: isWorkbook ? .reading(ReadingError(.excel, offset: 0)) : .archive(.noData)))))
            }
        } catch {
            use(read(InputOpener.failure(path, error, unpacking)))
        }
    }

    /// The next file is only found by unpacking what is left of this one, which has to keep within the limits too.
    ///
    /// - Returns: the limit that it went past, if it did.
    private func passOver(_ archive: ZipArchive, _ unpacking: Unpacking) -> ArchiveProblem? {
        // What was wrong with the file itself is said already.
        unpacking.begin()
        readToEnd(ZipEntrySource(archive))
        switch unpacking.problem {
        case .tooLarge, .suspicious: return unpacking.problem
        default: return nil
        }
    }

    private func open(_ entry: ZipArchive.Entry, _ role: InputNames.Role, _ archive: ZipArchive, _ unpacking: Unpacking) -> Opened {
        let name = "\(path):\(entry.path ?? "\u{FFFD}")"
        func failure(_ reason: InputFailure.Reason) -> Opened { .failure(InputFailure(name: name, reason: reason)) }
        guard entry.path != nil else {
            let error = InputPaths.notUTF8
            return failure(.source(number: error.number, reason: error.reason))
        }
        if role == .archive { return failure(.archive(.nested)) }
        if entry.isEncrypted { return failure(.archive(.encrypted)) }
        do {
            let source = try RewoundSource(ZipEntrySource(archive), lookingAt: Packing.bytesLookedAt)
            switch Packing(source.beginning) {
            case nil: return .input(NamedInput(name: name, source: source, unpacking: unpacking))
            case .gzip: return InputOpener.unpacked(name, source, unpacking)
            case .zip: return failure(.archive(.nested))
            }
        } catch {
            return InputOpener.failure(name, error, unpacking)
        }
    }
}

/// Results on their way from the order they come in to the order they are wanted in.
private struct Rearrangement<Result> {
    /// Of the result at each position, where it is to stand.
    private var places: [Int]
    private var waiting: [Int: Result] = [:]
    private var count = 0
    private var next = 0

    /// - Parameter order: positions, in the order in which they are wanted.
    init(_ order: [Int]) {
        places = order
        for (place, position) in order.enumerated() { places[position] = place }
    }

    /// Takes the next result, and hands on those that are due.
    mutating func put(_ result: Result, _ use: (Result) -> Void) {
        // One that was not counted on, as when the rest of the archive cannot be read, comes last.
        waiting[count < places.count ? places[count] : count] = result
        count += 1
        while let due = waiting.removeValue(forKey: next) {
            use(due)
            next += 1
        }
    }

    /// Hands on what is left, though some that were counted on did not come.
    mutating func finish(_ use: (Result) -> Void) {
        for (_, result) in waiting.sorted(by: { $0.key < $1.key }) { use(result) }
        waiting = [:]
    }
}
