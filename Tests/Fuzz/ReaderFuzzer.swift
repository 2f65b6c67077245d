import Foundation

// The input is a document; its first byte says how it is cut. It is walked with the schema `{}` and with that of OC4IDS packages.

private let anything = compiled("{}".utf8, [])

private let packages: CompiledSchema = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Schemas/oc4ids-0.9.5")
    func bytes(_ name: String) -> [UInt8] { Array((try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data()) }
    return compiled(bytes("project-package-schema.json"), [CompiledSchema.Document(uri: "project-schema.json", bytes: bytes("project-schema.json"))])
}()

private func compiled(_ bytes: some Sequence<UInt8>, _ documents: [CompiledSchema.Document]) -> CompiledSchema {
    do {
        return try CompiledSchema(bytes, uri: "", documents: documents, annotations: [])
    } catch {
        FileHandle.standardError.write(Data("Nothing can be fuzzed, the schema does not compile: \(error)\n".utf8))
        exit(EXIT_FAILURE)
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let input = [UInt8](UnsafeBufferPointer(start: start, count: size))
    guard let cut = input.first else { return 0 }
    var limits = ReadingLimits(depth: cut & 0x80 == 0 ? 512 : 8)
    limits.bytesAgain = 1 << 24
    for schema in [anything, packages] {
        Agreement(schema: schema, bytes: Array(input.dropFirst()), limits: limits).check(capacity: 16 << Int(cut & 7), most: Int(cut >> 3 & 15) + 1)
    }
    return 0
}
