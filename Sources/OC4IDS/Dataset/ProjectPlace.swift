package import JSONSchema

/// Where a project stands, and where in the text something of it, in 16 bytes: it is kept for every project of an input.
///
/// Bits from the top: of the first word 30 for the item, 29 for the top-level value, 1 for the layout, 4 for the column's upper part; of the second 32
/// for the line and 32 for the column's lower part. An input on one line may have more columns than 32 bits count. What is larger is cut to the largest.
package struct ProjectPlace: Sendable, BitwiseCopyable, Equatable {
    private static let noItem: UInt64 = 1 << 30 - 1
    private static let mostValues: UInt64 = 1 << 29 - 1
    private static let mostLines: UInt64 = 1 << 32 - 1
    private static let mostColumns: UInt64 = 1 << 36 - 1

    private let upper: UInt64
    private let lower: UInt64

    /// - Parameters:
    ///   - value: top-level values before the one that it lies in.
    ///   - item: the project's position in its list; nil where the top-level value is the project.
    ///   - isInPackage: the list is a package's `projects`.
    init(value: Int, item: Int?, isInPackage: Bool, position: Position) {
        let column = min(UInt64(position.column), ProjectPlace.mostColumns)
        let line = min(UInt64(position.line), ProjectPlace.mostLines)
        let item = item.map { min(UInt64($0), ProjectPlace.noItem - 1) } ?? ProjectPlace.noItem
        upper = item << 34 | min(UInt64(value), ProjectPlace.mostValues) << 5 | (isInPackage ? 16 : 0) | column >> 32
        lower = line << 32 | column & 0xFFFF_FFFF
    }

    var value: Int { Int(upper >> 5 & ProjectPlace.mostValues) }
    var item: Int? { upper >> 34 == ProjectPlace.noItem ? nil : Int(upper >> 34) }
    private var isInPackage: Bool { upper & 16 != 0 }
    package var position: Position { Position(line: Int(lower >> 32), column: Int((upper & 15) << 32 | lower & 0xFFFF_FFFF)) }

    /// The same place when the part of the document that it was counted in begins at `start`.
    func moved(from start: PartStart) -> ProjectPlace {
        ProjectPlace(value: value + start.values, item: item.map { $0 + start.items }, isInPackage: isInPackage, position: position.moved(from: start.position))
    }

    /// The project's JSON Pointer.
    package func pointer(_ kind: InputKind) -> JSONPointer {
        JSONPointer((kind == .ndjson ? [String(value)] : []) + (isInPackage ? ["projects"] : []) + (item.map { [String($0)] } ?? []))
    }

    /// The two words that it is kept in.
    var words: [UInt64] { [upper, lower] }

    init(words: (UInt64, UInt64)) {
        (upper, lower) = words
    }
}
