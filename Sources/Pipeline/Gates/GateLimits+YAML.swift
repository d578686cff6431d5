/// Limits as pipelines and profiles write them, under `gates:`.
///
/// ```yaml
/// gates:
///   rejects: { percent: 10, at-least: 20 }
///   volume: { below: 40, above: 300, at-least: 20 }
///   drift: { percent: 25, points: 5, at-least: 20 }
///   one-code: off
///   history: 8
/// ```
extension GateLimits {
    init(_ map: YAMLMap?) {
        guard let map else { return }
        rejects = Self.share(map, "rejects")
        deletes = Self.share(map, "deletes")
        deleteShare = Self.share(map, "delete-share")
        absent = Self.share(map, "absent")
        oneCode = Self.share(map, "one-code")
        encoding = Self.share(map, "encoding")
        numbers = Self.share(map, "numbers")
        purge = Self.share(map, "purge")
        volume = Self.setting(map, "volume") { entry, floor in
            let (below, above) = (Self.required(entry, "below", 0...100), Self.required(entry, "above", 0...1e6))
            guard let below, let above else { return nil }
            return VolumeLimit(below: below, above: above, atLeast: floor)
        }
        drift = Self.setting(map, "drift") { entry, floor in
            let (percent, points) = (Self.required(entry, "percent", 0...100), Self.required(entry, "points", 0...100))
            guard let percent, let points else { return nil }
            return DriftLimit(percent: percent, points: points, atLeast: floor)
        }
        history = map.integer("history", in: 1...100)
        map.finish()
    }

    private static func share(_ map: YAMLMap, _ key: String) -> GateSetting<Limit>? {
        setting(map, key) { entry, floor in
            required(entry, "percent", 0...100).map { Limit(percent: $0, atLeast: floor) }
        }
    }

    /// - Parameter make: gets the gate's keys, and `at-least`, which every gate has.
    private static func setting<Value>(_ map: YAMLMap, _ key: String, _ make: (YAMLMap, Int) -> Value?)
        -> GateSetting<Value>?
    {
        if map.isWord("off", at: key) { return .off }
        guard let entry = map.map(key) else { return nil }
        let value = make(entry, entry.integer("at-least", in: 0...1_000_000_000) ?? 0)
        entry.finish()
        return value.map { .on($0) }
    }

    private static func required(_ map: YAMLMap, _ key: String, _ range: ClosedRange<Double>) -> Double? {
        if !map.names.contains(key) { map.problem(at: key, "the key '\(key)' is missing") }
        return map.number(key, in: range)
    }

    /// The limits in one line, for comparing and for people.
    var text: String {
        let shares = [
            ("rejects", rejects), ("deletes", deletes), ("delete-share", deleteShare), ("absent", absent),
            ("one-code", oneCode), ("encoding", encoding), ("numbers", numbers), ("purge", purge),
        ].compactMap { name, setting in
            setting.map { "\(name) \(Self.words($0) { "\($0.percent)% at least \($0.atLeast)" })" }
        }
        let others = [
            volume.map { "volume \(Self.words($0) { "-\($0.below)% +\($0.above)% at least \($0.atLeast)" })" },
            drift.map { "drift \(Self.words($0) { "\($0.percent)% \($0.points) points at least \($0.atLeast)" })" },
            history.map { "history \($0)" },
        ].compactMap { $0 }
        return (shares + others).joined(separator: ", ")
    }

    private static func words<Value>(_ setting: GateSetting<Value>, _ text: (Value) -> String) -> String {
        setting.limit.map(text) ?? "off"
    }
}
