@testable import JSONSchema
import Testing

/// Where the items of an array end is found without reading them.
@Suite struct ItemEndsTests {
    /// Looks through the items and the closing bracket of an array, in steps of so many bytes.
    private func ends(_ text: String, steps: Int) -> ItemEnds {
        let bytes = PaddedBytes(text.utf8)
        return bytes.withBytes { start, end in
            var ends = ItemEnds()
            var looked = 0
            while looked < end - start {
                // Of what is not there yet, nothing may be seen.
                let next = min(looked + steps, end - start)
                let part = PaddedBytes(UnsafeBufferPointer(start: start, count: next))
                part.withBytes { start, _ in ends.look(start, from: looked, to: next) }
                looked = next
            }
            return ends
        }
    }

    // A quote behind an odd number of backslashes is one of the text, wherever the blocks of 64 bytes begin.
    @Test(arguments: [1, 7, 63, 64, 65, 1_000])
    func escapedQuotesDoNotEndTexts(_ steps: Int) {
        for before in 0 ..< 66 {
            for backslashes in [0, 1, 2, 3, 4, 63, 64, 65, 66] {
                let end = backslashes.isMultiple(of: 2) ? "" : #"""#
                let first = #"{"k":""# + String(repeating: "a", count: before) + String(repeating: #"\"#, count: backslashes) + end + #"}]{","l":[{}]}"#
                let text = first + #", {"m": "\\\""}  ]"#
                let found = ends(text, steps: steps)
                #expect(found.previousEnd == first.utf8.count, "\(before) letters, \(backslashes) backslashes")
                #expect(found.lastEnd == text.utf8.count - 3)
                #expect(found.arrayEnd == text.utf8.count - 1)
            }
        }
    }
}
