internal import Catalog
internal import Foundation
internal import Update

/// The share of records that have each field, subfield and fixed-field value, against the contributor's last submissions:
/// a lost 856 or an 008 whose positions have shifted shows here.
///
/// Only a fall holds a submission. It has to pass all of the limit's bounds, and four times what chance and the usual ups and
/// downs explain, so that small submissions hold nothing. Single values of a fixed field (`LDR/06=a`) change with what a
/// library buys: they must lose half their share and 25 points at least.
extension GateMeasurement {
    /// Something that moved.
    struct Shift {
        let section: FieldProfile.Section
        let place: String
        let records: Int
        let total: Int
        let usual: GateVerdict.History
        /// Records that would have it, were the share as usual; negative for a rise.
        let lost: Int

        var isRise: Bool { lost < 0 }

        /// `856 stands in 41 % of 1200 bibliographic records (usual 98.3 %, …): 688 records have lost it`.
        var sentence: String {
            "\(place) stands in \(Rounded.text(Rounded.percent(records, of: total))) % of \(total) \(section.rawValue) records "
                + "(usual \(usual.text(unit: " %"))): "
                + (isRise ? "\(-lost) records have it newly" : "\(lost) records have lost it")
        }
    }

    /// nil where the gate is off, or nothing was sent before.
    var drift: GateVerdict.Measure? {
        guard let limit = limits.drift?.limit, !anyHistory.isEmpty else { return nil }
        let sections: [FieldProfile.Section] = [.bibliographic, .holdings, .authority]
        let shifts = sections.flatMap { self.shifts(in: $0, limit) }
        let falls = Self.withoutSubfieldsOfTheirFields(shifts.filter { !$0.isRise }).sorted(by: Self.weighsMore)
        let rises = Self.withoutSubfieldsOfTheirFields(shifts.filter(\.isRise)).sorted(by: Self.weighsMore)
        let worst = falls.first
        let bound =
            "the limit is \(Rounded.text(limit.percent)) % of the usual share, \(Rounded.text(limit.points)) points and more "
            + "than \(limit.atLeast) records"
        let named = falls.prefix(5).map(\.sentence) + (falls.count > 5 ? ["and \(falls.count - 5) more"] : [])
        return .init(
            gate: "drift", count: worst?.lost ?? 0, of: worst?.total ?? profile[.submission, "records"],
            limitPercent: limit.percent, limitAtLeast: limit.atLeast, isOpen: falls.isEmpty,
            message: (falls.isEmpty
                ? "no field is on fewer records than usual, by the last \(anyHistory.count) submissions"
                : named.joined(separator: "; ")) + "; \(bound)",
            history: worst?.usual,
            details: (falls + rises).isEmpty ? nil : (falls + rises).prefix(40).map(\.sentence))
    }

    private func shifts(in section: FieldProfile.Section, _ limit: GateLimits.DriftLimit) -> [Shift] {
        let total = profile[section, "records"]
        let earlier = anyHistory.filter { $0.profile[section, "records"] > limit.atLeast }
        guard total > limit.atLeast, !earlier.isEmpty else { return [] }
        var places = Set(profile.counts(in: section).keys)
        for submission in earlier { places.formUnion(submission.profile.counts(in: section).keys) }
        places.remove("records")
        return places.sorted().compactMap { place in
            shift(section, place, total, shares(of: earlier) { ($0[section, place], $0[section, "records"]) }, limit)
        }
    }

    private func shift(
        _ section: FieldProfile.Section, _ place: String, _ total: Int, _ usual: [(period: String, value: Double)],
        _ limit: GateLimits.DriftLimit
    ) -> Shift? {
        let spread = Spread(usual.map(\.value))
        let records = profile[section, place]
        let difference = spread.median - Rounded.percent(records, of: total)
        let lost = Int((difference / 100 * Double(total)).rounded())
        let isValue = Self.isValue(place)
        let points = isValue ? max(25, limit.points) : limit.points
        let percent = isValue ? max(50, limit.percent) : limit.percent
        let base = difference > 0 ? spread.median : 100 - spread.median
        guard abs(lost) > limit.atLeast, abs(difference) >= points, abs(difference) >= base * percent / 100,
            abs(difference) > 4 * Self.chance(spread, of: total)
        else { return nil }
        return Shift(
            section: section, place: place, records: records, total: total, usual: GateVerdict.History(usual),
            lost: lost)
    }

    /// One standard deviation of a share of `total` records that is drawn by chance, in points, with the usual ups and downs.
    private static func chance(_ spread: Spread, of total: Int) -> Double {
        let share = min(0.99, max(0.01, spread.median / 100))
        let sampling = share * (1 - share) / Double(max(1, total)) * 10_000
        return (sampling + spread.deviation * spread.deviation).squareRoot()
    }

    /// `LDR/06=a`, and not `008/35-37=language`, which every record ought to have.
    private static func isValue(_ place: String) -> Bool {
        place.contains("=") && !["=date", "=country", "=language"].contains { place.hasSuffix($0) }
    }

    /// A field that moved speaks for its subfields.
    private static func withoutSubfieldsOfTheirFields(_ shifts: [Shift]) -> [Shift] {
        let fields = Set(shifts.map { "\($0.section) \($0.place)" })
        return shifts.filter { shift in
            guard let sign = shift.place.firstIndex(of: "$") else { return true }
            return !fields.contains("\(shift.section) \(shift.place[..<sign])")
        }
    }

    private static func weighsMore(_ left: Shift, _ right: Shift) -> Bool {
        abs(left.lost) == abs(right.lost) ? left.place < right.place : abs(left.lost) > abs(right.lost)
    }
}
