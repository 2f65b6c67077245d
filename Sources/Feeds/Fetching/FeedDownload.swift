import JSONSchema

/// One feed on its way: its requests, one after the other, and what they brought.
struct FeedDownload {
    let fetcher: FeedFetcher
    let feed: Feed
    /// The entry of the current copy, whose bytes have been found intact.
    let before: StoreEntry?

    private(set) var parts: [StoreEntry.Part] = []
    /// Of each part, as much as it is packed or unpacked, whichever is more.
    private var sizes: [Int] = []
    private(set) var warnings: [FetchWarning] = []
    private(set) var requests = 0
    private(set) var wireBytes = 0

    init(_ fetcher: FeedFetcher, _ feed: Feed, before: StoreEntry?) {
        self.fetcher = fetcher
        self.feed = feed
        self.before = before
    }

    /// Fetches whatever the feed consists of.
    ///
    /// - Returns: the entry for the feed's history; all that it refers to is kept.
    mutating func entry() throws(FetchProblem) -> StoreEntry {
        if let paging = feed.pages {
            try pages(paging)
            return try joined(newest: .first)
        }
        let months = feed.months(today: fetcher.today)
        switch feed.dates?.choice {
        case .each:
            for month in months.reversed() { try part(month, isOptional: true) }
            guard parts.contains(where: { $0.body != nil }) else { throw .nothingThere(tried: months.count, last: parts.last?.address ?? AddressText.shown(feed.address)) }
            let missing = parts.count { $0.body == nil }
            if missing > 0 { warnings.append(.withoutParts(count: missing)) }
            return try joined(newest: .last)
        case .newest:
            for month in months {
                try part(month, isOptional: true)
                if let body = parts.last?.body { return entry(body) }
            }
            throw .nothingThere(tried: months.count, last: parts.last?.address ?? AddressText.shown(feed.address))
        case nil:
            try part(nil, isOptional: false)
            guard let body = parts.last?.body else { throw .nothingThere(tried: 1, last: AddressText.shown(feed.address)) }
            return entry(body)
        }
    }

    private func entry(_ body: StoreEntry.Body, repeated: Int? = nil) -> StoreEntry {
        let isSame = body.sha256 == before?.body?.sha256
        return StoreEntry(when: FeedFetcher.now(), outcome: isSame ? .unchanged : .stored, body: body, parts: parts, repeatedProjects: repeated)
    }

    // MARK: Parts

    /// Fetches what is at the address for a month.
    private mutating func part(_ month: CalendarMonth?, isOptional: Bool) throws(FetchProblem) {
        let address = DatePattern.filled(feed.address, month: month, today: fetcher.today)
        try answer(address, month, isOptional: isOptional, lookingFor: nil)
    }

    /// Fetches one address; its answer is the last of `parts` afterwards.
    ///
    /// - Parameters:
    ///   - isOptional: that nothing is there is an answer too.
    ///   - member: the package's member whose value is wanted.
    @discardableResult
    mutating func answer(_ address: String, _ month: CalendarMonth?, isOptional: Bool, lookingFor member: String?) throws(FetchProblem) -> Answer {
        let path = fetcher.run.newPath()
        defer { SystemCalls.remove(path) }
        let shown = AddressText.shown(address)
        let mark = shown == address ? nil : fetcher.marks?.mark(address)
        // What cannot be told apart is asked for as a whole: the answer “not modified” would have another part's body take its place.
        let old = shown == address || mark != nil ? before?.parts.last { $0.address == shown && $0.mark == mark } : nil
        requests += 1
        // Of what came last.
        var content = Result<Content, FetchProblem>.failure(.transfer(.cancelled, address: shown))
        let outcome = fetcher.engine.perform(transfer(address, month, to: path, old)) { received in
            content = Result { () throws(FetchProblem) in try read(path, shown, lookingFor: member) }
            guard case .failure(.body(let problem, _)) = content else { return false }
            return (problem.isEndMissing || received.bytes == 0) && !received.isOfAnnouncedLength
        }
        switch outcome {
        case .complete(let received):
            wireBytes += received.wireBytes
            let content = try content.get()
            try keep(received, path, shown, mark, content)
            return Answer(received: received, found: content.found)
        case .notModified(let received):
            guard var part = old, let body = part.body else { throw .transfer(.status(received.status, retryAfter: nil), address: shown) }
            part.status = received.status
            if let etag = KeptHeaders(received.headers, hasLinks: false).etag { part.etag = etag }
            let content = member == nil ? nil : try read(fetcher.store.layout.body(body.sha256), shown, lookingFor: member)
            try add(part, unpacked: content?.bytes ?? 0)
            return Answer(received: received, found: content?.found)
        case .failed(.status(let status, _)) where isOptional && (status == 404 || status == 410):
            if old?.body != nil, feed.dates?.choice == .each { throw .partGone(address: shown) }
            try add(StoreEntry.Part(address: shown, mark: mark, status: status))
            return Answer(received: nil)
        case .failed(let failure):
            throw .transfer(failure, address: shown)
        }
    }

