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
        let unpacking = Unpacking(limits)
        repeat {
            order.begin()
            try file.seek(to: 0)
            guard let archive = ZipArchive(file: file, unpacking) else { throw SourceError.withoutMemory }
            walk(archive, unpacking, isStream: false, wants: { order.wants($0) }, read) { order.put($0, at: $1, use) }
            order.end(use)
        } while order.hasPassedOver
        order.finish(use)
        return true
    }

    /// Reads the inputs as they come.
    func read<Result>(_ source: any ByteSource, _ read: (Opened) -> Result, _ use: (Result) -> Void) throws(SourceError) {
        let unpacking = Unpacking(limits)
        guard let archive = ZipArchive(stream: source, unpacking) else { throw SourceError.withoutMemory }
        walk(archive, unpacking, isStream: true, wants: { _ in true }, read) { result, _ in use(result) }
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

    /// - Parameters:
    ///   - wants: whether to read the input at a position; others are passed over.
    ///   - use: takes the results, each with its input's position; nil for what is to be said of the archive as a whole.
    private func walk<Result>(_ archive: ZipArchive, _ unpacking: Unpacking, isStream: Bool, wants: (Int) -> Bool, _ read: (Opened) -> Result,
                              _ use: (Result, Int?) -> Void) {
        var count = 0
        var isWorkbook = false
        do {
            while let entry = try archive.next() {
                let role = role(entry)
                if role != .passedOver {
                    if wants(count) { use(read(open(entry, role, archive, unpacking)), count) }
                    count += 1
                    // Nothing can follow behind a missing end.
                    if archive.isCutOff { return }
                }
                isWorkbook = isWorkbook || entry.path == "[Content_Types].xml"
                if isStream, !entry.hasKnownSize, let problem = passOver(archive, unpacking) {
                    use(read(.failure(InputFailure(name: path, reason: .archive(problem)))), nil)
                    return
                }
            }
            if count == 0 {
                use(read(.failure(InputFailure(name: path, reason: isWorkbook ? .reading(ReadingError(.excel, offset: 0)) : .archive(.noData)))), nil)
            }
        } catch {
            use(read(InputOpener.failure(path, error, unpacking)), nil)
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

/// Results on their way from the order they come in to the order they are wanted in. So that few have to wait, what is wanted much later is
/// passed over, and the archive gone through once more.
private struct Rearrangement<Result> {
    /// Of the result at each position, where it is to stand.
    private var places: [Int]
    private var waiting: [Int: Result] = [:]
    /// What is said of the archive as a whole, the first time: it comes last.
    private var remarks: [Result] = []
    private var next = 0
    /// The place that was the next one when the archive was last begun.
    private var begun = 0
    /// Something has to be come back to.
    private(set) var hasPassedOver = false

    /// Results that may wait: one may take 40 kB.
    private static var mostWaiting: Int { 500 }

    /// - Parameter order: positions, in the order in which they are wanted.
    init(_ order: [Int]) {
        places = order
        for (place, position) in order.enumerated() { places[position] = place }
    }

    /// The archive is gone through from its beginning.
    mutating func begin() {
        begun = next
        hasPassedOver = false
    }

    /// The archive has been gone through: all there is up to `mostWaiting` places from where it was begun has come.
    mutating func end(_ use: (Result) -> Void) {
        for place in next ..< max(next, begun + Self.mostWaiting) {
            if let due = waiting.removeValue(forKey: place) { use(due) }
        }
        next = max(next, begun + Self.mostWaiting)
        handOn(use)
    }

    mutating func wants(_ position: Int) -> Bool {
        // One that was not counted on comes with the rest of the archive, which cannot be read.
        guard position < places.count else { return true }
        if places[position] < next || waiting[places[position]] != nil { return false }
        let isSoon = places[position] < next + Self.mostWaiting
        if !isSoon { hasPassedOver = true }
        return isSoon
    }

    /// Takes the next result, and hands on those that are due.
    mutating func put(_ result: Result, at position: Int?, _ use: (Result) -> Void) {
        guard let position, position < places.count else {
            if begun == 0 { remarks.append(result) }
            return
        }
        waiting[places[position]] = result
        handOn(use)
    }

    private mutating func handOn(_ use: (Result) -> Void) {
        while let due = waiting.removeValue(forKey: next) {
            use(due)
            next += 1
        }
    }

    /// Hands on what is left, though some that were counted on did not come.
    func finish(_ use: (Result) -> Void) {
        for (_, result) in waiting.sorted(by: { $0.key < $1.key }) { use(result) }
        remarks.forEach(use)
    }
}
