/// Waits until deliveries no longer grow: size and time of writing the same over an interval.
///
/// It owns no clock: the caller says how it sleeps, so that tests own the time.
public struct GrowthWatch: Sendable {
    /// How long a file must stay the same, in seconds.
    public var intervalSeconds: Double
    /// How long to wait at most for files that still grow, in seconds.
    public var limitSeconds: Double
    private let sleep: @Sendable (_ seconds: Double) throws -> Void

    public init(
        intervalSeconds: Double, limitSeconds: Double, sleep: @escaping @Sendable (_ seconds: Double) throws -> Void
    ) {
        self.intervalSeconds = intervalSeconds
        self.limitSeconds = limitSeconds
        self.sleep = sleep
    }

    /// Waits for all of `deliveries` at once, those of several contributors too.
    ///
    /// - Returns: the deliveries that still grow when the time is up, or have vanished; their submissions wait.
    public func stillGrowing(_ deliveries: [Delivery]) throws -> [Delivery] {
        var watched = deliveries
        var states = watched.map { try? $0.state() }
        var waited = 0.0
        while !watched.isEmpty {
            try sleep(intervalSeconds)
            waited += max(intervalSeconds, 0.001)
            let now = watched.map { try? $0.state() }
            let growing = watched.indices.filter { now[$0] == nil || now[$0] != states[$0] }
            watched = growing.map { watched[$0] }
            states = growing.map { now[$0] }
            if waited + intervalSeconds > limitSeconds { break }
        }
        return watched
    }
}