    struct Answer {
        var received: Received?
        /// The value of the member that was wanted.
        var found: JSONValue?
    }

    /// What a body holds.
    private struct Content {
        /// What it unpacks to.
        var bytes = 0
        var projects = 0
        var found: JSONValue?
    }

    private func transfer(_ address: String, _ month: CalendarMonth?, to path: String, _ old: StoreEntry.Part?) -> Transfer {
        let request = feed.request
        var transfer = Transfer(feed: feed.name, address: address, destination: path)
        transfer.method = request.method == .get ? .get : .post
        transfer.headers = request.headers.map { Transfer.Header($0.name, $0.value) }
        transfer.verifiesTLS = request.verifiesTLS
        transfer.userAgent = request.userAgent
        transfer.isIdempotent = request.isIdempotent
        transfer.limits = fetcher.limits
        if let body = request.body {
            transfer.body = Array(DatePattern.filled(body, month: month, today: fetcher.today).utf8)
            let isTyped = request.headers.contains { $0.name.lowercased() == "content-type" }
            // What begins like JSON is JSON; anything else says what it is.
            if !isTyped, body.first == "{" || body.first == "[" { transfer.headers.append(Transfer.Header("Content-Type", "application/json")) }
        }
        // What POST asks for is not told by the address alone, and a copy that is not there cannot be the newest.
        if request.method == .get, let old, let body = old.body, body.sha256 == before?.body?.sha256 || fetcher.store.isIntact(body) {
            transfer.validators = Transfer.Validators(etag: old.etag, lastModified: old.lastModified)
        }
        return transfer
    }

    /// Keeps what came and was read.
    private mutating func keep(_ received: Received, _ path: String, _ shown: String, _ mark: String?, _ content: Content) throws(FetchProblem) {
        let digest = BodyDigest(computed: received.sha256)
        try FetchProblem.wrapping { () throws(StoreError) in try fetcher.run.keep(path, as: digest) }
        let headers = KeptHeaders(received.headers, hasLinks: feed.pages?.way == .linkHeader)
        try add(StoreEntry.Part(address: shown, mark: mark, finalAddress: received.address == shown ? nil : received.address, status: received.status, etag: headers.etag,
                                lastModified: headers.lastModified, headers: headers.others,
                                body: StoreEntry.Body(sha256: digest, bytes: received.bytes, projects: content.projects)), unpacked: content.bytes)
    }

    /// The limit holds for all parts together: each page may lead to another one, and each year is another file.
    private mutating func add(_ part: StoreEntry.Part, unpacked: Int = 0) throws(FetchProblem) {
        parts.append(part)
        sizes.append(max(part.body?.bytes ?? 0, unpacked))
        guard sizes.reduce(0, +) <= fetcher.limits.bytes else { throw .transfer(.tooLarge(limit: fetcher.limits.bytes, announced: nil), address: part.address) }
    }

