import Foundation
import JSONSchema

/// A part of results on its way from one machine to another, as text: what stands there, and eight bytes that tell whether it still does. They keep nobody
/// from changing it on purpose.
package enum SealedPart {
    private static let bytes = 8

    /// - Parameter before: the part that it follows, where it means nothing without that one.
    package static func text(_ content: [UInt8], after before: String? = nil) -> String {
        Data(content + withUnsafeBytes(of: seal(content, before).littleEndian) { Array($0) }).base64EncodedString()
    }

    /// What a part says; nil where it is not as it was made, or does not follow the other one.
    package static func content(_ text: String, after before: String? = nil) -> [UInt8]? {
        guard let data = Data(base64Encoded: text), data.count >= bytes else { return nil }
        let content = Array(data.dropLast(bytes))
        guard withUnsafeBytes(of: seal(content, before).littleEndian, { data.suffix(bytes).elementsEqual($0) }) else { return nil }
        return content
    }

    private static func seal(_ content: [UInt8], _ before: String?) -> UInt64 {
        let digest = Digest(of: content)
        return before.map { digest.joined(Digest(of: $0)) }?.low ?? digest.low
    }
}
