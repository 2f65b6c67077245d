import Feeds
import OC4IDS

extension VisibleText {
    /// A word of the call's, such as a path, inside a message: someone may have put an address there, with a password in it.
    static func ofUser(_ word: String) -> String { escaped(AddressText.shownWord(word)) }
}
