/// Every sentence that the program says about data, in both languages: the one catalogue.
///
/// A sentence may hold placeholders in braces; both languages hold the same ones (a test compares them). English is spoken to anyone,
/// Spanish to someone in a Guatemalan ministry, without «tú» or «usted» where the sentence allows.
public enum Message: String, Sendable, CaseIterable {
    // Schema errors: what is wrong, for a group and for one value.
    case typeGroup, typeOne, enumGroup, enumOne, required
    case dateTimeGroup, dateTimeOne, uriGroup, uriOne, emailGroup, emailOne, formatGroup, formatOne
    case emptyText, shortText, longText, patternGroup, patternOne
    case emptyList, fewItems, manyItems, uniqueGroup, uniqueOne, additionalItems
    case emptyObject, fewMembers, manyMembers, unexpectedMember, dependency
    case tooSmall, tooLarge, notMultiple, noAlternative, notAllowedCombination
    // Schema errors: what to do.
    case hintNumber, hintNumberIs, hintWholeNumber, hintBoolean, hintBooleanIs, hintText, hintTextIs, hintList, hintObject, hintPackage, hintNull, hintSeeField
    case hintDidYouMean, hintOneOf, hintSeeCodelist
    case hintRequired, hintRequiredMeaning
    case hintDateTime, hintDateTimeIs, hintURI, hintURIIs, hintEmail, hintFormat
    case hintEmptyText, hintPattern, hintVersion, hintEmptyList, hintEmptyObject, hintUnique, hintUnexpected, hintLimits
    // Codes and fields beside the standard, and what to do.
    case unlistedCode, hintUnlistedCode, additionalField, hintAdditionalField
    // Inputs that cannot be read, and what to do.
    case lineBreakInText, truncatedLine, excel, image, archive, csv, tooManyNames
    case hintTruncatedLine, hintExcel, hintImage, hintCSV
    case empty, utf16, utf32, html, xml, gzip, zip, pdf, truncated, invalidUTF8, invalidUTF8Unknown, controlCharacter, invalidEscape, invalidNumber
    case expectedValue, expectedKey, expectedColon, expectedCommaOrEndOfObject, expectedCommaOrEndOfArray, trailingComma, extraContent
    case tooDeep, pieceTooLarge, tooManyValues, tooMuchWork
    case hintEmpty, hintEncoding, hintHTML, hintXML, hintCompressed, hintPDF, hintTruncated, hintWindows1252, hintControlCharacter, hintInvalidEscape
    case hintInvalidNumber, hintSyntax, hintQuotes, hintTrailingComma, hintExtraContent, hintTooDeep, hintPieceTooLarge, hintPieceMemory, hintTooMuchWork
    case nameNotUTF8, hintNameNotUTF8
    case notFound, notPermitted, isFolder, emptyFolder, unreadable, ocds, temporaryFile, hintTemporaryFile, notFetched
    case hintNotFound, hintNotPermitted, hintIsFolder, hintEmptyFolder, hintUnreadable, hintOCDS, hintNotFetched
    // Archives that cannot be unpacked, and what to do.
    case archiveNoData, archiveTruncated, archiveDamaged, archiveExtraContent, archiveEncrypted, archiveUnknownMethod, archiveNested, archiveTooLarge, archiveSuspicious
    case hintArchiveNoData, hintArchiveDamaged, hintArchiveExtraContent, hintArchiveEncrypted, hintArchiveUnknownMethod, hintArchiveNested
    case hintArchiveTooLarge, hintArchiveSuspicious
    // Profiles that cannot be used, and what to do.
    case profileDuplicateElement, profileUnknownPath, profileUnknownProfile, profileWeight, profileEmptyView, hintProfileEmptyView, profileLevelOrder, profileTooFine
    case profileDuplicateKey, profileLevelFrom, profileNoLowestLevel, profileNestedSearch
    case hintProfileDuplicateKey, hintProfileDuplicateLevel, hintProfileDeep, hintProfileNestedSearch
    case profileUnexpected, profileRuleKind, profileElementPlace, profileElementsOrView, profileHas
    case hintProfileDuplicate, hintProfilePath, hintProfileKnown, hintProfileWeight, hintProfileLevels, hintProfileTooFine, hintProfileRule
    case hintProfileElement, hintProfileFormat
    case badLine
    case foundEnd, foundByte

    /// The sentence with its placeholders filled in.
    public func text(_ language: Language, _ values: [String: String] = [:]) -> String {
        Template.fill(texts[language], values)
    }

    /// Both languages, side by side.
    public var texts: Bilingual {
        switch self {
        case .typeGroup, .typeOne, .enumGroup, .enumOne, .required, .dateTimeGroup, .dateTimeOne, .uriGroup, .uriOne, .emailGroup, .emailOne,
             .formatGroup, .formatOne, .emptyText, .shortText, .longText, .patternGroup, .patternOne, .emptyList, .fewItems, .manyItems, .uniqueGroup,
             .uniqueOne, .additionalItems, .emptyObject, .fewMembers, .manyMembers, .unexpectedMember, .dependency, .tooSmall, .tooLarge, .notMultiple,
             .noAlternative, .notAllowedCombination, .unlistedCode, .additionalField:
            findingTexts
        case .hintNumber, .hintNumberIs, .hintWholeNumber, .hintBoolean, .hintBooleanIs, .hintText, .hintTextIs, .hintList, .hintObject, .hintPackage, .hintNull,
             .hintSeeField, .hintDidYouMean, .hintOneOf, .hintSeeCodelist, .hintRequired, .hintRequiredMeaning, .hintDateTime, .hintDateTimeIs, .hintURI, .hintURIIs, .hintEmail, .hintFormat,
             .hintEmptyText, .hintPattern, .hintVersion, .hintEmptyList, .hintEmptyObject, .hintUnique, .hintUnexpected, .hintLimits,
             .hintUnlistedCode, .hintAdditionalField:
            adviceTexts
        case .archiveNoData, .archiveTruncated, .archiveDamaged, .archiveExtraContent, .archiveEncrypted, .archiveUnknownMethod, .archiveNested, .archiveTooLarge,
             .archiveSuspicious, .hintArchiveNoData, .hintArchiveDamaged, .hintArchiveExtraContent, .hintArchiveEncrypted, .hintArchiveUnknownMethod,
             .hintArchiveNested, .hintArchiveTooLarge, .hintArchiveSuspicious:
            archiveTexts
        case .profileDuplicateElement, .profileUnknownPath, .profileUnknownProfile, .profileWeight, .profileEmptyView, .hintProfileEmptyView, .profileLevelOrder, .profileTooFine,
             .profileUnexpected, .profileRuleKind, .profileElementPlace, .profileElementsOrView, .profileHas, .hintProfileDuplicate,
             .hintProfilePath, .hintProfileKnown, .hintProfileWeight, .hintProfileLevels, .hintProfileTooFine, .hintProfileRule,
             .hintProfileElement, .hintProfileFormat, .profileDuplicateKey, .profileLevelFrom, .profileNoLowestLevel, .profileNestedSearch,
             .hintProfileDuplicateKey, .hintProfileDuplicateLevel, .hintProfileDeep, .hintProfileNestedSearch:
            profileTexts
        default:
            readingTexts
        }
    }
}
