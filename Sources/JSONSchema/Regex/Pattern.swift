import CPCRE2

/// A regular expression of a schema (`pattern`, `patternProperties`): of ECMA 262, as JSON Schema Validation draft-04
/// asks (section 3.3), not anchored, and about characters, not UTF-16 units.
///
/// Matched by PCRE2. `PatternTranslation` first rewrites the expression into a form that means the same to both, and
/// refuses what ECMA 262 does not have. Known differences that remain: a lookbehind must have a fixed length, a
/// repetition counts to 65,535 at most, and a group inside a repetition keeps its text from an earlier round, where
/// ECMA 262 forgets it.
package final class Pattern: Sendable {
    package enum MatchOutcome: Sendable {
        case match
        case noMatch
        /// The search was given up, see `Limits`: whether the text matches is not known.
        case limitReached
    }

    /// Why an expression was refused, as a fact; sentences are made elsewhere.
    package struct SyntaxError: Error, Equatable {
        package enum Reason: Equatable, Sendable {
            case unexpectedEnd
            case unterminatedClass
            case unterminatedGroup
            case unmatchedParenthesis
            case nothingToRepeat
            case numbersOutOfOrder
            case rangeOutOfOrder
            case unknownEscape
            case unknownGroupKind
            case unknownReference
            case invalidName
            case duplicateName
            case unknownProperty
            /// More repetitions, nesting or code than the library takes.
            case tooLarge
            /// Valid, but not to PCRE2.
            case lookbehindOfVariableLength
            /// Valid, as far as known, but not to PCRE2, which gave this number.
            case unsupported(code: Int32)
        }

        /// Where, in bytes of the expression's UTF-8.
        package var offset: Int
        package var reason: Reason
    }

    /// Bounds for one search. A schema's author can write, and a publisher's text can then trigger, an expression that
    /// tries exponentially many ways (`(a+)+$`), or reads the rest of a long text again from every character
    /// (`(?:\w\w)+\W`). Ordinary expressions stay orders of magnitude below.
    private enum Limits {
        /// Units of work, see `Work`: some tenths of a second. Enough for a handful of items tried at every character of a
        /// text of some megabytes, or for a text of 20,000 characters to be read again from each of them.
        static let work = 400_000_000
        /// The library's own count. It says little, as it begins again at every character and machine code does not count
        /// all it does; it is here in case that code should ever loop without a callout.
        static let attempts: UInt32 = 100_000_000
        /// How many ways may be open at a time, when interpreted. (Machine code has a stack of 32 KiB instead.)
        static let depth: UInt32 = 1_000_000
        /// Memory for them, in KiB: a group repeated for some hundred thousand characters.
        static let heap: UInt32 = 65_536
        /// Parentheses inside parentheses: the library's compiler is recursive.
        static let nesting: UInt32 = 250
    }

    // Safe to share: PCRE2 promises that compiled code "does not change when the pattern is matched" (pcre2api,
    // Multithreading). The machine code is made before the initialiser ends, and nothing is freed before `deinit`.
    private nonisolated(unsafe) let code: OpaquePointer
    private let longestRun: Int
    private let hasReferences: Bool

    package init(_ pattern: String) throws(SyntaxError) {
        let translation = try PatternTranslation(Array(pattern.utf8))
        // PCRE2 10.42 takes the first character of a lookahead and the last one of the rest for two characters, and does
        // not start where they are the same one: `(?=a)x?a` does not find "a". So there it must try everywhere.
        let options = translation.hasLookahead ? Self.options | PCRE2_NO_START_OPTIMIZE : Self.options
        var errorCode: Int32 = 0
        var errorOffset = 0
        let compiled = translation.output.withUnsafeBufferPointer { bytes in
            // An empty array may have no address, and the library wants one.
            pcre2_compile_8(
                bytes.baseAddress ?? Self.emptyText.utf8Start, bytes.count, options, &errorCode, &errorOffset,
                Self.compileContext)
        }
        guard let compiled else {
            let reason = Self.reason(errorCode)
            // The library gives the end of what it could not take, but the beginning of a lookbehind.
            let end = reason == .lookbehindOfVariableLength ? errorOffset + 1 : errorOffset
            throw SyntaxError(offset: translation.source(beforeOutput: end), reason: reason)
        }
        // Machine code where the platform allows it; a failure only means that the code is interpreted.
        pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE)
        code = compiled
        longestRun = translation.longestRun
        hasReferences = translation.hasReferences
    }

    deinit {
        pcre2_code_free_8(code)
    }

    /// Whether `text` contains a match. `text` is valid UTF-8: the reader has seen to that, and it is not checked again.
    package func matches(_ text: UnsafeRawBufferPointer) -> MatchOutcome {
        let result = search(text, options: PCRE2_NO_UTF_CHECK)
        // Machine code works on 32 KiB of the thread's stack. A long text may need more.
        return result == PCRE2_ERROR_JIT_STACKLIMIT ? matchesSlowly(text) : Self.outcome(result)
    }

    /// As `matches`, on the heap instead of the stack.
    @inline(never)
    private func matchesSlowly(_ text: UnsafeRawBufferPointer) -> MatchOutcome {
        Self.outcome(search(text, options: PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT))
    }

    private func search(_ text: UnsafeRawBufferPointer, options: UInt32) -> Int32 {
        // One pair of offsets is the least there is; nobody asks for them.
        guard let matchData = pcre2_match_data_create_8(1, nil) else { return PCRE2_ERROR_NOMEMORY }
        defer { pcre2_match_data_free_8(matchData) }
        guard let context = pcre2_match_context_create_8(nil) else { return PCRE2_ERROR_NOMEMORY }
        defer { pcre2_match_context_free_8(context) }
        pcre2_set_match_limit_8(context, Limits.attempts)
        pcre2_set_depth_limit_8(context, Limits.depth)
        pcre2_set_heap_limit_8(context, Limits.heap)

        var work = Work(
            left: Limits.work, perItem: Work.item + longestRun + (hasReferences ? text.count : 0), position: 0)
        let start = text.baseAddress ?? UnsafeRawPointer(Self.emptyText.utf8Start)
        return withUnsafeMutablePointer(to: &work) { work in
            pcre2_set_callout_8(context, Work.charge, work)
            return pcre2_match_8(
                code, start.assumingMemoryBound(to: UInt8.self), text.count, 0, options, matchData, context)
        }
    }

    /// All errors other than "no match" mean that a limit was reached, memory included.
    private static func outcome(_ result: Int32) -> MatchOutcome {
        if result >= 0 { return .match }
        return result == PCRE2_ERROR_NOMATCH ? .noMatch : .limitReached
    }

    private static func reason(_ code: Int32) -> SyntaxError.Reason {
        switch code {
        case PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY, PCRE2_ERROR_MALFORMED_UNICODE_PROPERTY: .unknownProperty
        case PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP, PCRE2_ERROR_PATTERN_TOO_LARGE,
            PCRE2_ERROR_PATTERN_TOO_COMPLICATED:
            .tooLarge
        case PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH: .lookbehindOfVariableLength
        default: .unsupported(code: code)
        }
    }

    /// `DOLLAR_ENDONLY`: `$` is the very end, not also before a last line feed. `MATCH_UNSET_BACKREF`: a reference to
    /// a group that took no part matches the empty text. `AUTO_CALLOUT`: `Work.charge` is called before every item.
    private static let options =
        PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_DOLLAR_ENDONLY
        | PCRE2_MATCH_UNSET_BACKREF | PCRE2_AUTO_CALLOUT

    private static let emptyText: StaticString = ""

    // Safe to share: "if the parameters in a context are values that are never changed, the same context can be used by
    // all the threads" (pcre2api, Multithreading). It lives as long as the program.
    private nonisolated(unsafe) static let compileContext: OpaquePointer? = {
        let context = pcre2_compile_context_create_8(nil)
        pcre2_set_parens_nest_limit_8(context, Limits.nesting)
        return context
    }()
}

/// How much of its allowance a search has used. Counted, not timed: on a busy machine the outcome is the same.
private struct Work {
    var left: Int
    /// What each item of the expression costs when it is tried: a fixed sum, and what it might read without getting to
    /// the next item, which then is not seen: most of a run like `\w{500}`, or a group's text for a reference.
    let perItem: Int
    /// Where the last item was tried. The way from there is charged, too, one unit per byte: `\w*` is one item.
    var position: Int

    /// An item takes the time of about so many bytes.
    static let item = 16

    /// Called by the library before each item; other results than 0 end the search.
    static let charge: @convention(c) (UnsafeMutablePointer<pcre2_callout_block_8>?, UnsafeMutableRawPointer?) -> Int32 = {
        block, work in
        guard let block, let work = work?.assumingMemoryBound(to: Work.self) else { return PCRE2_ERROR_CALLOUT }
        let position = block.pointee.current_position
        work.pointee.left -= work.pointee.perItem + abs(position - work.pointee.position)
        work.pointee.position = position
        return work.pointee.left < 0 ? PCRE2_ERROR_MATCHLIMIT : 0
    }
}
