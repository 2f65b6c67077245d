/// Strings (RFC 8259, section 7): where they end, whether they are well-formed UTF-8, what they say.
extension Walk {
    /// A string value, `p` at its opening quote.
    @inline(__always)
    mutating func string(_ p: Bytes, _ node: UnsafePointer<Node>, _ index: Node.Index) throws(Halt) -> Walked {
        let start = p + 1
        let text = try text(from: start)
        if !node.pointee.flags.contains(.anyText) {
            if _slowPath(node.pointee.types & JSONTypes.string.rawValue == 0) { report(.type, index, at: p) }
            if _slowPath(text.close - start < Int(node.pointee.shortest)) { report(.minLength, index, at: p) }
            if node.pointee.flags.contains(.text) {
                try checkText(p, start, text.close - start, text.isEscaped, index)
            }
        }
        if isOutlining {
            outline.push(OutlineEntry(node: index, start: p - base, byteCount: text.close + 1 - p, fingerprint: text.digest.low, hasEscape: text.isEscaped))
        }
        return Walked(text.close + 1, text.digest)
    }

    /// A string that has been read, a value or a key.
    struct Text: BitwiseCopyable {
        /// The closing quote.
        var close: Bytes
        /// Of what the string says.
        var digest: Digest
        var isEscaped: Bool

        @inline(__always)
        init(close: Bytes, digest: Digest, isEscaped: Bool) {
            self.close = close
            self.digest = digest
            self.isEscaped = isEscaped
        }
    }

    /// Reads the string whose first byte is `start`, checking all of it.
    @inline(__always)
    mutating func text(from start: Bytes) throws(Halt) -> Text {
        if _fastPath(isWellFormed) {
            let run = Vectors.textRun(start)
            if run < LongText.blockLength, _fastPath(start[run] == ASCII.quote) {
                return Text(close: start + run, digest: .shortText(start, run), isEscaped: false)
            }
        }
        return try longText(start)
    }

    /// A string of 32 bytes or more, or with escapes, or among bytes that are not known to be well-formed UTF-8.
    @inline(never)
    private mutating func longText(_ start: Bytes) throws(Halt) -> Text {
        if _fastPath(isWellFormed) {
            var text = LongText()
            var p = start
            var run = Vectors.textRun(p)
            while run == LongText.blockLength {
                text.take(p)
                p += run
                run = Vectors.textRun(p)
            }
            p += run
            if p.pointee == ASCII.quote { return Text(close: p, digest: text.closed(at: p, count: p - start), isEscaped: false) }
            if p.pointee == ASCII.backslash, let close = JSONText.decode(start, escape: p, into: &decoded) {
                return Text(close: close, digest: .text(UnsafePointer(decoded.base), decoded.count), isEscaped: true)
            }
        }
        // What is wrong, and where exactly, is found byte by byte.
        var isEscaped = false
        let close = try uncheckedText(from: start, escaped: &isEscaped)
        return Text(close: close, digest: isEscaped ? escapedDigest(start, close) : .text(start, close - start), isEscaped: isEscaped)
    }

    /// Finds the closing quote of the string whose first byte is `start`, checking all before it.
    private mutating func uncheckedText(from start: Bytes, escaped: inout Bool) throws(Halt) -> Bytes {
        var p = start
        while true {
            let run = Vectors.plainRun(p)
            p += run
            if run == 16 { continue }
            let c = p.pointee
            if c == ASCII.quote { return p }
            if c >= 0xC2, c <= 0xDF, p[1] & 0xC0 == 0x80 {
                // Two bytes: accented letters, and whole texts in Greek, Cyrillic, Arabic.
                repeat { p += 2 } while p.pointee >= 0xC2 && p.pointee <= 0xDF && p[1] & 0xC0 == 0x80
                continue
            }
            if c >= 0xE1, c <= 0xEC, p[1] & 0xC0 == 0x80, p[2] & 0xC0 == 0x80 {
                p += 3
            } else if c == ASCII.backslash, p[1] == 0x6E || p[1] == ASCII.quote {
                escaped = true
                p += 2
            } else {
                p = try unusual(p, &escaped)
            }
        }
    }

    /// Steps over an escape or a longer UTF-8 sequence, or says what is wrong at `p`.
    @inline(never)
    private mutating func unusual(_ p: Bytes, _ escaped: inout Bool) throws(Halt) -> Bytes {
        let c = p.pointee
        if c == ASCII.backslash {
            escaped = true
            switch p[1] {
            case ASCII.quote, ASCII.backslash, ASCII.slash, 0x62, 0x66, 0x6E, 0x72, 0x74:
                return p + 2
            case 0x75:
                if _fastPath(isHex(p[2]) && isHex(p[3]) && isHex(p[4]) && isHex(p[5])) { return p + 6 }
                for i in 2 ..< 6 where !isHex(p[i]) {
                    throw p + i >= end ? stop(.truncated, at: p + i) : stop(.invalidEscape, at: p)
                }
                return p + 6
            default:
                throw p + 1 >= end ? stop(.truncated, at: p + 1) : stop(.invalidEscape, at: p)
            }
        }
        if c < ASCII.space { throw stop(.controlCharacter, at: p) }
        return try multibyte(p)
    }

    /// One UTF-8 sequence of two to four bytes (RFC 3629, section 4).
    private mutating func multibyte(_ p: Bytes) throws(Halt) -> Bytes {
        let length: Int
        let second: ClosedRange<UInt8>
        switch p.pointee {
        case 0xC2 ... 0xDF: (length, second) = (2, 0x80 ... 0xBF)
        case 0xE0: (length, second) = (3, 0xA0 ... 0xBF)
        case 0xE1 ... 0xEC, 0xEE, 0xEF: (length, second) = (3, 0x80 ... 0xBF)
        case 0xED: (length, second) = (3, 0x80 ... 0x9F)
        case 0xF0: (length, second) = (4, 0x90 ... 0xBF)
        case 0xF1 ... 0xF3: (length, second) = (4, 0x80 ... 0xBF)
        case 0xF4: (length, second) = (4, 0x80 ... 0x8F)
        default: throw stop(.invalidUTF8, at: p)
        }
        for i in 1 ..< length {
            let allowed = i == 1 ? second : 0x80 ... 0xBF
            if !allowed.contains(p[i]) {
                throw p + i >= end ? stop(.truncated, at: p + i) : stop(.invalidUTF8, at: p)
            }
        }
        return p + length
    }

    @inline(__always)
    private func isHex(_ c: UInt8) -> Bool {
        c &- 0x30 <= 9 || (c | 0x20) &- 0x61 <= 5
    }

    static func hexDigit(_ c: UInt8) -> UInt32? {
        switch c {
        case 0x30 ... 0x39: UInt32(c) - 0x30
        case 0x41 ... 0x46: UInt32(c) - 0x37
        case 0x61 ... 0x66: UInt32(c) - 0x57
        default: nil
        }
    }

    /// The digest of what a string with escapes says.
    mutating func escapedDigest(_ start: Bytes, _ close: Bytes) -> Digest {
        decode(start, close)
        return Digest.text(UnsafePointer(decoded.base), decoded.count)
    }

    /// Puts what a checked string says into `decoded`.
    mutating func decode(_ start: Bytes, _ close: Bytes) {
        decoded.truncate(to: 0)
        decoded.reserve(close - start + 32)
        JSONText.decode(start, close, into: &decoded)
    }
}
