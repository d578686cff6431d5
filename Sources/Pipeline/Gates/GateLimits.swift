/// How much of a submission may be amiss, or unlike what its contributor has sent before, before a person must look.
///
/// A limit is a share in percent together with a number of records below which the share does not matter, so that two
/// rejects of three records hold nothing. Each gate can be switched off with the word `off`.
public struct GateLimits: Sendable, Equatable {
    /// A share and a floor.
    public struct Limit: Sendable, Equatable {
        /// 0 to 100.
        public var percent: Double
        /// The gate stays open up to this number of records, whatever the share.
        public var atLeast: Int

        public init(percent: Double, atLeast: Int) {
            self.percent = percent
            self.atLeast = atLeast
        }
    }

    /// How far a number may lie from the median of earlier ones.
    public struct VolumeLimit: Sendable, Equatable {
        /// Percent less than the median.
        public var below: Double
        /// Percent more than the median.
        public var above: Double
        /// The gate stays open up to this difference in records.
        public var atLeast: Int

        public init(below: Double, above: Double, atLeast: Int) {
            self.below = below
            self.above = above
            self.atLeast = atLeast
        }
    }

    /// How far the share of records that have a field may fall below the median of earlier shares: all three together.
    public struct DriftLimit: Sendable, Equatable {
        /// Percent of the earlier share.
        public var percent: Double
        /// Percentage points.
        public var points: Double
        /// Records that have lost the field.
        public var atLeast: Int

        public init(percent: Double, points: Double, atLeast: Int) {
            self.percent = percent
            self.points = points
            self.atLeast = atLeast
        }
    }

    /// Rejected records among those that came in.
    public var rejects: GateSetting<Limit>?
    /// Explicit deletes that are held, among the contributor's records in the database.
    public var deletes: GateSetting<Limit>?
    /// Deletes among the records of the submission.
    public var deleteShare: GateSetting<Limit>?
    /// Records deleted by absence from a full load, among the contributor's records in the database.
    public var absent: GateSetting<Limit>?
    /// Records touched by one and the same code, among those that came in.
    public var oneCode: GateSetting<Limit>?
    /// Records in another encoding than the contributor's, among those with characters beyond ASCII.
    public var encoding: GateSetting<Limit>?
    /// Control numbers of a form that was never sent before; and those that ought to be known and are not.
    public var numbers: GateSetting<Limit>?
    /// The number of records, against earlier submissions of the same mode.
    public var volume: GateSetting<VolumeLimit>?
    /// The share of records that have each field, against earlier submissions.
    public var drift: GateSetting<DriftLimit>?
    /// Records that have lost their last holding, among the contributor's bibliographic records.
    public var purge: GateSetting<Limit>?
    /// How many of the contributor's last submissions make its history.
    public var history: Int?

    public init(
        rejects: GateSetting<Limit>? = nil, deletes: GateSetting<Limit>? = nil, absent: GateSetting<Limit>? = nil
    ) {
        self.rejects = rejects
        self.deletes = deletes
        self.absent = absent
    }

    /// Where neither profile nor pipeline says otherwise.
    public static let standard: GateLimits = {
        var limits = GateLimits(
            rejects: .on(Limit(percent: 10, atLeast: 20)), deletes: .on(Limit(percent: 10, atLeast: 50)),
            absent: .on(Limit(percent: 10, atLeast: 50)))
        limits.deleteShare = .on(Limit(percent: 20, atLeast: 20))
        limits.oneCode = .on(Limit(percent: 50, atLeast: 50))
        limits.encoding = .on(Limit(percent: 20, atLeast: 10))
        limits.numbers = .on(Limit(percent: 75, atLeast: 20))
        limits.volume = .on(VolumeLimit(below: 40, above: 300, atLeast: 20))
        limits.drift = .on(DriftLimit(percent: 25, points: 5, atLeast: 20))
        limits.purge = .on(Limit(percent: 5, atLeast: 20))
        limits.history = 8
        return limits
    }()

    /// These limits, and those of `other` where these have none.
    public func completed(by other: GateLimits) -> GateLimits {
        var limits = GateLimits(
            rejects: rejects ?? other.rejects, deletes: deletes ?? other.deletes, absent: absent ?? other.absent)
        limits.deleteShare = deleteShare ?? other.deleteShare
        limits.oneCode = oneCode ?? other.oneCode
        limits.encoding = encoding ?? other.encoding
        limits.numbers = numbers ?? other.numbers
        limits.volume = volume ?? other.volume
        limits.drift = drift ?? other.drift
        limits.purge = purge ?? other.purge
        limits.history = history ?? other.history
        return limits
    }
}

/// A gate with its limit, or none.
public enum GateSetting<Limit: Sendable & Equatable>: Sendable, Equatable {
    case off
    case on(Limit)

    /// nil where the gate is off.
    var limit: Limit? { if case .on(let limit) = self { limit } else { nil } }
}
