import Feeds
import Inputs
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Standard output and standard error.
enum Terminal {
    /// Addresses in it are shown as they may be, whoever wrote the text.
    static func printError(_ text: String) {
        write(Array((AddressText.shown(in: text) + "\n").utf8), to: STDERR_FILENO)
    }

    @discardableResult
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                written += max(count, 0)
                guard count < 0 else { continue }
                switch errno {
                case EINTR: continue
                case EAGAIN: Readiness.wait(for: POLLOUT, on: descriptor)
                default: return false
                }
            }
            return true
        }
    }

    /// Colours suit a terminal that understands them, unless someone asked for none (no-color.org).
    static func showsColor(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && (Environment.variables["NO_COLOR"] ?? "").isEmpty && Environment.variables["TERM"] != "dumb"
    }

    /// Something that changes in its place suits standard error where it is a terminal that can go back.
    static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 && Environment.variables["TERM"] != "dumb" }

    /// As much of a text as one line of the terminal behind standard error shows: a longer one would take two.
    static func fitting(_ text: String) -> String {
        var size = winsize()
        let width = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 1 ? Int(size.ws_col) - 1 : 79
        guard text.unicodeScalars.count > width else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(width - 1))) + "…"
    }
}

enum Environment {
    /// The variables that matter here.
    static let variables: [String: String] = {
        var found: [String: String] = [:]
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "HOME", "XDG_DATA_HOME"] {
            if let value = getenv(name) { found[name] = String(cString: value) }
        }
        return found
    }()

    /// Where the program keeps what is to stay (XDG Base Directory Specification): in `$XDG_DATA_HOME`, or in `~/.local/share` where that is not set or
    /// no absolute path. Nil without a home.
    static var dataFolder: String? {
        let data = variables["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (data ?? variables["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.local/share" : nil }).map { $0 + "/oc4ids" }
    }
}
