import CArchive
import CBrotli

/// Gzip as servers send it and files hold it, packed by zlib.
package enum Gzip {
    package static func packed(_ content: some Sequence<UInt8>) -> [UInt8] {
        // The window's size and 16 more ask for gzip's header and trailer (zlib.h, deflateInit2).
        Deflate.packed(Array(content), windowBits: 15 + 16)
    }

    package static func packed(_ content: String) -> [UInt8] {
        packed(Array(content.utf8))
    }
}

package enum Deflate {
    /// - Parameter windowBits: as zlib takes it; below zero, deflate without a header, as zip archives hold it.
    package static func packed(_ content: [UInt8], windowBits: Int32 = -15) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(&stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = content
        var output = [UInt8](repeating: 0, count: content.count + content.count / 100 + 100)
        let count = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                deflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(output[..<count])
    }
}

package enum Brotli {
    package static func packed(_ content: String) -> [UInt8] {
        let input = Array(content.utf8)
        var count = BrotliEncoderMaxCompressedSize(input.count)
        var output = [UInt8](repeating: 0, count: count)
        BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, input.count, input, &count, &output)
        return Array(output[..<count])
    }
}
