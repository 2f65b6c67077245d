import Foundation
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