    /// What came last is no part of the feed after all.
    mutating func dropLastPart() {
        parts.removeLast()
        sizes.removeLast()
    }

    mutating func warn(_ warning: FetchWarning) {
        warnings.append(warning)
    }

    /// Reads a body to its end: complete JSON, or an archive of it.
    private func read(_ path: String, _ shown: String, lookingFor member: String?) throws(FetchProblem) -> Content {
        if feed.archive == .zip, !BodyKind.isZip(path) { throw .notArchive(address: shown) }
        var content = Content()
        var holdsProjects = false
        let count = BoundedBytes(most: fetcher.limits.bytes - sizes.reduce(0, +))
        let problem = fetcher.opener.open(path) { source in
            do throws(WalkFailure) {
                let seen = try PackageWalk.walk(BoundedSource(source, count), PackageObserver(wanted: member), projectFields: fetcher.opener.projectFields)
                content.projects += seen.projects
                // Of an archive's files, one that has projects is enough.
                holdsProjects = holdsProjects || seen.holdsProjects
                content.found = content.found ?? seen.found
                return nil
            } catch {
                return error
            }
        }
        if count.isExceeded { throw tooLarge(path, shown) }
        content.bytes = count.bytes
        if let problem { throw .body(problem, address: shown) }
        guard holdsProjects else { throw .notProjects(address: shown) }
        return content
    }

    /// With this body, the parts hold more than they may.
    private func tooLarge(_ path: String, _ shown: String) -> FetchProblem {
        let limit = fetcher.limits.bytes
        return .transfer(BodyKind.packing(path) == nil ? .tooLarge(limit: limit, announced: nil) : .unpackedTooLarge(limit: limit), address: shown)
    }

    // MARK: Joining

    /// One package of all parts; what was joined before serves again where nothing has changed.
    private mutating func joined(newest: PackageJoiner.Newest) throws(FetchProblem) -> StoreEntry {
        if let before, let body = before.body, parts.map(\.body) == before.parts.map(\.body) {
            if let count = before.repeatedProjects { warnings.append(.repeatedProjects(count: count, examples: [])) }
            return entry(body, repeated: before.repeatedProjects)
        }
        let path = fetcher.run.newPath()
        defer { SystemCalls.remove(path) }
        let joiner = try FetchProblem.wrapping { () throws(FileError) in try PackageJoiner(path, newest: newest, leftOut: feed.pages?.linkMember.map { [$0] } ?? []) }
        // Once more, also of parts that have not changed: how much these unpack to nobody has counted.
        let count = BoundedBytes(most: fetcher.limits.bytes)
        for part in parts {
            guard let body = part.body else { continue }
            let problem = copy(body, to: joiner, count)
            if count.isExceeded { throw tooLarge(fetcher.store.layout.body(body.sha256), part.address) }
            if let problem { throw .body(problem, address: part.address) }
            joiner.endPart()
        }
        let file = try FetchProblem.wrapping { () throws(FileError) in try joiner.finish() }
        try FetchProblem.wrapping { () throws(StoreError) in try fetcher.run.keep(path, as: file.digest) }
        if joiner.repeated > 0 { warnings.append(.repeatedProjects(count: joiner.repeated, examples: joiner.repeatedExamples)) }
        return entry(StoreEntry.Body(sha256: file.digest, bytes: file.bytes, projects: joiner.projects), repeated: joiner.repeated > 0 ? joiner.repeated : nil)
    }

    private func copy(_ body: StoreEntry.Body, to joiner: PackageJoiner, _ count: BoundedBytes) -> BodyProblem? {
        fetcher.opener.open(fetcher.store.layout.body(body.sha256)) { source in
            do throws(WalkFailure) {
                _ = try PackageWalk.walk(BoundedSource(source, count), PackageObserver(sink: joiner), projectFields: fetcher.opener.projectFields)
                return nil
            } catch {
                return error
            }
        }
    }
}
