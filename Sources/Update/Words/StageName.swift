/// The five stages, in their order.
public enum StageName: String, Sendable, CaseIterable, Codable, Comparable {
    case ingest, scrub, validate, install, inspect

    /// 1 to 5.
    public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// The stage's folder in a run directory, `1-ingest`.
    public var folder: String { "\(number)-\(rawValue)" }

    public static func < (left: StageName, right: StageName) -> Bool { left.number < right.number }
}
