public import Catalog
internal import MARC
internal import Update

/// Bibliographic records of a contributor that have lost their last holding: they had one, in a field of their own or in a
/// holdings record that names them in 004 or 001, and have none any more. A record that never had one is not among them.
public struct LostHoldings {
    /// Those that are to be purged, in the order of their control numbers.
    public private(set) var names: [RecordName] = []
    /// Those that are left, because 856 says where they can be read.
    public private(set) var spared = 0

    /// - Parameters:
    ///   - version: what versions after it have changed is looked at.
    public init(of symbol: String, changedSince version: Int, in reading: any CatalogReading) throws {
        guard let contributor = try reading.contributor(symbol) else { return }
        var numbers = Set<String>()
        try reading.forEachWithoutHoldings(of: contributor, changedSince: version) { numbers.insert($0) }
        try reading.forEachHoldingsRecord(of: contributor, changedSince: version) { image in
            guard let number = Self.link(of: image), !numbers.contains(number),
                let record = try reading.record(of: symbol, controlNumber: number),
                try reading.holdings(of: record).isEmpty
            else { return }
            numbers.insert(number)
        }
        if numbers.isEmpty { return }
        var linked = Set<String>()
        try reading.forEachHoldingsRecord(of: contributor, changedSince: nil) { image in
            if let number = Self.link(of: image) { linked.insert(number) }
        }
        for number in numbers.sorted() where !linked.contains(number) {
            try add(
                RecordName(
                    RecordIdentity(contributor: symbol, controlNumber: number), kind: RecordKind.bibliographic.name),
                linked, reading)
        }
    }

    private mutating func add(_ name: RecordName, _ linked: Set<String>, _ reading: any CatalogReading) throws {
        guard let record = try reading.image(of: name)?.record else { return }
        let (hasLink, number) = record.withView { view in
            (
                view.first("856") != nil,
                ControlNumberPlace().number(in: view).map { String(decoding: $0, as: UTF8.self) }
            )
        }
        // Holdings name the 001 of a record, wherever the contributor's own number stands.
        if let number, linked.contains(number) { return }
        if hasLink { spared += 1 } else { names.append(name) }
    }

    /// The number of the record that a holdings record belongs to; nil where it names none.
    private static func link(of image: RecordImage) -> String? {
        image.record?.withView { view in
            let number =
                ControlNumberPlace(tag: "004").number(in: view) ?? ControlNumberPlace(tag: "001").number(in: view)
            return number.map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
