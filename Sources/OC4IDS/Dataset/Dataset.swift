import JSONSchema

/// What an input adds to the dataset that the inputs of one call are together.
package struct DatasetPart: Sendable {
    /// A project that is named as related and has a prefix of the input's own projects.
    struct Named: Sendable {
        var id: Digest
        var place: FoundPlace?
    }

    var ids: ProjectIDs
    /// Of projects that the input has, though they are left out: none is compared with another, but each may be named as related.
    var leftOut: ProjectIDs
    var named: [Named]
    /// Of very many different related projects only some are in `named`.
    var isSample: Bool
}

/// An input that has been read: what it says by itself, and what has still to be compared with the inputs before it.
package struct ReadInput: Sendable {
    private let outcome: Outcome
    private let part: DatasetPart?
    /// What a review comes down to, once all of it is known.
    private let conclude: @Sendable (Review) -> Publication?

    package init(_ failure: InputFailure) {
        outcome = .failure(failure)
        part = nil
        conclude = { _ in nil }
    }

    /// An input that is compared with no other.
    init(_ review: Review) {
        outcome = .review(review)
        part = nil
        conclude = { _ in nil }
    }

    init(_ review: Review, _ part: DatasetPart, concluding conclude: @escaping @Sendable (Review) -> Publication) {
        outcome = .review(review)
        self.part = part
        self.conclude = conclude
    }

    /// The ids of its projects; none where it could not be read.
    var ids: ProjectIDs { part?.ids ?? ProjectIDs() }

    /// The reason when it could not be read.
    package var failure: InputFailure? {
        if case .failure(let failure) = outcome { failure } else { nil }
    }

    /// What is to be said of it behind the inputs that `dataset` holds; from then on it is one of them.
    package func outcome(in dataset: inout Dataset) -> Outcome {
        guard case .review(var review) = outcome, let part else { return outcome }
        let results = dataset.take(part, review.input)
        review.checks = (review.checks + results).sorted { $0.check < $1.check }
        for result in results { review.summary.count(result) }
        review.publication = conclude(review)
        return .review(review)
    }
}

