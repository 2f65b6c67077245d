/// Why a feed brought no new copy.
package enum FetchProblem: Error, Sendable {
    /// A transfer failed.
    case transfer(TransferFailure, address: String)
    /// What came is not complete data.
    case body(BodyProblem, address: String)
    /// What came is no archive, though the description says so.
    case notArchive(address: String)
    /// What came is JSON, but holds neither a package nor projects.
    case notProjects(address: String)
    /// What a page names as the next one is neither an address nor null.
    case nextPageUnreadable(address: String)
    /// A part that the copy at hand is made of is not there any more.
    case partGone(address: String)
    /// None of the addresses that a pattern stands for is there.
    case nothingThere(tried: Int, last: String)
    /// There are more pages than the description allows.
    case tooManyPages(most: Int)
    /// The next page is one that was seen before.
    case pagesRepeat(address: String)
    /// The next page is at another host, or is no address.
    case nextPageElsewhere(String)
    /// The registry gives only the beginning of an address.
    case addressIsPrefix(String)
    case store(StoreError)

    /// The error of what is done with the store, as the reason why a feed brought nothing.
    static func wrapping<Value>(_ body: () throws(StoreError) -> Value) throws(FetchProblem) -> Value {
        do {
            return try body()
        } catch {
            throw .store(error)
        }
    }

    static func wrapping<Value>(_ body: () throws(FileError) -> Value) throws(FetchProblem) -> Value {
        try wrapping { () throws(StoreError) in try StoreError.wrapping(body) }
    }

    /// Stable, for programs and for the history.
    package var code: String {
        switch self {
        case .transfer(let failure, _): failure.code
        case .body(let problem, _): problem.code
        case .notArchive: "notArchive"
        case .notProjects: "notProjects"
        case .nextPageUnreadable: "nextPageUnreadable"
        case .partGone: "partGone"
        case .nothingThere: "nothingThere"
        case .tooManyPages: "tooManyPages"
        case .pagesRepeat: "pagesRepeat"
        case .nextPageElsewhere: "nextPageElsewhere"
        case .addressIsPrefix: "addressIsPrefix"
        case .store: "store"
        }
    }
}

/// What is said of a feed although it came.
package enum FetchWarning: Sendable, Equatable {
    /// The description has the server's certificate not verified.
    case certificateNotVerified
    /// Fewer than half of the projects of the copy before.
    case projectsFell(from: Int, to: Int)
    /// Projects whose id stood in an earlier part; some of those ids.
    case repeatedProjects(count: Int, examples: [String])
    /// Nothing is there for so many years or months.
    case withoutParts(count: Int)
    /// An API that gives one page for all numbers may not know the parameter.
    case secondPageIsFirst(parameter: String)

    /// It is said also to who wants to hear of nothing but failures: what came may be from someone else, or be half of what there is.
    package var isLoud: Bool {
        switch self {
        case .certificateNotVerified, .projectsFell: true
        case .repeatedProjects, .withoutParts, .secondPageIsFirst: false
        }
    }

    /// Stable, for programs.
    package var code: String {
        switch self {
        case .certificateNotVerified: "certificateNotVerified"
        case .projectsFell: "projectsFell"
        case .repeatedProjects: "repeatedProjects"
        case .withoutParts: "withoutParts"
        case .secondPageIsFirst: "secondPageIsFirst"
        }
    }
}

/// What became of a feed in a run.
package struct FetchedFeed: Sendable {
    package enum Outcome: Sendable {
        case new
        case unchanged
        case failed(FetchProblem)
    }

    package var feed: Feed
    package var outcome: Outcome
    /// The copy that is current now; nil where there never was one.
    package var copy: StoreEntry.Body?
    /// When the copy was last found to be the newest, in UTC (RFC 3339).
    package var copyFrom: String?
    package var warnings: [FetchWarning] = []
    package var requests = 0
    /// Bytes of bodies, as they came over the wire.
    package var wireBytes = 0

    package init(feed: Feed, outcome: Outcome) {
        self.feed = feed
        self.outcome = outcome
    }

    package var isFailed: Bool { if case .failed = outcome { true } else { false } }

    /// It was broken off from this side, which says nothing of the feed.
    package var isCancelled: Bool { if case .failed(.transfer(.cancelled, _)) = outcome { true } else { false } }
}

extension TransferFailure {
    /// The case's name: stable, for programs and for the history.
    package var code: String {
        switch self {
        case .badAddress: "badAddress"
        case .unsupportedScheme: "unsupportedScheme"
        case .badHeader: "badHeader"
        case .hostUnknown: "hostUnknown"
        case .hostNotConverted: "hostNotConverted"
        case .connectionFailed: "connectionFailed"
        case .connectTimedOut: "connectTimedOut"
        case .addressRefused: "addressRefused"
        case .proxyFailed: "proxyFailed"
        case .certificateRejected: "certificateRejected"
        case .secureConnectionFailed: "secureConnectionFailed"
        case .tooManyRedirects: "tooManyRedirects"
        case .redirectToScheme: "redirectToScheme"
        case .redirectDowngrade: "redirectDowngrade"
        case .redirectWithoutAddress: "redirectWithoutAddress"
        case .status(let status, _): "status\(status)"
        case .cutShort: "cutShort"
        case .connectionLost: "connectionLost"
        case .notHTTP: "notHTTP"
        case .stalled: "stalled"
        case .timedOut: "timedOut"
        case .tooLarge: "tooLarge"
        case .unpackedTooLarge: "unpackedTooLarge"
        case .damagedEncoding: "damagedEncoding"
        case .diskFull: "diskFull"
        case .cannotWrite: "cannotWrite"
        case .cancelled: "cancelled"
        case .other: "other"
        }
    }
}
