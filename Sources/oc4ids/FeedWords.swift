import Feeds
import OC4IDS

/// Says in one language what went wrong with feeds: facts of `Feeds` become sentences of the catalogue.
struct FeedWords: Sendable {
    let language: Language
    /// Says what is wrong with what came; nil where nothing is fetched.
    private let explainer: Explainer?

    init(language: Language) {
        self.language = language
        explainer = nil
    }

    init(explainer: Explainer) {
        language = explainer.language
        self.explainer = explainer
    }

    func say(_ message: FeedMessage, _ values: [String: String] = [:]) -> String {
        message.text(language, values.mapValues(VisibleText.ofUser))
    }

    // MARK: Descriptions

    /// `feeds.yaml:12:5: …`
    func text(_ error: DescriptionError) -> String {
        var place = VisibleText.ofUser(error.file)
        if let line = error.line { place += ":\(line)" }
        if error.line != nil, let column = error.column { place += ":\(column)" }
        return "\(place): \(reason(error.reason))"
    }

    private func reason(_ reason: DescriptionError.Reason) -> String {
        switch reason {
        case .unreadable(let words): say(.unreadable, ["reason": words])
        case .tooLarge(let limit): say(.fileTooLarge, ["limit": Figures.bytes(limit, language)])
        case .notYAML(let words): say(.notYAML, ["reason": words])
        case .notUTF8: say(.notUTF8)
        case .notFeeds: say(.notFeeds)
        case .unknownKey(let key, let known): say(.unknownKey, ["key": key]) + suggestion(key, known)
        case .missingKey(let key): say(.missingKey, ["key": key])
        case .wrongType(let key, let expected): say(.wrongType, ["key": key, "expected": type(expected)])
        case .unknownValue(let key, let value, let known):
            say(.unknownValue, ["key": key, "value": value, "known": known.joined(separator: ", ")]) + suggestion(value, known)
        case .outOfRange(let key, let least, let most): say(.outOfRange, ["key": key, "least": String(least), "most": String(most)])
        case .invalidID(let value): say(.invalidID, ["value": value])
        case .repeatedID(let value, let line): say(.repeatedID, ["value": value, "line": String(line)])
        case .invalidAddress(let key, let value): say(.invalidAddress, ["key": key, "value": value])
        case .unknownPlaceholder(let name, let known):
            say(.unknownPlaceholder, ["value": "{\(name)}", "known": known.map { "{\($0)}" }.joined(separator: ", ")]) + suggestion(name, known)
        case .invalidCountry(let value): say(.invalidCountry, ["value": value])
        case .invalidMonth(let key, let value): say(.invalidMonth, ["key": key, "value": value])
        case .invalidHeader(let value): say(.invalidHeader, ["value": value])
        case .ownHeader(let value): say(.ownHeader, ["value": value])
        case .invalidPointer(let value): say(.invalidPointer, ["value": value])
        case .needs(let key, let other): say(.needs, ["key": key, "other": other])
        case .excludes(let key, let other): say(.excludes, ["key": key, "other": other])
        case .emptyRegistry: say(.emptyRegistry)
        }
    }

    func suggestion(_ word: String, _ known: [String]) -> String {
        let near = Suggestion.closest(to: word, among: known, most: 2)
        return near.isEmpty ? "" : ". " + UsageMessage.didYouMean.text(language, ["suggestions": near.joined(separator: ", ")])
    }

    private func type(_ type: DescriptionError.ValueType) -> String {
        switch type {
        case .text: say(.typeText)
        case .boolean: say(.typeBoolean)
        case .number: say(.typeNumber)
        case .mapping: say(.typeMapping)
        case .list: say(.typeList)
        }
    }

    // MARK: What came, and what did not

    func text(_ problem: FetchProblem) -> String {
        switch problem {
        case .transfer(let failure, let address): text(failure, address)
        case .body(let problem, _): body(problem)
        case .notArchive: say(.notArchive)
        case .notProjects: say(.notProjects)
        case .nextPageUnreadable(let address): say(.nextPageUnreadable, ["address": address])
        case .partGone(let address): say(.partGone, ["address": address])
        case .nothingThere(0, _): say(.nothingYet)
        case .nothingThere(let tried, let last): say(.nothingThere, ["count": Figures.count(tried, language), "address": last])
        case .tooManyPages(let most): say(.tooManyPages, ["limit": Figures.count(most, language)])
        case .pagesRepeat(let address): say(.pagesRepeat, ["address": address])
        case .nextPageElsewhere(let address): say(.nextPageElsewhere, ["address": address])
        case .addressIsPrefix(let address): say(.addressIsPrefix, ["address": address])
        case .store(let error): text(error)
        }
    }

    private func body(_ problem: BodyProblem) -> String {
        guard let explainer, let failure = problem.cause as? InputFailure else { return problem.code }
        return explainer.message(failure)
    }

    /// `zambia: …`
    func text(_ warning: FetchWarning, of feed: Feed) -> String {
        "\(VisibleText.escaped(feed.name)): \(text(warning))"
    }

    func text(_ warning: FetchWarning) -> String {
        switch warning {
        case .certificateNotVerified: return say(.certificateNotVerified)
        case .projectsFell(let from, let to): return say(.projectsFell, ["from": Figures.count(from, language), "to": Figures.count(to, language)])
        case .secondPageIsFirst(let parameter): return say(.secondPageIsFirst, ["value": parameter])
        case .withoutParts(let count): return FeedMessage.withoutParts.counted(count, language)
        case .repeatedProjects(let count, let examples):
            let text = FeedMessage.repeatedProjects.counted(count, language)
            return examples.isEmpty ? text : say(.repeatedExamples, ["text": text, "examples": examples.joined(separator: ", ")])
        }
    }

    func text(_ error: StoreError) -> String {
        switch error {
        case .withoutSpace(let path): say(.storeFull, ["path": path])
        case .notStore(let path): say(.storeNotStore, ["path": path])
        case .newerFormat(let path): say(.storeNewer, ["path": path])
        case .inUse(let path): say(.storeInUse, ["path": path])
        case .file(let error): say(.storeFailed, ["path": error.path, "reason": error.reason])
        }
    }

    /// Since a time (RFC 3339): «hace 3 días».
    func age(seconds: Int) -> String {
        switch seconds {
        case ..<3600: say(.ageNow)
        case ..<86_400: FeedMessage.ageHours.counted(seconds / 3600, language)
        default: FeedMessage.ageDays.counted(seconds / 86_400, language)
        }
    }
}
