extension Store {
    /// What is wrong in a store.
    package struct Problem: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable {
            /// An entry that cannot be read.
            case unreadableEntry
            /// A body that an entry refers to is not there.
            case missingBody
            /// A body's bytes are not those that it is named after.
            case damagedBody
        }

        package var feed: FeedID
        package var kind: Kind
        /// The entry's file, or the body's digest.
        package var what: String
    }

    package struct Verified: Sendable, Equatable {
        package var feeds = 0
        package var entries = 0
        package var bodies = 0
        package var bytes = 0
        package var problems: [Problem] = []
    }

    /// Reads everything that the histories refer to, and computes all digests anew.
    package func verify() throws(StoreError) -> Verified {
        var verified = Verified()
        var known: [BodyDigest: Problem.Kind?] = [:]
        for id in try feeds() {
            verified.feeds += 1
            for number in entryNumbers(of: id) {
                verified.entries += 1
                guard let entry = entry(number, of: id) else {
                    verified.problems.append(Problem(feed: id, kind: .unreadableEntry, what: layout.entry(id, number)))
                    continue
                }
                for digest in entry.digests.sorted(by: { $0.text < $1.text }) where known[digest] == nil {
                    let found = check(digest, &verified)
                    known[digest] = found
                    if let found { verified.problems.append(Problem(feed: id, kind: found, what: digest.text)) }
                }
            }
        }
        return verified
    }

    private func check(_ digest: BodyDigest, _ verified: inout Verified) -> Problem.Kind? {
        guard size(of: digest) != nil else { return .missingBody }
        verified.bodies += 1
        guard let found = try? WholeFile.digest(layout.body(digest)), found.sha256 == digest.text else { return .damagedBody }
        verified.bytes += found.bytes
        return nil
    }
}
