@testable import Feeds
import FeedsTestServers
import Testing

/// Packed bodies, as they come: in pieces of any size, and with an end that may be missing (RFC 9110, 8.4.1).
@Suite struct BodyUnpackerTests {
    static let text = (0 ..< 3_000).map { "{\"id\": \"oc4ids-bu3kcz-\($0)\"}\n" }.joined()

    /// How a body is packed, and as what a header names it.
    enum Packing: CaseIterable {
        case gzip, oldName, members, padded, zlib, bareDeflate, brotli, severalTimes

        var header: String {
            switch self {
            case .gzip, .members, .padded: "gzip"
            case .oldName: "X-GZIP"
            case .zlib, .bareDeflate: "deflate"
            case .brotli: "br"
            case .severalTimes: "identity, deflate ,gzip"
            }
        }

        var packed: [UInt8] {
            let bytes = Array(text.utf8)
            return switch self {
            case .gzip, .oldName: Gzip.packed(bytes)
            case .members: Gzip.packed(bytes.prefix(1_000)) + Gzip.packed(bytes.dropFirst(1_000))
            case .padded: Gzip.packed(bytes) + [0, 0, 0]
            case .zlib: Deflate.packed(bytes, windowBits: 15)
            case .bareDeflate: Deflate.packed(bytes)
            case .brotli: Brotli.packed(text)
            case .severalTimes: Gzip.packed(Deflate.packed(bytes, windowBits: 15))
            }
        }
    }

    private func unpack(_ packed: [UInt8], _ header: String, step: Int) throws -> (text: [UInt8], isComplete: Bool) {
        let unpacker = try BodyUnpacker(try ContentCoding.of(header: header))
        var unpacked: [UInt8] = []
        let take: BodyUnpacker.Taker = { unpacked += $0 }
        for start in stride(from: 0, to: packed.count, by: step) {
            try packed[start ..< min(start + step, packed.count)].withUnsafeBytes { try unpacker.unpack($0, to: take) }
        }
        return (unpacked, unpacker.isComplete)
    }

    @Test(arguments: Packing.allCases, [1, 2, 1_000, 1 << 20]) func whatIsPackedIsUnpackedWhole(_ packing: Packing, _ step: Int) throws {
        let (unpacked, isComplete) = try unpack(packing.packed, packing.header, step: step)
        #expect(unpacked == Array(Self.text.utf8) && isComplete)
    }

    /// Wherever the end is missing, also where all of the text came and the sum behind it did not.
    @Test(arguments: [Packing.gzip, .zlib, .bareDeflate, .brotli, .severalTimes]) func aMissingEndIsSeen(_ packing: Packing) throws {
        let packed = packing.packed
        for missing in Array(1 ... 12) + [packed.count / 2, packed.count - 1] {
            let (unpacked, isComplete) = try unpack(Array(packed.dropLast(missing)), packing.header, step: 500)
            #expect(!isComplete && Self.text.utf8.starts(with: unpacked), "\(missing) bytes are missing")
        }
    }

    @Test(arguments: [Packing.gzip, .zlib, .brotli]) func damageIsSeen(_ packing: Packing) {
        var packed = packing.packed
        packed[packed.count / 2] ^= 0x55
        #expect(throws: TransferFailure.self) {
            let (_, isComplete) = try unpack(packed, packing.header, step: 500)
            // Brotli has no sum: what is damaged may also seem to go on.
            if !isComplete { throw TransferFailure.cutShort(received: 0, expected: nil) }
        }
    }

    @Test(arguments: [Packing.gzip, .zlib, .bareDeflate, .brotli]) func nothingMayFollowTheEnd(_ packing: Packing) {
        #expect(throws: TransferFailure.damagedEncoding(reason: nil)) { try unpack(packing.packed + [0x0A], packing.header, step: 1 << 20) }
    }

    @Test(arguments: Packing.allCases) func nothingAtAllMissesNothing(_ packing: Packing) throws {
        #expect(try unpack([], packing.header, step: 1).isComplete)
    }

    @Test(arguments: ["", "\r", "identity", "none", " , "]) func someNamesSayThatNothingWasDone(_ header: String) throws {
        #expect(try ContentCoding.of(header: header).isEmpty)
    }

    @Test func theAnswerMayNotBePackedInAnyOtherWay() {
        #expect(throws: TransferFailure.damagedEncoding(reason: "Content-Encoding: zstd")) { try ContentCoding.of(header: "gzip, zstd") }
        #expect(throws: TransferFailure.damagedEncoding(reason: "Content-Encoding: …")) { try ContentCoding.of(header: "http://a/?token=geheim") }
        #expect(throws: TransferFailure.damagedEncoding(reason: "Content-Encoding: gzip, gzip, gzip, gzip, gzip, gzip")) {
            try BodyUnpacker(try ContentCoding.of(header: "gzip, gzip,gzip,gzip,gzip, gzip"))
        }
    }
}
