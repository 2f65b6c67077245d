import Feeds
import Foundation

/// A folder for what comes, and transfers into it with bounds that suit tests.
final class Fetching: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("oc4ids-transfers-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Retries follow at once, no proxy is in between, and nobody waits long.
    static var settings: TransferSettings {
        var settings = TransferSettings(userAgent: "oc4ids-tests")
        settings.retries.baseSeconds = 0.01
        settings.proxy = ""
        return settings
    }

    func transfer(_ address: String, _ change: (inout Transfer) -> Void = { _ in }) -> Transfer {
        var transfer = Transfer(feed: "feed", address: address, destination: folder.appendingPathComponent("body").path)
        transfer.limits.totalSeconds = 20
        change(&transfer)
        return transfer
    }

    /// One transfer by an engine of its own.
    func fetch(_ address: String, settings: TransferSettings = Fetching.settings, _ change: (inout Transfer) -> Void = { _ in }) throws -> TransferOutcome {
        let engine = try TransferEngine(settings)
        defer { engine.close() }
        return engine.perform(transfer(address, change))
    }

    /// What lies in the file.
    var body: String { (try? String(contentsOf: folder.appendingPathComponent("body"), encoding: .utf8)) ?? "" }
}

extension TransferOutcome {
    var received: Received? {
        switch self {
        case .complete(let received), .notModified(let received): received
        case .failed: nil
        }
    }

    var isComplete: Bool {
        if case .complete = self { true } else { false }
    }

    var failure: TransferFailure? {
        if case .failed(let failure) = self { failure } else { nil }
    }
}
