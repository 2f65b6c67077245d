#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Descriptors that do not wait by themselves (`O_NONBLOCK`): whoever starts the program may leave it pipes and terminals that way.
package enum Readiness {
    /// To be called when a descriptor had nothing to read (`POLLIN`) or took nothing (`POLLOUT`): comes back when that may have changed, to try again.
    package static func wait(for event: Int32, on descriptor: Int32) {
        var asked = pollfd(fd: descriptor, events: Int16(truncatingIfNeeded: event), revents: 0)
        poll(&asked, 1, -1)
    }
}
