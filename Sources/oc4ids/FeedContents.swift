import Feeds
import Inputs
import JSONSchema
import OC4IDS
import Reports

/// What bodies hold: opened as any input is, and checked as any input is.
struct FeedContents: BodyOpener {
    private let opener: InputOpener
    let projectFields: Set<String>

    init(_ opener: InputOpener, _ standard: Standard) {
        self.opener = opener
        projectFields = standard.projectFields
    }

    func open(_ path: String, _ read: (any ByteSource) -> WalkFailure?) -> BodyProblem? {
        var first: BodyProblem?
        opener.open(path, read: { opened -> InputFailure? in
            switch opened {
            case .failure(let failure): return failure
            case .input(let input):
                guard let failure = read(input.source) else { return nil }
                let found = InputFailure(name: input.name, reason: InputFailure.Reason(failure))
                return input.problem(behind: found).map { InputFailure(name: input.name, reason: .archive($0)) } ?? found
            }
        }, use: { failure in
            if first == nil, let failure { first = BodyProblem(code: Explainer.code(failure), isEndMissing: failure.isEndMissing, cause: failure) }
        })
        // Its files may all be there although the archive ends too early.
        if first == nil, ZipArchive.isWithoutEnd(path) {
            let failure = InputFailure(name: path, reason: .archive(.truncated))
            first = BodyProblem(code: Explainer.code(failure), isEndMissing: true, cause: failure)
        }
        return first
    }

    /// Reviews a copy: the one place that says what checking a feed means.
    static func check(_ path: String, name: String, _ opener: InputOpener, _ reviewer: Reviewer) -> FeedCheck {
        var check = FeedCheck()
        var dataset = Dataset(examples: reviewer.examples)
        Reading.inputs(of: .download(path: path, name: name), opener, reviewer, digesting: false) { check.add($0.outcome(in: &dataset)) }
        return check
    }
}

extension InputFailure {
    /// The data, or what it is packed in, ends before its end.
    fileprivate var isEndMissing: Bool {
        switch reason {
        case .reading(let error): error.code == .truncated
        case .archive(let problem): problem == .truncated
        case .emptyFolder, .source, .temporaryFile, .notFetched, .ocds: false
        }
    }
}
