/// What is older than a client keeps: what was removed, or would be.
public struct RetentionAccount: Sendable, Equatable, Encodable {
    /// Files and spools of a submission.
    public struct Spools: Sendable, Equatable, Encodable {
        /// `CLIENT/PERIOD`
        public let run: String
        public let contributor: String
        public let bytes: Int
    }

    /// Images before, of a contributor's oldest versions, which can then no longer be undone.
    public struct Images: Sendable, Equatable, Encodable {
        public let contributor: String
        /// The newest of the versions concerned, and its period.
        public let version: Int
        public let period: String
        /// Records of which the image is no longer kept.
        public let changes: Int
    }

    public internal(set) var spools: [Spools] = []
    public internal(set) var images: [Images] = []

    public var isEmpty: Bool { spools.isEmpty && images.isEmpty }

    /// For people.
    public func lines(isPlan: Bool) -> [String] {
        let removed = isPlan ? "would be removed" : "removed"
        return spools.map {
            "\($0.run) \($0.contributor): files and spools \(removed), \(ByteCount.text($0.bytes))"
        }
            + images.map {
                "\($0.contributor): images of \($0.changes) changes \(removed); version \($0.version) (\($0.period)) and those "
                    + "before it can no longer be undone"
            }
    }
}

/// Bytes as people write them.
enum ByteCount {
    /// `317 bytes`, `1.2 MB`.
    static func text(_ count: Int) -> String {
        var (value, unit) = (Double(count), 0)
        let units = ["bytes", "KB", "MB", "GB", "TB"]
        while value >= 1000, unit + 1 < units.count { (value, unit) = (value / 1000, unit + 1) }
        return unit == 0 ? "\(count) bytes" : "\(Rounded.text(Rounded.tenths(value))) \(units[unit])"
    }
}
