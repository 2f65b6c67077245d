// The input is a schema, a zero byte, and a document. The schema may be refused; where it is not, the document is walked with it.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSchema(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let input = [UInt8](UnsafeBufferPointer(start: start, count: size))
    let parts = input.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    guard let schema = try? CompiledSchema(parts[0], uri: "", documents: [], annotations: []) else { return 0 }
    for site in schema.sites { _ = "\(site.location) \(site.expectation)" }
    guard parts.count == 2 else { return 0 }
    var limits = ReadingLimits()
    limits.bytesAgain = 1 << 22
    Agreement(schema: schema, bytes: Array(parts[1]), limits: limits).check(capacity: 64, most: 3)
    return 0
}
