import Foundation
package import OC4IDS

/// Results as lines of text: what a part of a batch leaves behind, so that all parts together make the one summary.
///
/// A head comes first. Behind it each result is a line, followed by those of its projects' ids, of which a line holds a few thousand: no line
/// grows with the data, so any number of results is written and read in the memory that the ids themselves take.
package enum ResultLines {
    private struct Head: Codable {
        /// The form of these lines.
        var form = ResultLines.form
        /// The version of the program that made them, with schema and options: results of different ones do not add up.
        var settings: String
        /// Which part of the batch it is; nil for all of it.
        var shard: String?
        /// How many follow: a file that was cut off behind a line is no whole part.
        var results: Int
    }

    private struct Line: Codable {
        /// For people; the result has them too.
        var id: String
        var name: String
        /// The result, packed.
        var part: String
        /// Lines with ids that follow.
        var idLines: Int

        init(_ result: InputResult) {
            (id, name, part) = (result.id, result.name, SealedPart.text(result.packed))
            idLines = result.review?.ids.packedCount ?? 0
        }

        /// Nil for what no result is.
        var result: InputResult? { SealedPart.content(part).flatMap { InputResult(packed: $0) } }
    }

    private struct IDLine: Codable {
        var ids: String
    }

    private static let form = 3

    /// The file's name in a folder that a batch has written.
    package static let fileName = "results.jsonl"

    package struct Problem: Error, Sendable, Equatable {
        package enum Kind: Sendable, Equatable {
            case unreadable(reason: String)
            case notResults
            case otherSettings(than: String)
            case twice(id: String, other: String)
            /// Of lines of a stream.
            case repeatedLine(Int, other: String)
        }

        package var kind: Kind
        package var path: String
        /// From 1 on.
        package var line: Int?
    }

    /// Hands on the lines piece by piece.
    package static func write(_ results: some Sequence<InputResult>, count: Int, settings: String, shard: Shard?, to put: ([UInt8]) -> Void) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Nothing in a result can fail to be written: it holds texts and whole numbers.
        func line(_ value: some Encodable) { put(((try? encoder.encode(value)).map(Array.init) ?? []) + [0x0A]) }
        line(Head(settings: settings, shard: shard?.text, results: count))
        for result in results {
            let head = Line(result)
            line(head)
            guard let ids = result.review?.ids else { continue }
            for number in 0 ..< ids.packedCount { line(IDLine(ids: SealedPart.text(ids.packed(number), after: head.part))) }
        }
    }

    /// What parts have left behind.
    package struct Parts: Sendable {
        package var results = PackedResults()
        /// What they add up to.
        package var sums = ResultSums()
        /// Parts of the batch that were not there, as in `2/8`, in order.
        package var missingShards: [String] { Shard.missing(among: shards) }
        fileprivate var shards: [Shard] = []
    }

    /// Reads what parts have left behind.
    ///
    /// - Parameters:
    ///   - paths: files, or folders that hold one.
    ///   - settings: what they were made with, where results of other kinds say so, and which of these.
    package static func read(_ paths: [String], settings: (value: String, path: String)? = nil) throws(Problem) -> Parts {
        var parts = Parts()
        var settings = settings
        var places: [InputResult.Order: [String: String]] = [:]
        for path in paths {
            let file = try FileLines(self.file(path), named: path)
            let decoder = JSONDecoder()
            var (number, idLines, hasHead) = (0, 0, false)
            // Its ids follow.
            var latest: (result: InputResult, part: String)?
            var awaited = 0
            while let line = try file.next() {
                number += 1
                guard line.contains(where: { $0 != 0x0A }) else { continue }
                let wrong = Problem(kind: .notResults, path: path, line: number)
                let data = Data(line)
                if idLines > 0 {
                    guard let read = try? decoder.decode(IDLine.self, from: data), let packed = SealedPart.content(read.ids, after: latest?.part),
                          latest?.result.review?.ids.append(packed: packed) == true else { throw wrong }
                    idLines -= 1
                } else if let head = try? decoder.decode(Head.self, from: data) {
                    guard head.form == form, awaited == 0, head.results >= 0 else { throw wrong }
                    awaited = head.results
                    if let known = settings, known.value != head.settings { throw Problem(kind: .otherSettings(than: known.path), path: path) }
                    settings = settings ?? (head.settings, path)
                    if let shard = head.shard {
                        guard let shard = Shard(shard) else { throw wrong }
                        parts.shards.append(shard)
                    }
                    hasHead = true
                } else {
                    guard hasHead, awaited > 0, let read = try? decoder.decode(Line.self, from: data), let result = read.result, parts.sums.take(result), read.idLines >= 0,
                          read.idLines == 0 || result.review != nil else { throw wrong }
                    if let other = places[result.order]?[result.id] { throw Problem(kind: .twice(id: result.id, other: other), path: path) }
                    places[result.order, default: [:]][result.id] = path
                    (latest, idLines) = ((result, read.part), read.idLines)
                    awaited -= 1
                }
                if idLines == 0, let result = latest?.result {
                    parts.results.append(result)
                    latest = nil
                }
            }
            // A worker that was handed no line has written none; a part of a batch has a head.
            if number == 0, self.file(path) == path { continue }
            guard hasHead, idLines == 0, awaited == 0 else { throw Problem(kind: .notResults, path: path, line: max(1, number)) }
        }
        return parts
    }

    private static func file(_ path: String) -> String {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue ? path + "/" + fileName : path
    }
}
