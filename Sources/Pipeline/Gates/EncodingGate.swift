internal import Catalog
internal import Scrub
internal import Update

/// Whether the records come in the encoding that the profile declares or, where it leaves that open, in the one in which
/// the contributor has sent before. Only records with characters beyond ASCII tell.
extension GateMeasurement {
    /// nil where the gate is off.
    var encodingChanged: GateVerdict.Measure? {
        guard let limit = limits.encoding?.limit else { return nil }
        let found = profile.counts(in: .encoding)
        let total = found.values.reduce(0, +)
        guard let expected = expectedEncoding else {
            return .init(
                gate: "encoding", count: 0, of: total, limitPercent: limit.percent, limitAtLeast: limit.atLeast,
                isOpen: true,
                message:
                    "it is not known yet in which encoding the contributor sends; \(Self.list(found)) in this submission"
            )
        }
        let others = found.filter { $0.key != expected.name }
        return .init(
            gate: "encoding", count: others.values.reduce(0, +), of: total, limit: limit,
            usual: shares(of: anyHistory) { earlier in
                let counts = earlier.counts(in: .encoding)
                let sum = counts.values.reduce(0, +)
                return (sum - (counts[expected.name] ?? 0), sum)
            },
            what: "of \(total) records with characters beyond ASCII, \(others.values.reduce(0, +)) are not in "
                + "\(Self.title(expected.name)), in which \(expected.source): \(Self.list(found))")
    }

    private var expectedEncoding: (name: String, source: String)? {
        switch encoding {
        case .marc8: return ("marc8", "the profile says they are")
        case .utf8: return ("utf8", "the profile says they are")
        case .latin1: return ("windows1252", "the profile says they are")
        case .windows1251, .cp866, .koi8r, .iso5426: return (encoding.rawValue, "the profile says they are")
        case .auto: break
        }
        var sums: [String: Int] = [:]
        for earlier in anyHistory { sums.merge(earlier.profile.counts(in: .encoding), uniquingKeysWith: +) }
        let total = sums.values.reduce(0, +)
        guard let most = sums.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= 20,
            most.value * 5 >= total * 4
        else { return nil }
        return (most.key, "the contributor has sent before")
    }

    private static func list(_ counts: [String: Int]) -> String {
        let parts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \(title($0.key))" }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }

    private static func title(_ name: String) -> String {
        switch name {
        case "utf8": "UTF-8"
        case "marc8": "MARC-8"
        case "windows1252": "Windows-1252"
        case "windows1251": "Windows-1251"
        case "cp866": "CP866"
        case "koi8r": "KOI8-R"
        case "iso5426": "ISO 5426"
        default: "no encoding for sure"
        }
    }
}
