import JSONSchema
import OC4IDS
import Reports

/// The bundled standard, made once.
var standard: Standard {
    get throws { try bundled.get() }
}

private let bundled = Result { try Standard.bundled() }

/// Bytes in memory as an input.
struct MemorySource: ByteSource {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let part = rest.prefix(buffer.count)
        buffer.copyBytes(from: part)
        rest = rest.dropFirst(part.count)
        return part.count
    }
}

func review(_ bytes: [UInt8], name: String, examples: Int = 20) throws -> Outcome {
    try Reviewer(standard: standard, settings: .fixed, examples: examples).review(MemorySource(bytes), name: name)
}

func review(_ text: String, examples: Int = 20) throws -> Outcome {
    try review(Array(text.utf8), name: "x.json", examples: examples)
}

func review(sample path: String) throws -> Outcome {
    try review(Package.bytes("samples/" + path), name: "samples/" + path)
}

func report(_ language: Language, _ verbosity: Verbosity = .usual, color: Bool = false) throws -> TextReport {
    try TextReport(explainer: Explainer(language: language, standard: standard), style: TextStyle(color: color), verbosity: verbosity)
}

extension CheckSettings {
    /// What tests go by: 2026-11-21 is today.
    static let fixed = CheckSettings(today: CivilDay(number: 20_778))
}
