import Foundation
package import OC4IDS

/// Results as lines of text: what a part of a batch leaves behind, so that all parts together make the one summary.
package enum ResultLines {
    /// One line.
    private struct Line: Codable {
        /// The form of these lines.
        var form = ResultLines.form
        /// The version of the program that made it, with schema and options: results of different ones do not add up.
        var settings: String
        var result: InputResult
    }

    private static let form = 1

    /// The file's name in a folder that a batch has written.
    package static let fileName = "results.jsonl"

    package struct Problem: Error, Sendable, Equatable {
        package enum Kind: Sendable, Equatable {
            case unreadable(reason: String)
            case notResults
            case otherSettings(than: String)
            case twice(id: String, other: String)
        }

        package var kind: Kind
        package var path: String
        /// From 1 on.
        package var line: Int?
    }

    package static func bytes(_ result: InputResult, settings: String) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Nothing in a result can fail to be written: it holds texts and whole numbers.
        return ((try? encoder.encode(Line(settings: settings, result: result))).map(Array.init) ?? []) + [0x0A]
    }

    /// Reads what parts have left behind.
    ///
    /// - Parameters:
    ///   - paths: files, or folders that hold one.
    ///   - settings: what they were made with, where results of other kinds say so, and which of these.
    package static func read(_ paths: [String], settings: (value: String, path: String)? = nil) throws(Problem) -> [InputResult] {
        var results: [InputResult] = []
        var sums = ResultSums()
        var settings = settings
        var places: [InputResult.Order: [String: String]] = [:]
        for path in paths {
            for (number, line) in try lines(path).enumerated() where !line.isEmpty {
                guard let read = try? JSONDecoder().decode(Line.self, from: Data(line)), read.form == form, sums.take(read.result) else {
                    throw Problem(kind: .notResults, path: path, line: number + 1)
                }
                if let known = settings, known.value != read.settings { throw Problem(kind: .otherSettings(than: known.path), path: path) }
                settings = settings ?? (read.settings, path)
                if let other = places[read.result.order]?[read.result.id] { throw Problem(kind: .twice(id: read.result.id, other: other), path: path) }
                places[read.result.order, default: [:]][read.result.id] = path
                results.append(read.result)
            }
        }
        return results
    }

    private static func lines(_ path: String) throws(Problem) -> [ArraySlice<UInt8>] {
        var isFolder: ObjCBool = false
        let file = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue ? path + "/" + fileName : path
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: file))).split(separator: 0x0A, omittingEmptySubsequences: false)
        } catch {
            throw Problem(kind: .unreadable(reason: (error as NSError).localizedFailureReason ?? error.localizedDescription), path: path)
        }
    }
}
