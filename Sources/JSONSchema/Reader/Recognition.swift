/// What bytes that are no JSON look like instead, so that the message can name it.
enum Recognition {
    /// Where a tar archive has `ustar` (POSIX.1, pax, “ustar Interchange Format”).
    private static let tarMark = 257

    /// Looks at the beginning of an input.
    ///
    /// - Returns: what it is, if it is something else than UTF-8 text that could be JSON.
    static func alien(_ start: Bytes, _ end: Bytes, isComplete: Bool) -> ReadingError? {
        let count = end - start
        if count == 0 { return isComplete ? ReadingError(.empty, offset: 0) : nil }
        func begins(_ bytes: [UInt8], at place: Int = 0) -> Bool {
            count >= place + bytes.count && bytes.indices.allSatisfy { start[place + $0] == bytes[$0] }
        }
        func found(_ code: ReadingError.Code) -> ReadingError {
            ReadingError(code, offset: 0, found: start[0])
        }
        if begins([0xFF, 0xFE, 0, 0]) || begins([0, 0, 0xFE, 0xFF]) { return found(.utf32) }
        if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) { return found(.utf16) }
        switch Packing(UnsafeBufferPointer(start: start, count: min(count, Packing.bytesLookedAt))) {
        case .gzip: return found(.gzip)
        case .zip:
            // An Excel workbook is a zip archive whose first files have telling names.
            let isWorkbook = ["[Content_Types].xml", "xl/"].contains { Vectors.firstPlace(of: Array($0.utf8), start, min(end, start + 4096)) != nil }
            return found(isWorkbook ? .excel : .zip)
        case nil: break
        }
        if begins([0xD0, 0xCF, 0x11, 0xE0]) { return found(.excel) }
        if begins([0x89, 0x50, 0x4E, 0x47]) || begins([0xFF, 0xD8, 0xFF]) || begins(Array("GIF8".utf8)) { return found(.image) }
        if begins([0x37, 0x7A, 0xBC, 0xAF]) || begins(Array("BZh".utf8)) || begins([0xFD, 0x37, 0x7A, 0x58]) || begins(Array("Rar!".utf8)) {
            return found(.archive)
        }
        // A tar archive names its kind behind its first file's name.
        if begins(Array("ustar".utf8), at: tarMark) { return found(.archive) }
        if begins(Array("%PDF".utf8)) { return found(.pdf) }
        if count >= 4 {
            // Without a mark: ASCII characters (which JSON begins with) leave zero bytes at fixed places (RFC 4627, section 3).
            switch (start[0] == 0, start[1] == 0, start[2] == 0, start[3] == 0) {
            case (true, true, true, false), (false, true, true, true): return found(.utf32)
            case (true, false, true, false), (false, true, false, true): return found(.utf16)
            default: break
            }
        } else if count >= 2, (start[0] == 0) != (start[1] == 0) {
            return found(.utf16)
        }
        return markup(start, end) ?? table(ByteOrderMark.skip(start), end)
    }

    /// A web page or other markup.
    private static func markup(_ start: Bytes, _ end: Bytes) -> ReadingError? {
        let first = ByteOrderMark.skip(start)
        var p = first
        while p < end, p.pointee <= ASCII.space { p += 1 }
        guard p < end, p.pointee == 0x3C else { return nil }
        let head = String(decoding: UnsafeBufferPointer(start: p, count: min(end - p, 1024)), as: UTF8.self).lowercased()
        guard head.count > 1 else { return nil }
        let tags = ["<!doctype html", "<html", "<head", "<body", "<div", "<p>", "<p ", "<h1", "<title", "<br", "<center", "<script", "<table", "<span", "<?php"]
        let isPage = tags.contains { head.contains($0) } && !head.hasPrefix("<?xml")
        let isMarkup = isPage || head.hasPrefix("<?xml") || head.contains("</") || head.contains("/>")
        guard isMarkup else { return nil }
        let position = LineCounter().position(of: p, from: first)
        return ReadingError(isPage ? .html : .xml, offset: p - start, line: position.line, column: position.column, found: 0x3C, character: "<")
    }

    /// A table as text: the first line begins with a letter, has no bracket, and the same separator at least twice.
    private static func table(_ start: Bytes, _ end: Bytes) -> ReadingError? {
        let head = UnsafeBufferPointer(start: start, count: min(end - start, 4096))
        let first = head.prefix { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
        guard let byte = first.first(where: { $0 > ASCII.space }), (0x61 ... 0x7A).contains(byte | 0x20) || byte >= 0x80, first.count < head.count,
              !first.contains(ASCII.openBrace), !first.contains(ASCII.openBracket) else { return nil }
        let separators: [UInt8] = [ASCII.comma, 0x3B, ASCII.tab]
        guard separators.contains(where: { separator in first.filter { $0 == separator }.count >= 2 }) else { return nil }
        return ReadingError(.csv, offset: 0, found: start[0])
    }

    /// The character that a byte stands for in Windows-1252, the usual encoding of Spanish text that is not UTF-8; Latin-1 is the same
    /// from A0 on. Nil for the five bytes it does not use, and for ASCII.
    static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
        switch byte {
        case 0xA0...: return Unicode.Scalar(byte)
        case 0x80 ..< 0xA0:
            let codes: [UInt32] = [
                0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
                0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
            ]
            let code = codes[Int(byte - 0x80)]
            return code == 0 ? nil : Unicode.Scalar(code)
        default: return nil
        }
    }

    /// The character at a place, if it is well-formed UTF-8.
    static func scalar(at p: Bytes) -> Unicode.Scalar? {
        var iterator = UnsafeBufferPointer(start: p, count: 4).makeIterator()
        var decoder = UTF8()
        if case .scalarValue(let scalar) = decoder.decode(&iterator) { return scalar }
        return nil
    }
}
