/// Whether text carries colour. Colour only repeats what the words and signs say.
public struct TextStyle: Sendable, Equatable {
    public var color: Bool

    public init(color: Bool) {
        self.color = color
    }

    public static let plain = TextStyle(color: false)

    enum Look: String {
        case bold = "1", dim = "2", red = "31", green = "32", yellow = "33"
    }

    func text(_ text: String, _ looks: Look...) -> String {
        guard color, !text.isEmpty else { return text }
        return "\u{1B}[" + looks.map(\.rawValue).joined(separator: ";") + "m" + text + "\u{1B}[0m"
    }

    /// A bar of which so many cells are full.
    func bar(_ cells: Int, of width: Int) -> String {
        String(repeating: "█", count: cells) + text(String(repeating: "░", count: width - cells), .dim)
    }

    /// The text without its colours.
    func plain(_ text: some StringProtocol) -> String {
        guard color else { return String(text) }
        var plain = ""
        var rest = Substring(text)
        while let escape = rest.firstIndex(of: "\u{1B}"), let end = rest[escape...].firstIndex(of: "m") {
            plain += rest[..<escape]
            rest = rest[rest.index(after: end)...]
        }
        return plain + rest
    }
}

/// How much a text report says.
public enum Verbosity: Sendable, CaseIterable {
    /// Only the verdict.
    case quiet
    case usual
    /// Every place that the review lists.
    case verbose

    /// How many places of a group a report may show or has to know of: one more than it shows, to say that there are more. Nil: all.
    public var mostPlaces: Int? {
        switch self {
        case .quiet: 1
        case .usual: TextReport.usualPlaces + 1
        case .verbose: nil
        }
    }
}

/// Text in lines and columns. A Unicode scalar counts as one column.
package enum TextLayout {
    static let width = 100

    /// Lines of at most `width` columns, broken at spaces; a longer word stays whole. All lines begin with `indent`, the first one with
    /// `first` in its place.
    static func wrapped(_ text: String, indent: Int, first: String? = nil) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = first ?? margin
        var length = line.unicodeScalars.count
        var isFresh = true
        // A space is a byte of its own: looking for it by characters takes longer than all else here.
        for bytes in text.utf8.split(separator: UInt8(ascii: " ")) {
            let word = Substring(bytes)
            let wordLength = word.unicodeScalars.count
            if !isFresh, length + 1 + wordLength > width {
                lines.append(line)
                (line, length, isFresh) = (margin, indent, true)
            }
            if !isFresh { line += " " }
            line += word
            length += isFresh ? wordLength : wordLength + 1
            isFresh = false
        }
        lines.append(line)
        return lines
    }

    /// Parts one after another, lines broken only between them.
    static func flowed(_ parts: [String], separator: String, width: Int = TextLayout.width) -> [String] {
        var lines: [String] = []
        for part in parts {
            if let last = lines.last, (last + separator + part).unicodeScalars.count <= width {
                lines[lines.count - 1] = last + separator + part
            } else {
                lines.append(part)
            }
        }
        return lines
    }

    static func padded(_ text: String, to columns: Int) -> String {
        text + spaces(columns - text.unicodeScalars.count)
    }

    static func padded(left text: String, to columns: Int) -> String {
        spaces(columns - text.unicodeScalars.count) + text
    }

    static func spaces(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }

    static func withoutBlankEnd(_ line: String) -> String {
        line.utf8.lastIndex { $0 != UInt8(ascii: " ") }.map { String(line[...$0]) } ?? ""
    }

    /// Text of at most so many columns, its end replaced by "…".
    static func cut(_ text: String, to columns: Int) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: columns, limitedBy: scalars.endIndex), end < scalars.endIndex else { return text }
        return String(scalars[..<scalars.index(before: end)]) + "…"
    }

    /// Text of at most so many columns, its middle replaced by "…": of a path, both ends say something.
    package static func cutInside(_ text: String, to columns: Int) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > columns else { return text }
        let front = columns / 2
        return String(String.UnicodeScalarView(scalars.prefix(front))) + "…" + String(String.UnicodeScalarView(scalars.suffix(columns - front - 1)))
    }

    /// Rows in columns, two spaces between them; the last column is not padded.
    ///
    /// - Parameter style: of the cells, where they carry colour.
    package static func table(_ rows: [[String]], right: Set<Int> = [], indent: String = "", style: TextStyle = .plain) -> [String] {
        func columns(_ cell: String) -> Int { style.plain(cell).unicodeScalars.count }
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], columns(cell))
            }
        }
        return rows.map { row in
            var line = indent
            for (column, cell) in row.enumerated() {
                if column > 0 { line += "  " }
                let gap = spaces(widths[column] - columns(cell))
                if right.contains(column) {
                    line += gap + cell
                } else {
                    line += column == row.count - 1 ? cell : cell + gap
                }
            }
            return line
        }
    }
}
