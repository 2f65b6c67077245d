import JSONSchema

/// Feeds that come page by page.
extension FeedDownload {
    mutating func pages(_ paging: Paging) throws(FetchProblem) {
        let start = DatePattern.filled(feed.address, month: nil, today: fetcher.today)
        switch paging.way {
        case .number(let parameter, let first): try numberedPages(start, parameter, first: first, most: paging.most)
        case .pointer(let text):
            let pointer = JSONPointer(text)
            try linkedPages(start, most: paging.most, lookingFor: pointer?.tokens.first) { (answer, _, page) throws(FetchProblem) in
                try NextPage.text(answer.found?[pointer: JSONPointer(Array(pointer?.tokens.dropFirst() ?? []))], on: page)
            }
        case .linkHeader:
            try linkedPages(start, most: paging.most, lookingFor: nil) { (answer, part, _) throws(FetchProblem) in
                (answer.received?.headers.link ?? part?.headers["Link"]).flatMap(NextPage.inLinkHeader)
            }
        }
    }

    /// Pages that each say where the next one is.
    ///
    /// - Parameters:
    ///   - member: the package's member whose value `next` wants.
    ///   - next: the reference to the next page in an answer, of which the part was kept; nil behind the last.
    private mutating func linkedPages(
        _ start: String, most: Int, lookingFor member: String?, next: (Answer, StoreEntry.Part?, _ page: String) throws(FetchProblem) -> String?
    ) throws(FetchProblem) {
        var address: String? = start
        var seen: Set<String> = []
        while let page = address {
            guard seen.count < most else { throw .tooManyPages(most: most) }
            guard seen.insert(page).inserted else { throw .pagesRepeat(address: AddressText.shown(page)) }
            let answer = try answer(page, nil, isOptional: false, lookingFor: member)
            address = try next(answer, parts.last, page).map { (text) throws(FetchProblem) in try NextPage.address(text, from: page, reached: answer.received?.base) }
        }
    }

    /// Pages with a number, up to the last. What is behind it shows that it was: nothing (404, 410), no projects, or the last page once more.
    private mutating func numberedPages(_ start: String, _ parameter: String, first: Int, most: Int) throws(FetchProblem) {
        // One more than there may be: the one behind the last shows that it was.
        for count in 0 ... most {
            try answer(AddressText.setting(parameter, to: String(first + count), in: start), nil, isOptional: count > 0, lookingFor: nil)
            // All there is may be a page without projects.
            if count == 0, parts.last?.body?.projects == 0 { return }
            guard count > 0 else { continue }
            let isSame = parts.last?.body?.sha256 == parts.dropLast().last?.body?.sha256
            guard isSame || (parts.last?.body?.projects ?? 0) == 0 else { continue }
            dropLastPart()
            if isSame, count == 1 { warn(.secondPageIsFirst(parameter: parameter)) }
            return
        }
        throw .tooManyPages(most: most)
    }
}
