internal import Catalog
internal import Foundation
internal import Update

/// The number of records against the contributor's last submissions of the same mode.
///
/// Numbers of records go up and down by factors, so they are compared as logarithms: three deviations (``Spread``) from the
/// median are always allowed, and never less than the limit says.
extension GateMeasurement {
    /// Submissions that it takes to know what is usual.
    private static let enough = 3

    /// nil where the gate is off.
    var volume: GateVerdict.Measure? {
        guard let limit = limits.volume?.limit else { return nil }
        let count = profile[.submission, "records"]
        let earlier = history.map { ($0.version.period, Double($0.profile[.submission, "records"])) }
        guard earlier.count >= Self.enough else {
            return .init(
                gate: "volume", count: 0, of: count, limitPercent: limit.below, limitAtLeast: limit.atLeast,
                isOpen: true,
                message:
                    "\(count) records came; \(Self.enough) earlier submissions of the same mode are needed to say what "
                    + "is usual, there \(earlier.count == 1 ? "is 1" : "are \(earlier.count)")")
        }
        let history = GateVerdict.History(earlier)
        let bounds = Self.bounds(earlier.map(\.1), limit)
        let distance = abs(Double(count) - history.median)
        let isOutside = Double(count) < bounds.lowerBound || Double(count) > bounds.upperBound
        let isOpen = !isOutside || distance <= Double(limit.atLeast)
        let side = Double(count) < history.median ? "fewer" : "more"
        return .init(
            gate: "volume", count: Int(distance.rounded()), of: Int(history.median.rounded()),
            limitPercent: side == "fewer" ? limit.below : limit.above, limitAtLeast: limit.atLeast, isOpen: isOpen,
            message: "\(count) records came (usual \(history.text(unit: ""))); the limit is "
                + "\(Rounded.text(bounds.lowerBound.rounded())) to \(Rounded.text(bounds.upperBound.rounded())) records, and "
                + "more than \(limit.atLeast) \(side) than usual",
            history: history)
    }

    /// The numbers between which a submission is as usual.
    static func bounds(_ values: [Double], _ limit: GateLimits.VolumeLimit) -> ClosedRange<Double> {
        let logarithms = Spread(values.map { log(max(1, $0)) })
        let median = exp(logarithms.median)
        let low = median * min(1 - limit.below / 100, exp(-3 * logarithms.deviation))
        let high = median * max(1 + limit.above / 100, exp(3 * logarithms.deviation))
        return low...max(low, high)
    }
}
