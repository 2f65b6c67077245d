import JSONSchema
import OC4IDSStandard

/// The data files inside the program, by their path below `Schemas/`.
public enum BundledFiles {
    /// All paths, sorted.
    public static var paths: [String] {
        (0 ..< oc4ids_data_file_count()).map { String(cString: oc4ids_data_file_at($0).path) }
    }

    /// A file where it lies in the program; nil when there is none of that path.
    static func text(_ path: String) -> PaddedBytes? {
        // They stand in the order of their paths' bytes.
        var (first, end) = (0, oc4ids_data_file_count())
        while first < end {
            let middle = (first + end) / 2
            let file = oc4ids_data_file_at(middle)
            let difference = difference(path.utf8, file.path)
            if difference == 0 { return PaddedBytes(lasting: file.bytes, count: file.count) }
            if difference < 0 { end = middle } else { first = middle + 1 }
        }
        return nil
    }

    /// A file's bytes; nil when there is none of that path.
    public static func bytes(_ path: String) -> [UInt8]? {
        text(path)?.withBytes { start, end in Array(UnsafeBufferPointer(start: start, count: end - start)) }
    }

    /// Below 0 where a path comes before the name of a file, above 0 where it comes behind it. The name is compared where it lies.
    private static func difference(_ path: String.UTF8View, _ name: UnsafePointer<CChar>) -> Int {
        var rest = name
        for byte in path {
            let difference = Int(byte) - Int(UInt8(bitPattern: rest.pointee))
            if difference != 0 { return difference }
            rest += 1
        }
        return -Int(UInt8(bitPattern: rest.pointee))
    }
}
