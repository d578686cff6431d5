public import Catalog
internal import MARC

/// What stands otherwise in a client's database after one version than after another, record by record.
public struct VersionDifference: Sendable, Encodable {
    public enum Change: String, Sendable, Encodable { case added, replaced, deleted }

    public let change: Change
    /// `CONTRIBUTOR/CONTROL-NUMBER`
    public let record: String
    public let kind: String
    public let title: String
    /// For a record that was replaced: what differs.
    public let fields: FieldDifference?

    /// Every difference, by contributor, control number and kind.
    ///
    /// - Throws: `RunRefusal` where the database has no such version, or they stand in the wrong order.
    public static func forEach(
        in reading: any CatalogReading, from earlier: Int, to later: Int, _ body: (VersionDifference) throws -> Void
    ) throws {
        try check([earlier, later], in: reading)
        guard earlier < later else {
            throw RunRefusal("version \(earlier) is not before version \(later); name the earlier one first")
        }
        try requireImages(after: earlier, in: reading)
        try reading.forEachDifference(from: earlier, to: later) { try body(VersionDifference($0)) }
    }

    /// - Throws: `RunRefusal` naming the versions that there are, where one of `wanted` is none of them; 0 is always one.
    static func check(_ wanted: [Int], in reading: any CatalogReading) throws {
        let known = try reading.versions().map(\.id)
        for version in wanted where version != 0 && !known.contains(version) {
            let newest = known.suffix(8).map(String.init).joined(separator: ", ")
            throw RunRefusal(
                "the database has no version \(version); "
                    + (known.isEmpty ? "nothing was installed yet" : "its newest are \(newest), and 0 is the empty one")
            )
        }
    }

    /// - Parameter contributor: the one asked for; nil for all.
    /// - Throws: `RunRefusal` where what stood after a version is no longer known.
    static func requireImages(after version: Int, of contributor: String? = nil, in reading: any CatalogReading) throws
    {
        let forgotten = try reading.forgotten().filter { $0.value > version }
        if forgotten.isEmpty { return }
        let concerned = try reading.contributors().filter {
            forgotten[$0.id] != nil && (contributor == nil || contributor == $0.symbol)
        }
        guard let first = concerned.first, let last = forgotten[first.id] else { return }
        throw RunRefusal(
            "what stood after version \(version) is no longer known: retention in holdfast.yaml has removed the images of "
                + "\(first.symbol) up to version \(last); ask for that version or a later one")
    }

    init(_ difference: RecordDifference) {
        record = difference.name.identity.description
        kind = difference.name.kind
        let (before, after) = (difference.before?.record, difference.after?.record)
        change = difference.before == nil ? .added : difference.after == nil ? .deleted : .replaced
        title = (after ?? before).map(Self.title) ?? ""
        fields = before.flatMap { before in after.map { FieldDifference(before: before, after: $0) } }
    }

    private static func title(_ record: Record) -> String {
        record.withView { view in
            guard let field = view.first("245") else { return "" }
            return field.subfields.filter { "abnp".utf8.contains($0.code) }.map(\.value.text).joined(separator: " ")
        }
    }

    /// `~ lib1/4711  Title`, and a line for each field that differs.
    public var lines: [String] {
        let sign = change == .added ? "+" : change == .deleted ? "-" : "~"
        let name = kind == RecordKind.bibliographic.name ? record : "\(record) (\(kind))"
        return ["\(sign) \(name)  \(title)"] + (fields?.lines.map { "    " + $0.text } ?? [])
    }
}
