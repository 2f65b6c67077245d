import Foundation
import Synchronization

/// A terminal that a program may be given, and what the program has written to it.
final class PseudoTerminal: Sendable {
    /// What the program gets.
    let end: FileHandle
    private let own: Int32
    private let seen = Mutex(Data())
    private let isOver = DispatchSemaphore(value: 0)

    struct Failure: Error {
        var number = errno
    }

    /// - Parameter width: columns.
    init(width: UInt16) throws {
        own = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        // What unlockpt and ptsname ask for (pts(4)): Swift does not see these here.
        let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
        var (lock, number): (Int32, UInt32) = (0, 0)
        guard own >= 0, ioctl(own, setLock, &lock) == 0, ioctl(own, getNumber, &number) == 0 else { throw Failure() }
        let other = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard other >= 0 else { throw Failure() }
        var size = winsize(ws_row: 24, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
        guard ioctl(other, UInt(TIOCSWINSZ), &size) == 0 else { throw Failure() }
        end = FileHandle(fileDescriptor: other, closeOnDealloc: true)
        let own = own
        Thread.detachNewThread { [self] in
            var room = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = read(own, &room, room.count)
                // EIO: nobody has the other end any more.
                guard count > 0 else { break }
                seen.withLock { $0.append(contentsOf: room[..<count]) }
            }
            close(own)
            isOver.signal()
        }
    }

    /// What has come so far.
    var text: String { String(decoding: seen.withLock { $0 }, as: UTF8.self) }

    /// Everything, once the program has ended.
    func finished() -> String {
        try? end.close()
        isOver.wait()
        return text
    }
}
