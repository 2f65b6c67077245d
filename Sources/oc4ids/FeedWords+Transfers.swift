import Feeds
import FoundationEssentials
import OC4IDS

/// Why a transfer brought nothing.
extension FeedWords {
    func text(_ failure: TransferFailure, _ address: String) -> String {
        func seconds(_ count: Int) -> String { Figures.count(count, language) }
        func bytes(_ count: Int) -> String { Figures.bytes(count, language) }
        switch failure {
        case .badAddress(let address): return say(.badAddress, ["address": address])
        case .unsupportedScheme(let address): return say(.unsupportedScheme, ["address": address])
        case .badHeader(let name): return say(.invalidHeader, ["value": name])
        case .hostUnknown(let host): return say(.hostUnknown, ["host": host])
        case .hostNotConverted(let host): return say(.hostNotConverted, ["host": host])
        case .connectionFailed(let host, let reason): return say(.connectionFailed, ["host": host, "reason": reason])
        case .connectTimedOut(let host, let count): return say(.connectTimedOut, ["host": host, "seconds": seconds(count)])
        case .addressRefused(let host, let address): return say(.addressRefused, ["host": host, "address": address])
        case .proxyFailed(let reason): return say(.proxyFailed, ["reason": reason])
        case .certificateRejected(let host, let reason): return say(.certificateRejected, ["host": host, "reason": reason])
        case .secureConnectionFailed(let host, let reason): return say(.secureConnectionFailed, ["host": host, "reason": reason])
        case .tooManyRedirects(let limit): return say(.tooManyRedirects, ["limit": String(limit)])
        case .redirectToScheme(let address): return say(.redirectToScheme, ["address": address])
        case .redirectDowngrade(let address): return say(.redirectDowngrade, ["address": address])
        case .redirectWithoutAddress(let status): return say(.redirectWithoutAddress, ["status": String(status)])
        case .status(let status, let seconds): return say(FeedWords.message(status), ["status": String(status)]) + advice(status, wait: seconds ?? 0)
        case .cutShort(let received, nil): return say(.cutShort, ["received": bytes(received)])
        case .cutShort(let received, let expected?): return say(.cutShortOf, ["received": bytes(received), "expected": bytes(expected)])
        case .connectionLost(let reason): return say(.connectionLost, ["reason": reason])
        case .notHTTP(let host): return say(.notHTTP, ["host": host])
        case .stalled(let count): return say(.stalled, ["seconds": seconds(count)])
        case .timedOut(let count): return say(.timedOut, ["seconds": seconds(count)])
        case .tooLarge(let limit, _): return say(.tooLarge, ["limit": bytes(limit)])
        case .unpackedTooLarge(let limit): return say(.unpackedTooLarge, ["limit": bytes(limit)])
        case .damagedEncoding(nil): return say(.packedTwice)
        case .damagedEncoding(let reason?): return say(.damagedEncoding, ["reason": reason])
        case .diskFull(let path): return say(.diskFull, ["path": path])
        case .cannotWrite(let path, let reason): return say(.cannotWrite, ["path": path, "reason": reason])
        case .cancelled: return say(.cancelled)
        case .other(let code, let reason): return say(.other, ["code": String(code), "reason": reason])
        }
    }

    /// When a server that wants to be left alone may be asked again.
    private func advice(_ status: Int, wait seconds: Int) -> String {
        guard seconds > 0 else { return (500 ... 599).contains(status) ? "; " + say(.tryLater) : "" }
        guard seconds <= 366 * 86_400 else { return "; " + say(.waitTooLong) }
        // The minute in which the wait is over has passed.
        let end = Date().addingTimeInterval(Double(seconds + 59)).formatted(.iso8601)
        return "; " + say(.waitUntil, ["time": "\(Figures.day(end, language)) \(end.dropFirst(11).prefix(5)) UTC"])
    }

    private static func message(_ status: Int) -> FeedMessage {
        switch status {
        case 401, 407: .statusUnauthorized
        case 403: .statusForbidden
        case 404, 410: .statusNotFound
        case 429: .statusTooMany
        case 500 ... 599: .statusServer
        default: .statusOther
        }
    }

    /// Why no transfer can be made at all.
    func text(_ error: TransferSetupError) -> String {
        switch error {
        case .libraryMissing(let reason): say(.noLibrary, ["reason": reason])
        case .libraryTooOld(let found, let needed): say(.oldLibrary, ["found": found, "needed": needed])
        case .blocksPrivateBehindProxy(let variable): say(.blockPrivateWithProxy, ["variable": variable ?? "--proxy"])
        case .certificatesUnreadable(let path, let reason): say(.noCertificates, ["path": path, "reason": reason])
        case .connectToMalformed(let value): say(.wrongConnectTo, ["value": value])
        case .withoutResources: say(.noResources)
        }
    }
}
