#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Standard output and standard error.
enum Terminal {
    static func printError(_ text: String) {
        write(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    @discardableResult
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if count < 0, errno != EINTR { return false }
                written += max(count, 0)
            }
            return true
        }
    }

    /// Colours suit a terminal that understands them, unless someone asked for none (no-color.org).
    static func showsColor(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && (Environment.variables["NO_COLOR"] ?? "").isEmpty && Environment.variables["TERM"] != "dumb"
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
}
