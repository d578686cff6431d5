import MARC

/// Ten libraries that share out real records among them, and what becomes of these week by week: changed, withdrawn, bought.
struct TenLibraries {
    /// A library's records by their control numbers.
    typealias Holding = [String: RawRecord]

    static let symbols = (0..<10).map { "lib\($0)" }

    private(set) var held: [Holding]
    private let pool: [RawRecord]
    /// Records of the pool that nobody has yet.
    private var unbought: Range<Int>
    private var random = SeededNumbers(state: 4)
    private var week = 0

    /// Of the records four in five are held from the start, and every third of these by a second library too.
    init(_ pool: [RawRecord]) {
        self.pool = pool
        held = Array(repeating: [:], count: Self.symbols.count)
        let count = pool.count * 4 / 5
        unbought = count..<pool.count
        for index in 0..<count {
            add(index, to: index % 10)
            if index.isMultiple(of: 3) { add(index, to: (index / 3 + 4) % 10) }
        }
    }

    private mutating func add(_ index: Int, to library: Int) {
        let control = "n\(index)"
        let record = pool[index].numbered(control)
        held[library][control] =
            index.isMultiple(of: 4) ? record : record.shelved(Self.symbols[library], "\(index)")
    }

    /// A record of the pool, of the kind of `record`.
    private mutating func another(_ record: RawRecord?) -> RawRecord? {
        while let found = pool.randomElement(using: &random) { if found.kind == record?.kind { return found } }
        return nil
    }

    /// What each library sends this week: some 4 % of its records changed, half of them to be another title altogether, 2 %
    /// withdrawn, 2 % bought. Another title is one of the same kind: a number of a bibliographic record is another than that of
    /// an authority. Holdings, which are told apart by what they say where several have one number, stay as they are.
    mutating func nextWeek() -> [[RawRecord]] {
        week += 1
        return held.indices.map { library in
            let controls = held[library].filter { $0.value.kind != .holdings }.keys.sorted().shuffled(using: &random)
            let share = max(1, controls.count / 50)
            var sent: [RawRecord] = []
            for (place, control) in controls.prefix(share * 2).enumerated() {
                let source =
                    place.isMultiple(of: 2) ? another(held[library][control]) : held[library][control]
                guard
                    let record = source?.numbered(control).noted("Seen again in week \(week).")
                        .shelved(Self.symbols[library], "New \(week)")
                else { continue }
                held[library][control] = record
                sent.append(record)
            }
            for control in controls.dropFirst(share * 2).prefix(share) {
                held[library].removeValue(forKey: control).map { sent.append($0.deleted) }
            }
            for index in unbought.prefix(share) {
                add(index, to: library)
                held[library]["n\(index)"].map { sent.append($0) }
            }
            unbought = unbought.dropFirst(share)
            return sent
        }
    }
}
