import CLibcurl

extension TransferFailure {
    /// What a result of libcurl's means, where nothing this side of it has ended the transfer.
    init(
        _ code: CURLcode, _ easy: EasyHandle, _ address: TransferAddress, limits: TransferLimits, isOverdue: Bool, received: Int, expected: Int?
    ) {
        let host = address.host
        let reason = AddressText.shown(in: easy.reason(for: code))
        switch code {
        case CURLE_URL_MALFORMAT: self = host.utf8.allSatisfy { $0 < 0x80 } ? .badAddress(address.public) : .hostNotConverted(host)
        // HTTP/0.9, which has no head: what else answers does not speak HTTP at all.
        case CURLE_UNSUPPORTED_PROTOCOL where easy.size(CURLINFO_PRETRANSFER_TIME_T) > 0, CURLE_WEIRD_SERVER_REPLY: self = .notHTTP(host: host)
        case CURLE_UNSUPPORTED_PROTOCOL: self = .unsupportedScheme(address.scheme)
        case CURLE_COULDNT_RESOLVE_HOST: self = .hostUnknown(host)
        case CURLE_COULDNT_CONNECT: self = .connectionFailed(host: host, reason: TransferFailure.withoutTime(reason))
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: self = .proxyFailed(reason: reason)
        case CURLE_OPERATION_TIMEDOUT:
            if isOverdue {
                self = .timedOut(seconds: Int(limits.totalSeconds))
            } else if easy.size(CURLINFO_PRETRANSFER_TIME_T) == 0 {
                self = .connectTimedOut(host: host, seconds: Int(limits.connectSeconds))
            } else {
                self = .stalled(seconds: limits.stallSeconds)
            }
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_PINNEDPUBKEYNOTMATCH:
            self = .certificateRejected(host: host, reason: reason)
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED: self = .secureConnectionFailed(host: host, reason: reason)
        case CURLE_PARTIAL_FILE: self = .cutShort(received: received, expected: expected)
        // A body that had begun is cut short, however the connection went.
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_HTTP2, CURLE_HTTP2_STREAM:
            self = received > 0 ? .cutShort(received: received, expected: expected) : .connectionLost(reason: reason)
        case CURLE_FILESIZE_EXCEEDED: self = .tooLarge(limit: limits.bytes, announced: expected)
        default: self = .other(code: Int(code.rawValue), reason: reason)
        }
    }

    /// - Parameter function: the one that had none left.
    static func withoutMemory(in function: String) -> TransferFailure { .other(code: Int(CURLE_OUT_OF_MEMORY.rawValue), reason: function) }

    /// libcurl also says how long it tried, as in “after 3 ms”: reports on the same failure should be the same.
    private static func withoutTime(_ reason: String) -> String {
        guard let after = reason.firstRange(of: " after "), let unit = reason[after.upperBound...].firstRange(of: " ms"),
              reason[after.upperBound ..< unit.lowerBound].allSatisfy(\.isNumber) else { return reason }
        return String(reason[..<after.lowerBound] + reason[unit.upperBound...])
    }
}
