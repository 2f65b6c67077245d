@testable import OC4IDS
import Testing

/// Every sentence in both languages, with the same information.
@Suite struct CatalogTests {
    /// Cases whose text is the same in both languages, and rightly so.
    private let same: Set<String> = []

    private func check(_ name: String, _ texts: Bilingual, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(!texts.en.isEmpty && !texts.es.isEmpty, "\(name)", sourceLocation: sourceLocation)
        #expect(texts.en != texts.es || same.contains(name), "\(name)", sourceLocation: sourceLocation)
        #expect(Template.placeholders(texts.en) == Template.placeholders(texts.es), "\(name)", sourceLocation: sourceLocation)
        for text in [texts.en, texts.es] {
            #expect(text.first != " " && text.last != " " && !text.contains("  "), "\(name)", sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: Message.allCases) func message(_ message: Message) {
        check(message.rawValue, message.texts)
    }

    /// A question in Spanish opens with «¿»; quotation marks are each language's own.
    @Test(arguments: Message.allCases) func punctuation(_ message: Message) {
        let texts = message.texts
        #expect(texts.es.contains("?") == texts.es.contains("¿"))
        #expect(!texts.es.contains("“") && !texts.en.contains("«"))
        #expect(texts.en.contains("“") == texts.es.contains("«"))
    }

    @Test(arguments: UsageMessage.allCases) func usage(_ message: UsageMessage) {
        check(message.rawValue, message.texts)
    }

    @Test(arguments: FeedMessage.allCases) func feed(_ message: FeedMessage) {
        check(message.rawValue, message.texts)
    }

    @Test(arguments: ReportWord.allCases) func word(_ word: ReportWord) {
        check(word.rawValue, word.texts)
    }

    @Test(arguments: BatchWord.allCases) func word(_ word: BatchWord) {
        check(word.rawValue, word.texts)
    }

    @Test(arguments: RuleWord.allCases) func rule(_ word: RuleWord) {
        check(word.rawValue, word.texts)
    }

    @Test(arguments: RuleWord.nouns.keys.sorted()) func itemOfRule(_ list: String) throws {
        check(list, try #require(RuleWord.nouns[list]))
    }

    @Test(arguments: ReportWord.allCases) func plurals(_ word: ReportWord) {
        func forms(_ text: String) -> [Set<String>] { text.split(separator: "|").map { Template.placeholders(String($0)) } }
        let (en, es) = (forms(word.texts.en), forms(word.texts.es))
        #expect(en.count <= 2 && es.count <= 2)
        #expect(en.allSatisfy { $0 == en[0] } && es.allSatisfy { $0 == es[0] })
    }

    @Test func countedWordsAgreeWithTheirNumber() {
        #expect([0, 1, 2, 1234].map { ReportWord.errors.counted($0, .es) } == ["0 errores", "1 error", "2 errores", "1,234 errores"])
        #expect([0, 1, 2, 1234].map { ReportWord.errors.counted($0, .en) } == ["0 errors", "1 error", "2 errors", "1,234 errors"])
        #expect(ReportWord.badLines.counted(1, .es) == "1 línea no se pudo leer")
        #expect(ReportWord.badLines.counted(2, .es) == "2 líneas no se pudieron leer")
        // One form serves any number.
        #expect(ReportWord.withErrors.counted(1, .es) == "1 con errores")
    }
}
