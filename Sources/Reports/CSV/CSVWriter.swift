import JSONSchema
import OC4IDS

/// Writes comma-separated values (RFC 4180) that spreadsheets open as they are: UTF-8, decimal point, lines ending in CR LF.
struct CSVWriter {
    /// By it spreadsheets know UTF-8. It stands once, at the beginning of a table.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    enum Cell {
        case empty
        /// From data or a catalogue: made harmless.
        case text(String)
        case number(Int)
        case boolean(Bool)
        /// A number, `true`, `false` or `null` as it stands in the data.
        case literal(String)
        /// Percent, with one decimal.
        case percent(present: Int, of: Int)

        init(_ text: String?) {
            self = text.map(Cell.text) ?? .empty
        }

        init(_ number: Int?) {
            self = number.map(Cell.number) ?? .empty
        }
    }

    private(set) var bytes: [UInt8] = []

    /// The rows so far; it goes on without them.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    mutating func row(_ cells: [Cell]) {
        for (position, cell) in cells.enumerated() {
            if position > 0 { bytes.append(0x2C) }
            write(cell)
        }
        bytes += [0x0D, 0x0A]
    }

    private mutating func write(_ cell: Cell) {
        switch cell {
        case .empty: break
        case .text(let text): write(CSVWriter.harmless(text))
        case .number(let number): write(String(number))
        case .literal(let token): write(token)
        case .boolean(let value): write(value ? "true" : "false")
        case .percent(let present, let of):
            guard of > 0 else { return }
            let tenths = Int((Double(present) / Double(of) * 1000).rounded())
            write("\(tenths / 10).\(tenths % 10)")
        }
    }

    private mutating func write(_ text: String) {
        let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D } || text.first == " " || text.last == " "
        guard needsQuotes else {
            bytes += text.utf8
            return
        }
        bytes.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// What a spreadsheet would take for a formula gets an apostrophe before it; control characters are written out.
    static func harmless(_ text: String) -> String {
        let visible = VisibleText.escaped(text)
        guard let first = text.unicodeScalars.first, formulaStarts.contains(first) else { return visible }
        return "'" + visible
    }

    private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]
}

extension CSVWriter.Cell {
    /// A scalar of the data: numbers stay numbers, unless they are too long to be shown whole.
    init(_ value: Excerpt?) {
        switch value {
        case nil: self = .empty
        case .text(let text): self = .text(text)
        case .literal(let token): self = token.hasSuffix("…") ? .text(token) : .literal(token)
        }
    }
}
