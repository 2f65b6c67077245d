import Foundation
import JSONSchema
package import OC4IDS

/// What `oc4ids review --stream` has written: results of lines, in any order and in any number of files.
///
/// Lines that one program has written go back into the order in which it read them; those of several follow one another as they are first met.
/// In memory is of each line only where it stands.
package struct StreamedLines: Sendable {
    private struct Entry {
        /// By order of appearance.
        var stream: Int
        var line: Int
        var file: Int
        var offset: Int
        /// Of what the line says.
        var part: UInt64
    }

    /// What all lines were made with.
    package let settings: LineSettings
    package let paths: [String]
    private let entries: [Entry]

    /// - Parameter paths: files for which `areIn` is true.
    package init?(_ paths: [String]) throws(ResultLines.Problem) {
        var (settings, streams): (LineSettings?, [String: Int]) = (nil, [:])
        var (entries, files): ([Entry], [String: String]) = ([], [:])
        for (number, path) in paths.enumerated() {
            let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            if let other = files[file] { throw ResultLines.Problem(kind: .twice(id: path, other: other), path: path) }
            files[file] = path
            try StreamedLines.read(path) { (value, line, offset) throws(ResultLines.Problem) in
                guard let value, let read = Header(value) else { throw ResultLines.Problem(kind: .notResults, path: path, line: line) }
                if let known = settings, known != read.settings { throw ResultLines.Problem(kind: .otherSettings(than: paths[0]), path: path, line: line) }
                settings = read.settings
                let stream = streams[read.stream] ?? streams.count
                streams[read.stream] = stream
                entries.append(Entry(stream: stream, line: read.line, file: number, offset: offset, part: read.part))
            }
        }
        guard let settings else { return nil }
        self.settings = settings
        self.paths = paths
        self.entries = StreamedLines.ordered(entries, streams.count)
        if let (one, other) = repeated() {
            throw ResultLines.Problem(kind: .repeatedLine(other.line, other: paths[one.file]), path: paths[other.file])
        }
    }

    /// A line that stands twice, as where a job was done once more and what it had written before is there too. Inputs that only begin alike may have the
    /// first line in common.
    private func repeated() -> (Entry, Entry)? {
        struct Place: Hashable {
            var stream: Int
            var line: Int
            var part: UInt64
        }
        guard hasRepeatedNumbers else { return nil }
        var met: [Place: Entry] = [:]
        for entry in entries where entry.line > 1 {
            if let first = met.updateValue(entry, forKey: Place(stream: entry.stream, line: entry.line, part: entry.part)) { return (first, entry) }
        }
        return nil
    }

    /// Of one stream, some number stands twice. Mostly there is none, which is seen without remembering them.
    private var hasRepeatedNumbers: Bool {
        zip(entries, entries.dropFirst()).contains { $0.stream == $1.stream && $0.line >= $1.line }
    }

    /// Whether a file's first line is the result of one.
    package static func areIn(_ path: String) -> Bool {
        var isFirst: Bool?
        // Of a file that cannot be read something else is said.
        try? read(path) { (value, _, _) throws(ResultLines.Problem) in
            isFirst = value?["stream"] != nil
            throw ResultLines.Problem(kind: .notResults, path: path)
        }
        return isFirst ?? false
    }

    /// Hands on what each line says to whoever puts lines together, in their order.
    ///
    /// - Parameter put: false for what no review makes.
    package func forEach(_ put: (_ part: String) -> Bool) throws(ResultLines.Problem) {
        var file: (number: Int, lines: FileLines)?
        for entry in entries {
            if file?.number != entry.file { file = (entry.file, try FileLines(paths[entry.file])) }
            guard let bytes = try file?.lines.line(at: entry.offset), let part = (try? JSONValue(bytes))?["part"]?.string, put(part) else {
                throw ResultLines.Problem(kind: .notResults, path: paths[entry.file])
            }
        }
    }

    private struct Header {
        var stream: String
        var line: Int
        var settings: LineSettings
        var part: UInt64

        init?(_ value: JSONValue) {
            guard value["form"]?.integer == 1, let stream = value["stream"]?.string, let line = value["line"]?.integer, line > 0,
                  let settings = value["settings"].flatMap(LineSettings.init), let part = value["part"]?.string else { return nil }
            (self.stream, self.line, self.settings, self.part) = (stream, line, settings, Digest(of: part).low)
        }
    }

    /// Two inputs that begin with the same line cannot be told apart: what is numbered twice stays as it is.
    private static func ordered(_ entries: [Entry], _ streams: Int) -> [Entry] {
        var byStream = [[Entry]](repeating: [], count: streams)
        for entry in entries { byStream[entry.stream].append(entry) }
        return byStream.flatMap { entries in
            let sorted = entries.sorted { $0.line < $1.line }
            let isNumberedTwice = zip(sorted, sorted.dropFirst()).contains { $0.line == $1.line }
            return isNumberedTwice ? entries : sorted
        }
    }

    /// Hands on each line that is not blank: its JSON, nil where it is none, its number from 1 and where it begins.
    private static func read(_ path: String, _ use: (_ value: JSONValue?, _ line: Int, _ offset: Int) throws(ResultLines.Problem) -> Void) throws(ResultLines.Problem) {
        let lines = try FileLines(path)
        var (number, offset) = (0, 0)
        while let line = try lines.next() {
            number += 1
            if line.contains(where: { $0 > 0x20 }) { try use(try? JSONValue(line), number, offset) }
            offset += line.count
        }
    }
}
