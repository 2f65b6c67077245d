/// What the program says of feeds: their descriptions, how they come, and where they are kept. In both languages.
public enum FeedMessage: String, Sendable, CaseIterable {
    // What is wrong in a description.
    case unreadable, fileTooLarge, notYAML, notUTF8, notFeeds, unknownKey, missingKey, wrongType, unknownValue, outOfRange, invalidID, repeatedID, invalidAddress
    case unknownPlaceholder, invalidCountry, invalidMonth, invalidHeader, ownHeader, invalidPointer, needs, excludes, emptyRegistry
    case typeText, typeBoolean, typeNumber, typeMapping, typeList
    case wrongDescription, noFeeds, noSuchFeed
    // Why a feed brought nothing.
    case badAddress, unsupportedScheme, hostUnknown, hostNotConverted, connectionFailed, connectTimedOut, addressRefused, proxyFailed, certificateRejected, secureConnectionFailed
    case tooManyRedirects, redirectToScheme, redirectDowngrade, redirectWithoutAddress
    case statusUnauthorized, statusForbidden, statusNotFound, statusTooMany, statusServer, statusOther, tryLater, waitUntil, waitTooLong
    case cutShort, cutShortOf, connectionLost, notHTTP, stalled, timedOut, tooLarge, unpackedTooLarge, damagedEncoding, packedTwice, diskFull, cannotWrite, cancelled, other
    case notArchive, notProjects, nextPageUnreadable, partGone, nothingThere, nothingYet, tooManyPages, pagesRepeat, nextPageElsewhere, addressIsPrefix
    // What is said although it came.
    case certificateNotVerified, projectsFell, repeatedProjects, repeatedExamples, withoutParts, secondPageIsFirst
    // What became of feeds.
    case isNew, isUnchanged, keptFrom, keptNothing, ageDays, ageHours, ageNow
    case feed, outcome, projects, size, age, data, feedsNew, feedsUnchanged, feedsFailed, feedsTotal
    case dataClean, dataFindings, dataUnreadable, dataDisclosed
    case progress, progressItem, interrupted
    // The store.
    case storeNotStore, storeNewer, storeInUse, storeFull, storeFailed, storeNone, storeNoFeed, storeEmpty
    case copies, countedEntries, countedCopies, lastTry, from, finalAddress, digest, outcomeStored, outcomeUnchanged, outcomeFailed
    case pruned, prunedUnreadable, verified, problemEntry, problemMissing, problemDamaged
    // How the program was called.
    case noSource, sourceTwice, blockPrivateWithProxy, noLibrary, oldLibrary, noCertificates, wrongConnectTo, noResources, emptyStore

    /// With the placeholders filled in.
    public func text(_ language: Language, _ values: [String: String] = [:]) -> String {
        Template.fill(texts[language], values)
    }

    /// With a number, in the form that suits it.
    public func counted(_ count: Int, _ language: Language, _ values: [String: String] = [:]) -> String {
        let forms = texts[language].split(separator: "|", omittingEmptySubsequences: false)
        return Template.fill(String((count == 1 ? forms.first : forms.last) ?? ""), values.merging(["count": Figures.count(count, language)]) { own, _ in own })
    }

    /// Both languages, side by side.
    public var texts: Bilingual {
        switch self {
        case .unreadable, .fileTooLarge, .notYAML, .notUTF8, .notFeeds, .unknownKey, .missingKey, .wrongType, .unknownValue, .outOfRange, .invalidID, .repeatedID,
             .invalidAddress, .unknownPlaceholder, .invalidCountry, .invalidMonth, .invalidHeader, .ownHeader, .invalidPointer, .needs, .excludes, .emptyRegistry,
             .typeText, .typeBoolean, .typeNumber, .typeMapping, .typeList, .wrongDescription, .noFeeds, .noSuchFeed:
            descriptionTexts
        case .isNew, .isUnchanged, .keptFrom, .keptNothing, .ageDays, .ageHours, .ageNow, .feed, .outcome, .projects, .size, .age, .data, .feedsNew,
             .feedsUnchanged, .feedsFailed, .feedsTotal, .dataClean, .dataFindings, .dataUnreadable, .dataDisclosed, .progress, .progressItem, .interrupted,
             .certificateNotVerified, .projectsFell, .repeatedProjects, .repeatedExamples, .withoutParts, .secondPageIsFirst:
            outcomeTexts
        case .storeNotStore, .storeNewer, .storeInUse, .storeFull, .storeFailed, .storeNone, .storeNoFeed, .storeEmpty, .copies, .countedEntries, .countedCopies, .lastTry, .from, .finalAddress,
             .digest, .outcomeStored, .outcomeUnchanged, .outcomeFailed, .pruned, .prunedUnreadable, .verified, .problemEntry, .problemMissing, .problemDamaged:
            storeTexts
        default: transferTexts
        }
    }
}