/// All projects of the inputs read so far, by their ids: a table of the first project with each. Inputs are taken in the order of the call,
/// one after the other, so that findings stand in the later one whatever the number of threads.
///
/// Memory: 32 bytes a project for `ProjectIDs` and 8 to 16 for the table. While an input is read the table is not there, but for the inputs before
/// it, and `uniqueItems` keeps another 16 bytes a project: less than 64 at any time.
package struct Dataset: Sendable {
    private struct Input: Sendable {
        var name: String
        var kind: InputKind
        var ids: ProjectIDs
        /// Numbered behind `ids`.
        var leftOut: ProjectIDs
        /// Projects of the inputs before it.
        var before: Int

        var count: Int { ids.count + leftOut.count }
    }

    private var inputs: [Input] = []
    /// Open addressing on the digests' own bits; a slot holds a project's number in all inputs plus one. At most half full.
    private var slots: [UInt32] = []
    private var entered = 0
    private let examples: Int

    /// So many projects have a number in a slot; none beyond them is compared.
    private static let mostProjects = Int(UInt32.max) - 1

    /// - Parameter examples: so many places are listed; 0 lists all.
    package init(examples: Int) {
        self.examples = examples == 0 ? .max : examples
    }

    /// Takes the next input.
    mutating func take(_ part: DatasetPart, _ input: Review.Input) -> [CheckResult] {
        let before = append(part.ids, leftOut: part.leftOut, input.name, input.kind)
        var results: [CheckResult] = []
        let duplicates = enter(part.ids, before)
        enter(leftOut: part.leftOut, before + part.ids.count)
        if duplicates.count > 0 { results.append(CheckResult(check: .duplicateProjectIDs, count: duplicates.count, places: duplicates.places)) }
        let missing = part.named.filter { find($0.id) == nil }
        // That nothing was found in a sample has to be said too.
        if !missing.isEmpty || part.isSample {
            let places = missing.compactMap(\.place).sorted { $0.offset < $1.offset }
            results.append(CheckResult(check: .relatedProjectsMissing, count: missing.count, places: Array(places.prefix(examples)), isSample: part.isSample))
        }
        return results
    }

    /// Takes the next input of those that were each reviewed by itself.
    ///
    /// - Returns: the ids that an input before it has already: ids that stand twice in the same input are that input's own finding. An input may be
    ///   there several times, as for a part by sector each: the same project at the same place is not another one.
    mutating func takeAcross(_ ids: ProjectIDs, name: String, kind: InputKind) -> (count: Int, places: [FoundPlace]) {
        let before = append(ids, leftOut: ProjectIDs(), name, kind)
        return enter(ids, before, twinsBelow: before)
    }

    /// - Returns: projects of the inputs before it.
    private mutating func append(_ ids: ProjectIDs, leftOut: ProjectIDs, _ name: String, _ kind: InputKind) -> Int {
        let before = inputs.last.map { $0.before + $0.count } ?? 0
        inputs.append(Input(name: name, kind: kind, ids: ids, leftOut: leftOut, before: before))
        makeRoom(for: ids.count + leftOut.count)
        return before
    }

    /// Enters the ids of the last input.
    ///
    /// - Parameter limit: twins from this project on do not count.
    private mutating func enter(_ ids: ProjectIDs, _ before: Int, twinsBelow limit: Int = .max) -> (count: Int, places: [FoundPlace]) {
        var count = 0
        var places: [FoundPlace] = []
        for position in 0 ..< ids.count {
            guard let first = enter(ids[position].digest, before + position), first < limit, limit == .max || !isSame(first, before + position) else { continue }
            count += 1
            if places.count < examples { places.append(place(before + position, first)) }
        }
        return (count, places)
    }

    /// - Returns: the project that has the id already.
    private mutating func enter(_ id: Digest, _ number: Int) -> Int? {
        guard number < Dataset.mostProjects else { return nil }
        let slot = slot(of: id)
        if slots[slot] != 0 {
            let first = Int(slots[slot]) - 1
            guard isLeftOut(first) else { return first }
        } else {
            entered += 1
        }
        slots[slot] = UInt32(number + 1)
        return nil
    }

    /// Enters ids that only have to be found: each gives way to a project that is not left out.
    private mutating func enter(leftOut ids: ProjectIDs, _ before: Int) {
        for position in 0 ..< ids.count where before + position < Dataset.mostProjects {
            let slot = slot(of: ids[position].digest)
            guard slots[slot] == 0 else { continue }
            slots[slot] = UInt32(before + position + 1)
            entered += 1
        }
    }

    private func find(_ id: Digest) -> Int? {
        guard !slots.isEmpty else { return nil }
        let number = slots[slot(of: id)]
        return number == 0 ? nil : Int(number) - 1
    }

    /// Where an id stands, or the free slot where it would.
    private func slot(of id: Digest) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: id.low) & mask
        while slots[slot] != 0, entry(Int(slots[slot]) - 1).digest != id { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func makeRoom(for count: Int) {
        let needed = (entered + count) * 2
        guard count > 0, needed > slots.count else { return }
        // The old table goes first: both together would be too much.
        slots = []
        entered = 0
        slots = Array(repeating: 0, count: 1 << (Int.bitWidth - (needed - 1).leadingZeroBitCount))
        for input in inputs.dropLast() {
            for position in 0 ..< input.ids.count { _ = enter(input.ids[position].digest, input.before + position) }
            enter(leftOut: input.leftOut, input.before + input.ids.count)
        }
    }

    // MARK: Projects by number

    private func input(of number: Int) -> Int {
        var (low, high) = (0, inputs.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if inputs[middle].before <= number { low = middle } else { high = middle }
        }
        return low
    }

    private func entry(_ number: Int) -> ProjectIDs.Entry {
        let input = input(of: number)
        let position = number - inputs[input].before
        let own = inputs[input].ids.count
        return position < own ? inputs[input].ids[position] : inputs[input].leftOut[position - own]
    }

    private func isLeftOut(_ number: Int) -> Bool {
        let input = input(of: number)
        return number - inputs[input].before >= inputs[input].ids.count
    }

    private func isSame(_ number: Int, _ other: Int) -> Bool {
        inputs[input(of: number)].name == inputs[input(of: other)].name && entry(number).place == entry(other).place
    }

    private func place(_ number: Int, _ first: Int) -> FoundPlace {
        let (own, other) = (inputs[inputs.count - 1], inputs[input(of: first)])
        let (place, twin) = (entry(number).place, entry(first).place)
        let isSame = input(of: first) == inputs.count - 1
        return FoundPlace(pointer: place.pointer(own.kind).appending("id"), offset: 0, position: place.position, value: nil, type: nil,
                          other: FoundPlace.Other(input: isSame ? nil : other.name, pointer: twin.pointer(other.kind).appending("id"), position: twin.position), twins: [], property: nil)
    }
}
