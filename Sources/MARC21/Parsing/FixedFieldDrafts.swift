/// The elements of a leader, fixed field, variant or coded subfield while their lines are read.
struct LayoutDraft {
    var positions: [FixedFieldPosition] = []
    var former: [FixedFieldPosition] = []

    /// `at  18-21  Illustrations  unit=1 fill  a=Illustrations  …`, `formerly-at …` and `note …`
    mutating func take(_ columns: [Label]) -> Bool {
        if columns[0] == "note" {
            guard !positions.isEmpty else { return false }
            positions[positions.count - 1].remark = columns.column(1)
            return true
        }
        guard let position = FixedFieldPosition(columns) else { return false }
        if columns[0] == "at" { positions.append(position) } else { former.append(position) }
        return true
    }

    /// With every reference to another element replaced by what `find` gives for it.
    mutating func resolve(_ find: (Label) -> FixedFieldPosition?) -> Bool {
        for index in positions.indices where !positions[index].sameAs.isEmpty {
            guard var target = find(positions[index].sameAs) else { return false }
            let own = positions[index]
            target.first = own.first
            target.last = own.last
            target.name = own.name
            target.isByReference = true
            target.codes = CodeTable(Array(own.codes.entries) + target.codes.entries)
            positions[index] = target
        }
        return true
    }

    var layout: FixedFieldLayout {
        FixedFieldLayout(positions: Definitions(positions), formerPositions: Definitions(former))
    }
}

/// A variant of a fixed field while its lines are read.
struct VariantDraft {
    var layout = LayoutDraft()
    private let id: Label
    private let name: Label
    private var lengths: [Int] = []
    private var conditions: [FixedFieldVariant.Condition] = []

    /// `variant  BK  Books  length=14,6  LDR/06=a LDR/07=acdm  LDR/06=t`
    init?(_ columns: [Label]) {
        id = columns.column(1)
        name = columns.column(2)
        if let list = columns.column(3).after("length=") {
            lengths = list.pieces(separatedBy: UInt8(ascii: ",")).compactMap(\.number)
        } else if !columns.column(3).isEmpty {
            return nil
        }
        for column in columns.dropFirst(4) {
            guard let condition = Self.condition(column) else { return nil }
            conditions.append(condition)
        }
        if conditions.isEmpty { return nil }
    }

    private static func condition(_ column: Label) -> FixedFieldVariant.Condition? {
        var condition = FixedFieldVariant.Condition()
        for word in Columns.words(column) {
            if let types = word.after("LDR/06=") {
                condition.leader06 = ASCIISet(types.bytes)
            } else if let levels = word.after("LDR/07=") {
                condition.leader07 = ASCIISet(levels.bytes)
            } else if let first = word.after("006/00=") ?? word.after("007/00=") {
                condition.first = ASCIISet(first.bytes)
            } else {
                return nil
            }
        }
        return condition
    }

    func isNamed(_ id: Label) -> Bool { self.id == id }

    var variant: FixedFieldVariant {
        FixedFieldVariant(
            layout: layout.layout, length: lengths.first, otherLength: lengths.dropFirst().first, identifier: id,
            name: name,
            conditions: Definitions(conditions))
    }
}

/// A control field while its lines are read.
struct ControlFieldDraft {
    let tag: UInt32
    let name: Label
    let repeatability: Repeatability
    var layout = LayoutDraft()
    var variants: [VariantDraft] = []
    private(set) var isObsolete = false
    private(set) var isBibliographic = false
    private var length: Int?
    private var pattern: FixedFieldPattern?
    private var list = Label.none

    /// `control  008  NR  Fixed-Length Data Elements  length=40`
    init?(_ columns: [Label]) {
        guard let tag = columns.column(1).tag, let repeatability = Columns.repeatability(columns.column(2)) else {
            return nil
        }
        self.tag = tag
        self.repeatability = repeatability
        name = columns.column(3)
        for trait in Columns.words(columns.column(4)) {
            guard take(trait) else { return nil }
        }
    }

    private mutating func take(_ trait: Label) -> Bool {
        if let number = trait.after("length=")?.number {
            length = number
        } else if let word = trait.after("pattern="), let known = FixedFieldPattern(word) {
            pattern = known
        } else if let word = trait.after("list=") {
            list = word
        } else if trait == "same-as=bibliographic" {
            isBibliographic = true
        } else if trait == "obsolete" {
            isObsolete = true
        } else {
            return false
        }
        return true
    }

    /// The element of `variant` (empty for the elements that all share) that starts at `first`.
    func position(variant: Label, first: Int) -> FixedFieldPosition? {
        let source = variant.isEmpty ? layout : variants.first { $0.isNamed(variant) }?.layout
        return source?.positions.first { $0.first == first }
    }

    var definition: ControlFieldDefinition {
        ControlFieldDefinition(
            tag: tag, repeatability: repeatability, isObsolete: isObsolete, length: length, pattern: pattern,
            layout: layout.layout, variants: Definitions(variants.map(\.variant)), name: name, list: list)
    }
}
