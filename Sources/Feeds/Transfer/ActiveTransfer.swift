import CLibcurl

/// A transfer under way, over all its redirects and attempts: what it has, and what it makes of what comes. On the engine's thread only.
final class ActiveTransfer {
    let number: Int
    let transfer: Transfer
    let finish: @Sendable (TransferOutcome) -> Void
    let body: BodyFile
    private let first: RedirectPolicy.Hop

    // Of the transfer so far.
    private(set) var hop: RedirectPolicy.Hop
    private(set) var attempts = 0
    private(set) var redirects = 0
    private(set) var isResumed = false
    /// How to go on with what is in the file, and the only address at which that makes sense.
    private(set) var resumption: (plan: Resumption, at: String)?
    /// When it has to be over, by the engine's clock. The time spent waiting for its turn at first does not count.
    private(set) var deadline: Double?

    // Of the request under way.
    private(set) var easy: EasyHandle?
    private var answer = Answer.unread
    /// Where the body is packed.
    private var unpacker: BodyUnpacker?
    private var isRanged = false
    /// Why this side has ended the request.
    private var ending: TransferFailure?
    /// The last of the host's addresses that was refused.
    var refusedAddress: String?
    /// For the rates that are shown.
    var wireBytesShown = 0

    private enum Answer: Equatable {
        case unread
        case writing
        /// An answer without the body asked for; how many bytes of it came.
        case discarding(Int)
    }

    /// What a request that has ended leads to.
    enum Step {
        case hop
        case done(TransferOutcome)
        case failed(TransferFailure)
    }

    /// Of bodies that are not wanted, no more is read than it takes to keep the connection; a redirect's target is known at its end only.
    private static let greatestDiscarded = 64 << 10
    private static let greatestDiscardedBeforeRedirect = 16 << 20

    init(
        number: Int, _ transfer: Transfer, again: EngineState.Again? = nil, finish: @escaping @Sendable (TransferOutcome) -> Void
    ) throws(TransferFailure) {
        guard let address = TransferAddress(transfer.address) else { throw .badAddress(AddressText.shown(transfer.address)) }
        guard address.isHTTP else { throw .unsupportedScheme(address.scheme) }
        guard AddressText.hasHost(transfer.address) else { throw .badAddress(AddressText.shown(transfer.address)) }
        if let bad = transfer.headers.first(where: { !HeaderText.isName($0.name) || !HeaderText.isValue($0.value) }) { throw .badHeader(name: bad.name) }
        self.number = number
        self.transfer = transfer
        self.finish = finish
        body = BodyFile(path: transfer.destination, file: transfer.file)
        first = RedirectPolicy.Hop(address: address, method: transfer.method, isTrusted: true)
        hop = first
        attempts = again?.attempts ?? 0
        deadline = again?.deadline
    }

    // MARK: Requests

    /// Makes the next request ready to be sent.
    func prepare(_ settings: TransferSettings, at time: Double) throws(TransferFailure) -> EasyHandle {
        if redirects == 0 { attempts += 1 }
        let deadline = deadline ?? time + transfer.limits.totalSeconds
        self.deadline = deadline
        guard let easy = easy ?? EasyHandle() else {
            throw .withoutMemory(in: "curl_easy_init")
        }
        self.easy = easy
        answer = .unread
        unpacker = nil
        ending = nil
        refusedAddress = nil
        wireBytesShown = 0
        let plan = resumption.flatMap { $0.at == hop.address.request ? $0.plan : nil }
        isRanged = plan != nil
        let seconds = max(0.001, deadline - time)
        let request = Request(transfer: transfer, hop: hop, credentials: credentials, resumption: plan, seconds: seconds)
        easy.set(request, settings)
        easy.set(receiver: self, blocksPrivate: settings.blocksPrivate)
        guard easy.problem == CURLE_OK else {
            throw .other(code: Int(easy.problem.rawValue), reason: easy.reason(for: easy.problem))
        }
        return easy
    }

    /// Of the address itself, else of the feed's, for the feed's own place.
    private var credentials: (user: String, password: String)? {
        let owner = hop.address.user != nil ? hop.address : hop.isTrusted ? first.address : hop.address
        return owner.user.map { ($0, owner.password ?? "") }
    }

    // MARK: What comes

    /// - Returns: false to end the request.
    func receive(_ content: UnsafeRawBufferPointer) -> Bool {
        do throws(TransferFailure) {
            if answer == .unread { try readHead() }
            if case .discarding(let count) = answer {
                answer = .discarding(count + content.count)
                let greatest = RedirectPolicy.isRedirect(status) ? Self.greatestDiscardedBeforeRedirect : Self.greatestDiscarded
                return count + content.count <= greatest
            }
            if let unpacker {
                try unpacker.unpack(content) { (unpacked) throws(TransferFailure) in try keep(unpacked) }
            } else {
                try keep(content)
            }
            return true
        } catch {
            ending = error
            return false
        }
    }

