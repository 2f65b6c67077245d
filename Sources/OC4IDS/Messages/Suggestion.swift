import JSONSchema
import Synchronization

/// What someone probably meant.
package enum Suggestion {
    /// The code that a text stands for: written in other case or with accents, one of the code's titles, or a few letters away.
    static func code(for text: String, among codes: [String], codelist: String?) -> String? {
        // The same mistake stands in a thousand places: it is thought about once.
        let question = Question(text: text, codes: codes)
        if let answer = answers.withLock({ $0[question] }) { return answer }
        let answer = newCode(for: text, among: codes, codelist: codelist)
        answers.withLock { answers in
            if answers.count >= mostAnswers { answers = [:] }
            answers[question] = .some(answer)
        }
        return answer
    }

    private struct Question: Hashable {
        var text: String
        var codes: [String]

        func hash(into hasher: inout Hasher) {
            hasher.combine(text)
            hasher.combine(codes.count)
        }
    }

    private static let answers = Mutex<[Question: String?]>([:])
    private static let mostAnswers = 4096

    private static func newCode(for text: String, among codes: [String], codelist: String?) -> String? {
        let wanted = folded(text)
        guard !wanted.isEmpty, !nothing.contains(wanted), !PlaceholderWords.standard.contain(text) else { return nil }
        let allowed = Set(codes)
        let listed = codelist.map(foldedCodes)?.filter { allowed.contains($0.code) } ?? []
        if let same = listed.first(where: { $0.folded == wanted }) { return same.code }
        if listed.count < codes.count, let same = codes.first(where: { folded($0) == wanted }) { return same }
        if codelist == "currency", let code = currencies.first(where: { $0.words.contains(wanted) })?.code, codes.contains(code) { return code }
        // A sector below another: `transport.roads` is no other way to write `transport`.
        if wanted.utf8.count > 3, text.contains("."), let near = closest(to: text, among: codes.filter { $0.contains(".") }) { return near }
        if let same = listed.first(where: { isSame($0.es, wanted) || isSame($0.en, wanted) }) { return same.code }
        let parts = listed.filter { isPart($0.es, wanted) || isPart($0.en, wanted) }
        if parts.count == 1 { return parts[0].code }
        // Of three letters or fewer almost any code is only a letter away.
        guard wanted.unicodeScalars.count > 3 else { return nil }
        return closest(to: text, among: codes)
    }

    /// A code of a bundled list and its titles, as they are compared.
    private struct FoldedCode {
        var code, folded, es, en: String
    }

    private static let foldedLists = Mutex<[String: [FoldedCode]]>([:])

    /// A bundled list, folded once: each wrong code is compared with all of it.
    private static func foldedCodes(_ codelist: String) -> [FoldedCode] {
        if let list = foldedLists.withLock({ $0[codelist] }) { return list }
        let list = (Codelist.bundled(codelist)?.codes ?? []).map { FoldedCode(code: $0.code, folded: folded($0.code), es: folded($0.title.es), en: folded($0.title.en)) }
        foldedLists.withLock { $0[codelist] = list }
        return list
    }

    /// Words that say that there is none: no code is meant by them.
    private static let nothing: Set<String> = ["ninguno", "ninguna", "sd"]

    /// How money is named in Guatemala.
    private static let currencies: [(code: String, words: Set<String>)] = [
        ("GTQ", ["q", "qtz", "gtz", "qtq", "quetzal", "quetzales", "quetzalesgtq"]),
        ("USD", ["us", "dolar", "dolares", "dollar", "dollars", "dolaresamericanos", "dolaresusd"]),
        ("EUR", ["euro", "euros"]),
    ]

    /// The same word, or its plural.
    static func isSame(_ title: String, _ wanted: String) -> Bool {
        switch title.utf8.count - wanted.utf8.count {
        case 0: title == wanted
        case 1, 2: isPlural(title, of: wanted)
        case -1, -2: isPlural(wanted, of: title)
        default: false
        }
    }

    private static func isPlural(_ plural: String, of word: String) -> Bool {
        switch plural.utf8.count - word.utf8.count {
        case 1: plural.utf8.last == UInt8(ascii: "s") && plural.hasPrefix(word)
        case 2:
            plural.hasSuffix("es") && plural.hasPrefix(word)
                || plural.hasSuffix("ies") && word.hasSuffix("y") && plural.hasPrefix(word.dropLast())
        default: false
        }
    }

    /// One holds the other: «en ejecución», «adaptación».
    private static func isPart(_ title: String, _ wanted: String) -> Bool {
        (wanted.utf8.count >= 6 && holds(title, wanted)) || (title.utf8.count >= 6 && holds(wanted, title))
    }

    /// Byte by byte, since both are folded: every title of a code list is looked through.
    private static func holds(_ text: String, _ part: String) -> Bool {
        let (text, part) = (Array(text.utf8), Array(part.utf8))
        guard let first = part.first, text.count >= part.count else { return part.isEmpty }
        return (0 ... text.count - part.count).contains { text[$0] == first && text[$0 ..< $0 + part.count].elementsEqual(part) }
    }

    /// `true` or `false` for the words that people write instead.
    static func boolean(_ text: String) -> String? {
        switch folded(text) {
        case "true", "si", "s", "yes", "y", "verdadero", "cierto", "1": "true"
        case "false", "no", "n", "falso", "0": "false"
        default: nil
        }
    }

    /// A date without time, completed: Guatemala's time zone, the day's first moment.
    static func dateTime(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        func completed(_ date: String, _ rest: String) -> String? {
            let whole = date + rest
            return Array(whole.utf8).withUnsafeBytes { Instant($0) } == nil ? nil : whole
        }
        if bytes.count == 10, let whole = completed(text, "T00:00:00-06:00") { return whole }
        if bytes.count == 19, bytes[10] == 0x20 || bytes[10] == 0x54 {
            return completed(String(text.prefix(10)), "T" + text.suffix(8) + "-06:00")
        }
        if bytes.count == 16, bytes[10] == 0x20 || bytes[10] == 0x54 {
            return completed(String(text.prefix(10)), "T" + text.suffix(5) + ":00-06:00")
        }
        // 21/11/2026, the day first as in Guatemala.
        let parts = text.split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == "." })
        if parts.count == 3, parts[2].utf8.count == 4, parts.allSatisfy({ Int($0) != nil }) {
            func two(_ part: Substring) -> String { part.utf8.count == 1 ? "0\(part)" : String(part) }
            return completed("\(parts[2])-\(two(parts[1]))-\(two(parts[0]))", "T00:00:00-06:00")
        }
        return nil
    }

    /// An address that lacks only its beginning, or has spaces.
    static func uri(_ text: String) -> String? {
        var whole = text
        if let host = text.split(separator: "/", omittingEmptySubsequences: false).first, isHost(host, alone: host.count == text.count) {
            whole = "https://" + whole
        }
        whole = whole.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
        guard whole != text, whole.hasPrefix("http://") || whole.hasPrefix("https://") else { return nil }
        return Array(whole.utf8).withUnsafeBytes { Format.uri.accepts($0) } ? whole : nil
    }

    /// `www.example.org`, but no sentence, no abbreviation, and no name of a file.
    private static func isHost(_ text: Substring, alone: Bool) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.utf8.count >= 2, last.allSatisfy({ $0.isASCII && $0.isLetter }) else { return false }
        guard labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } }) else { return false }
        return !alone || !["pdf", "doc", "docx", "xls", "xlsx", "csv", "json", "zip", "jpg", "jpeg", "png", "html"].contains(last.lowercased())
    }
}
