import OC4IDS
import Testing

/// The scores of data by a profile.
func disclosure(_ bytes: [UInt8], profile: Profile? = nil, groups: [GroupField] = [], explained: String? = nil) throws -> (Disclosure, InputKind) {
    let profile = try profile ?? #require(try Profile.bundled(Profile.standardID, standard))
    let reviewer = try Reviewer(standard: standard, settings: .fixed, checks: false, disclosure: DisclosureSettings(profile: profile, groups: groups, explained: explained))
    guard case .review(let review) = reviewer.review(MemorySource(bytes), name: "x.json") else { throw Unscored() }
    return (try #require(review.disclosure), review.input.kind)
}

func disclosure(_ text: String, profile: Profile? = nil, explained: String? = nil) throws -> (Disclosure, InputKind) {
    try disclosure(Array(text.utf8), profile: profile, explained: explained)
}

struct Unscored: Error {}
