public import Update

/// How a contributor's defects compare with those of the version before, by code.
public struct DefectTrend: Sendable, Equatable, Codable {
    /// More than before, or not there before: by how many.
    public private(set) var new: [String: Int] = [:]
    /// Fewer than before: by how many.
    public private(set) var fixed: [String: Int] = [:]
    /// Before and now: how many.
    public private(set) var persisting: [String: Int] = [:]

    /// - Parameter before: nil where there is no version before; then nothing is new.
    public init(before: DefectTally?, now: DefectTally) {
        guard let before else { return }
        for code in Set(before.byCode.keys).union(now.byCode.keys) {
            let (earlier, later) = (before.byCode[code] ?? 0, now.byCode[code] ?? 0)
            if later > earlier { new[code] = later - earlier }
            if later < earlier { fixed[code] = earlier - later }
            if min(earlier, later) > 0 { persisting[code] = min(earlier, later) }
        }
    }
}
