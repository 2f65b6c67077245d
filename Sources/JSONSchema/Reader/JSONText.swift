import CVectors

/// What a JSON string says: its escapes (RFC 8259, section 7) turned into the characters they stand for.
enum JSONText {
    /// Appends the UTF-8 of the string between `start` and `close`, which has been read and found well-formed. An escaped
    /// surrogate without its other half keeps the three bytes that its code would have, so that different strings stay different.
    ///
    /// - Parameter replacing: put U+FFFD in place of such a surrogate, so that the result is valid UTF-8.
    static func decode(_ start: Bytes, _ close: Bytes, into output: inout ScratchStack<UInt8>, replacing: Bool = false) {
        // Nothing an escape stands for is longer than the escape; whole blocks are written, and `Digest.text` reads 31 bytes behind a text.
        output.reserve(output.count &+ (close - start) &+ 32)
        let first = output.base + output.count
        var out = first
        var p = start
        while p < close {
            let (length, isEscape) = Vectors.copy(p, to: out)
            out += min(length, close - p)
            p += length
            if !isEscape || p >= close { continue }
            if p[1] == 0x75 {
                var code = unit(p + 2)
                p += 6
                if code & 0xFC00 == 0xD800, p + 6 <= close, p[0] == ASCII.backslash, p[1] == 0x75 {
                    let low = unit(p + 2)
                    if low & 0xFC00 == 0xDC00 {
                        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                        p += 6
                    }
                }
                if replacing, code & 0xFFFF_F800 == 0xD800 { code = 0xFFFD }
                out += encode(code, to: out)
            } else {
                out.pointee = single(p[1])
                out += 1
                p += 2
            }
        }
        output.extend(by: out - first)
    }

    /// Decodes a string while looking for its end.
    ///
    /// - Parameters:
    ///   - start: its first byte; the bytes from there on are well-formed UTF-8, but escapes have not been checked.
    ///   - escape: its first backslash.
    ///   - output: what it held before is replaced.
    /// - Returns: the closing quote, or nil when there is none or an escape is wrong.
    static func decode(_ start: Bytes, escape: Bytes, into output: inout ScratchStack<UInt8>) -> Bytes? {
        output.truncate(to: 0)
        output.append(start, escape - start)
        // Where the next byte goes, kept apart from the stack while nothing has to grow.
        var out = room(behind: output.base + output.count, in: &output)
        var p = escape
        while true {
            if p[1] == 0x75 {
                var code = checkedUnit(p + 2)
                if code < 0 { return nil }
                p += 6
                if code & 0xFC00 == 0xD800, p[0] == ASCII.backslash, p[1] == 0x75 {
                    let low = checkedUnit(p + 2)
                    if low >= 0, low & 0xFC00 == 0xDC00 {
                        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                        p += 6
                    }
                }
                out += encode(UInt32(truncatingIfNeeded: code), to: out)
            } else {
                let byte = oc4ids_escaped(p[1])
                if byte == 0 { return nil }
                out.pointee = byte
                out += 1
                p += 2
            }
            var run = Vectors.copyBlock(p, to: out)
            while run == LongText.blockLength {
                p += run
                out = room(behind: out + run, in: &output)
                run = Vectors.copyBlock(p, to: out)
            }
            p += run
            out = room(behind: out + run, in: &output)
            if p.pointee == ASCII.backslash { continue }
            output.extend(by: out - (output.base + output.count))
            return p.pointee == ASCII.quote ? p : nil
        }
    }

    /// Makes sure that an escape and a block fit behind `out`, which moves when the stack does.
    @inline(__always)
    private static func room(behind out: UnsafeMutablePointer<UInt8>, in output: inout ScratchStack<UInt8>) -> UnsafeMutablePointer<UInt8> {
        if _fastPath(output.limit - out >= 4 + LongText.blockLength) { return out }
        output.extend(by: out - (output.base + output.count))
        output.reserve(output.count &+ 4 &+ LongText.blockLength)
        return output.base + output.count
    }

    /// Four hexadecimal digits; below 0 when one of them is none.
    @inline(__always)
    private static func checkedUnit(_ p: Bytes) -> Int32 {
        Int32(oc4ids_hex_digit(p[0])) << 12 | Int32(oc4ids_hex_digit(p[1])) << 8 | Int32(oc4ids_hex_digit(p[2])) << 4 | Int32(oc4ids_hex_digit(p[3]))
    }

    /// The text as a `String`; lone surrogates become U+FFFD.
    static func string(_ start: Bytes, _ close: Bytes) -> String {
        let raw = UnsafeBufferPointer(start: start, count: close - start)
        guard raw.contains(ASCII.backslash) else { return String(decoding: raw, as: UTF8.self) }
        var output = ScratchStack<UInt8>(capacity: max(close - start, 1))
        decode(start, close, into: &output, replacing: true)
        return String(decoding: output.elements, as: UTF8.self)
    }

    /// Four hexadecimal digits, known to be such: letters and digits differ in bit 6, and a letter's low bits are 9 less than its value.
    @inline(__always)
    private static func unit(_ p: Bytes) -> UInt32 {
        var code: UInt32 = 0
        for i in 0 ..< 4 {
            let c = UInt32(p[i])
            code = code &<< 4 | ((c & 0x0F) &+ (c &>> 6) &* 9)
        }
        return code
    }

    private static func single(_ c: UInt8) -> UInt8 {
        switch c {
        case 0x62: 0x08
        case 0x66: 0x0C
        case 0x6E: 0x0A
        case 0x72: 0x0D
        case 0x74: 0x09
        default: c
        }
    }

    /// Writes a character's UTF-8 and says how many bytes it took.
    @inline(__always)
    private static func encode(_ code: UInt32, to out: UnsafeMutablePointer<UInt8>) -> Int {
        func continuation(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | (code &>> shift) & 0x3F) }
        switch code {
        case ..<0x80:
            out[0] = UInt8(truncatingIfNeeded: code)
            return 1
        case ..<0x800:
            out[0] = UInt8(truncatingIfNeeded: 0xC0 | code &>> 6)
            out[1] = continuation(0)
            return 2
        case ..<0x10000:
            out[0] = UInt8(truncatingIfNeeded: 0xE0 | code &>> 12)
            out[1] = continuation(6)
            out[2] = continuation(0)
            return 3
        default:
            out[0] = UInt8(truncatingIfNeeded: 0xF0 | code &>> 18)
            out[1] = continuation(12)
            out[2] = continuation(6)
            out[3] = continuation(0)
            return 4
        }
    }
}
