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
        for position in 0 ..< oc4ids_data_file_count() {
            let file = oc4ids_data_file_at(position)
            if isCalled(file.path, path.utf8) { return PaddedBytes(lasting: file.bytes, count: file.count) }
        }
        return nil
    }

    /// A file's bytes; nil when there is none of that path.
    public static func bytes(_ path: String) -> [UInt8]? {
        text(path)?.withBytes { start, end in Array(UnsafeBufferPointer(start: start, count: end - start)) }
    }

    /// Compared where it lies: forty files are looked for at each start.
    private static func isCalled(_ name: UnsafePointer<CChar>, _ path: String.UTF8View) -> Bool {
        var end = name
        for byte in path {
            guard UInt8(bitPattern: end.pointee) == byte else { return false }
            end += 1
        }
        return end.pointee == 0
    }
}
