import Foundation
import OC4IDS
import Testing

/// The projects scored by hand: that each is complete and that its own figures agree.
@Suite struct TruthTests {
    @Test func thereAreAtLeastTwelve() {
        #expect(TruthProject.names.count >= 12)
    }

    @Test(arguments: TruthProject.names)
    func allElementsAreJudged(_ name: String) throws {
        let truth = try TruthProject.read(name)
        #expect(truth.strict.count == 66)
        #expect(Set(truth.strict.keys) == Set(truth.due.keys))
        #expect(truth.name + ".json" == name)
        #expect(try JSONSerialization.jsonObject(with: Data(TruthProject.projectText(name).utf8)) is [String: Any])
    }

    @Test(arguments: TruthProject.names)
    func theOutcomeFollowsFromTheShare(_ name: String) throws {
        for (element, due) in try TruthProject.read(name).due {
            switch due.outcome {
            case .disclosed: #expect(due.share == .one, "\(element)")
            case .missing: #expect(due.share == .zero, "\(element)")
            case .partial: #expect(due.share.map { $0.numerator > 0 && $0.numerator < $0.denominator } == true, "\(element)")
            case .notDue, .unknown: #expect(due.share == nil, "\(element)")
            }
        }
    }

    @Test(arguments: TruthProject.names)
    func theScoresAreTheMeansOfTheShares(_ name: String) throws {
        let truth = try TruthProject.read(name)
        #expect(Fraction.mean(Array(truth.strict.values)) == truth.scores.strict)
        #expect(Fraction.mean(truth.due.values.compactMap(\.share)) == truth.scores.due)
    }
}

/// The program scores as the hands did.
@Suite struct TruthAgainstProgramTests {
    @Test(arguments: TruthProject.names)
    func eachElementIsScoredAsByHand(_ name: String) throws {
        let truth = try TruthProject.read(name)
        let found = try disclosure(TruthProject.projectText(name))
        let row = try #require(try found.projectRows().first)
        for (element, own) in zip(found.profile.elements, row.elements) {
            let due = try #require(truth.due[element.id], "\(element.id)")
            #expect(own.outcome.name == due.outcome.rawValue, "\(element.id)")
            #expect(own.share == due.share.map { Billionths($0) }, "\(element.id)")
            #expect(own.strictShare == truth.strict[element.id].map { Billionths($0) }, "\(element.id)")
        }
        #expect(row.strict.score == Billionths(truth.scores.strict))
        #expect(row.due.score == truth.scores.due.map { Billionths($0) })
    }
}

extension Billionths {
    init(_ fraction: Fraction) {
        self.init(fraction.numerator, over: fraction.denominator)
    }
}
