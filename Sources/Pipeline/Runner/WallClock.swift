public import Foundation

/// The time, as the program is given it, so that tests own it.
public struct WallClock: Sendable {
    public var now: @Sendable () -> Date
    /// Waits that many seconds.
    public var sleep: @Sendable (Double) -> Void

    public init(now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Double) -> Void) {
        self.now = now
        self.sleep = sleep
    }

    /// The machine's own.
    public static let system = WallClock(now: { Date() }, sleep: { Thread.sleep(forTimeInterval: $0) })
}
