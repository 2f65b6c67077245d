/// What became of a feed at one time: an entry of its history, a small JSON file in the store.
package struct StoreEntry: Codable, Sendable, Equatable {
    package enum Outcome: String, Codable, Sendable {
        /// A complete copy came.
        case stored
        /// The server has nothing newer than the copy kept (304), or sent the same once more.
        case unchanged
        /// Nothing that could be kept came; the copy before stays.
        case failed
    }

    /// When, in UTC (RFC 3339).
    package var when: String
    package var outcome: Outcome
    /// Why it failed: a code for programs.
    package var reason: String?
    /// The copy that is good from now on; nil where it failed.
    package var body: Body?
    /// One for each request whose answer the copy is made of; of a failure, those that came before it.
    package var parts: [Part]
    /// Projects whose id stood in an earlier part already.
    package var repeatedProjects: Int?

    package init(when: String, outcome: Outcome, reason: String? = nil, body: Body? = nil, parts: [Part] = [], repeatedProjects: Int? = nil) {
        self.when = when
        self.outcome = outcome
        self.reason = reason
        self.body = body
        self.parts = parts
        self.repeatedProjects = repeatedProjects
    }

    /// The bytes of a copy.
    package struct Body: Codable, Sendable, Equatable {
        package var sha256: BodyDigest
        package var bytes: Int
        /// nil where they were not counted: in archives.
        package var projects: Int?

        package init(sha256: BodyDigest, bytes: Int, projects: Int?) {
            self.sha256 = sha256
            self.bytes = bytes
            self.projects = projects
        }
    }

    /// One answer.
    package struct Part: Codable, Sendable, Equatable {
        /// Asked for, without credentials.
        package var address: String
        /// Which of the addresses that look like this one it was (`AddressMarks`); nil where the address is shown whole, and in entries of old.
        package var mark: String?
        /// Where redirects led, without credentials; nil where they led nowhere else.
        package var finalAddress: String?
        package var status: Int?
        package var etag: String?
        package var lastModified: String?
        /// Further headers that say what was sent.
        package var headers: [String: String]
        /// What was sent, or is still good; nil where nothing is there, as of a year without a file.
        package var body: Body?

        package init(address: String, mark: String? = nil, finalAddress: String? = nil, status: Int? = nil, etag: String? = nil, lastModified: String? = nil,
                     headers: [String: String] = [:], body: Body? = nil) {
            self.address = address
            self.mark = mark
            self.finalAddress = finalAddress
            self.status = status
            self.etag = etag
            self.lastModified = lastModified
            self.headers = headers
            self.body = body
        }
    }

    /// All bodies that it refers to.
    package var digests: Set<BodyDigest> {
        Set(([body] + parts.map(\.body)).compactMap { $0?.sha256 })
    }
}

/// A SHA-256 in lower-case hexadecimal: a body's name in the store.
package struct BodyDigest: Codable, Sendable, Hashable, CustomStringConvertible {
    package let text: String

    /// Nil for what is none.
    package init?(_ text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ (0x30 ... 0x39).contains($0) || (0x61 ... 0x66).contains($0) }) else { return nil }
        self.text = text
    }

    /// One that was computed here, and so is one.
    init(computed text: String) {
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let digest = BodyDigest(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no SHA-256")
        }
        self = digest
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var description: String { text }
}