    private func keep(_ content: UnsafeRawBufferPointer) throws(TransferFailure) {
        guard body.bytes + content.count <= transfer.limits.bytes else {
            throw unpacker != nil ? .unpackedTooLarge(limit: transfer.limits.bytes) : tooLarge
        }
        try body.write(content)
    }

    /// - Parameter wireBytes: of this answer's body.
    /// - Returns: false to end the request.
    func hasRoom(for wireBytes: Int) -> Bool {
        guard wireBytes > transfer.limits.bytes else { return true }
        ending = ending ?? tooLarge
        return false
    }

    private func readHead() throws(TransferFailure) {
        switch status {
        case 200, 201, 203:
            // The whole body, whether or not a part was asked for.
            body.restart()
            isResumed = false
            let codings = try ContentCoding.of(header: easy?.list("Content-Encoding") ?? "")
            unpacker = codings.isEmpty ? nil : try BodyUnpacker(codings)
            answer = .writing
        case 206 where isRanged && acceptsPart:
            isResumed = true
            answer = .writing
        case 206 where isRanged, 412 where isRanged, 416 where isRanged:
            // Another part than asked for, or none: what is at hand is of no use.
            let received = body.bytes
            forgetBody()
            throw .cutShort(received: received, expected: nil)
        default:
            answer = .discarding(0)
        }
    }

    private var acceptsPart: Bool {
        guard let easy, let plan = resumption?.plan else { return false }
        return plan.accepts(contentRange: easy.header("Content-Range"), headers: headers(easy), isPacked: isPacked)
    }

    private func forgetBody() {
        resumption = nil
        isResumed = false
        body.restart()
    }

    // MARK: What it comes to

    /// - Parameter isOverdue: the deadline has passed.
    func conclude(_ code: CURLcode, isOverdue: Bool) -> Step {
        do throws(TransferFailure) {
            return try step(code, isOverdue: isOverdue)
        } catch {
            return .failed(error)
        }
    }

    private func step(_ code: CURLcode, isOverdue: Bool) throws(TransferFailure) -> Step {
        guard let easy else { throw .cancelled }
        if let ending { throw ending }
        var isEndedHere = false
        if case .discarding(let count) = answer, code == CURLE_WRITE_ERROR { isEndedHere = count > 0 }
        guard code == CURLE_OK || isEndedHere else {
            if code == CURLE_COULDNT_CONNECT, let refusedAddress { throw .addressRefused(host: hop.address.host, address: refusedAddress) }
            throw TransferFailure(
                code, easy, hop.address, limits: transfer.limits, isOverdue: isOverdue,
                // Packed bytes where it is those that were announced.
                received: answer != .writing ? 0 : isPacked ? wire.bytes : body.bytes, expected: announced
            )
        }
        if RedirectPolicy.isRedirect(status) { return try redirected(easy) }
        if status == 304, transfer.validators != nil, !isRanged { return .done(.notModified(received(easy))) }
        if answer == .unread { try readHead() }
        guard answer == .writing else { throw .status(status, retryAfter: retryAfter) }
        if !isPacked, let announced, body.bytes != announced { throw .cutShort(received: body.bytes, expected: announced) }
        // The answer is whole, but not what was packed in it.
        if let unpacker, !unpacker.isComplete { throw .cutShort(received: wire.bytes, expected: nil) }
        return .done(.complete(received(easy)))
    }

    private func redirected(_ easy: EasyHandle) throws(TransferFailure) -> Step {
        let target = easy.text(CURLINFO_REDIRECT_URL).flatMap { TransferAddress($0) }
        hop = try RedirectPolicy.next(hop, status: status, target: target, taken: redirects, limits: transfer.limits)
        redirects += 1
        return .hop
    }

    /// Gets ready to be made again from the start of its way, with what can be kept of the body.
    func prepareRetry() {
        if answer == .writing, let easy {
            let total = announced
            let plan = Resumption(received: body.bytes, headers: headers(easy), isPacked: isPacked, total: total)
            resumption = plan.map { ($0, hop.address.request) }
        }
        if resumption == nil { forgetBody() }
        body.suspend()
        easy = nil
        answer = .unread
        hop = first
        redirects = 0
    }

    /// Lets go of the handle; nothing more will come.
    func letGo() {
        easy = nil
    }
}
