internal import MARC
internal import MARC21

/// One shape of 006, 007 or 008 as flat tables: for each position the characters that fit it, and the elements that no
/// single character decides.
struct FixedFieldForm: Sendable {
    /// The variant's label, as in `Continuing resources`; empty where the field has one shape.
    let label: String
    /// Characters of the field, and a second length that is allowed; nil where the format gives none.
    let lengths: (Int?, Int?)
    private let characters: FlatTable<ASCIISet>
    private let positions: Int
    private let elements: FlatTable<Element>
    private let elementCount: Int

    struct Element: Sendable {
        let definition: FixedFieldPosition
        let layout: FixedFieldLayout
        /// Several characters together make its code, or a list or pattern decides.
        let isCompound: Bool
    }

    /// - Parameters:
    ///   - shared: what every shape of the field has.
    ///   - except: first positions of elements for which there is a rule that looks at the field as a whole.
    init(_ shared: FixedFieldLayout, _ variant: FixedFieldVariant?, length: Int?, except: Set<Int> = []) {
        let layouts = [shared] + (variant.map { [$0.layout] } ?? [])
        let judged = layouts.flatMap { layout in
            layout.positions.lazy.filter { !$0.isVariant && !except.contains($0.first) }.map {
                Element(definition: $0, layout: layout, isCompound: Self.isCompound($0))
            }
        }
        label = variant?.label ?? ""
        lengths = (variant?.length ?? length, variant?.otherLength)
        elements = FlatTable(judged)
        elementCount = judged.count
        var characters = [ASCIISet](repeating: FieldNorm.anything, count: length ?? variant?.length ?? 0)
        for element in judged where !element.isCompound {
            let fitting = Self.fitting(element.definition)
            for position in element.definition.first...element.definition.last where position < characters.count {
                characters[position] = fitting
            }
        }
        positions = characters.count
        self.characters = FlatTable(characters)
    }

    /// Hands every element that is not current in `value` to `report`; one that `value` ends before is not judged.
    @inline(__always)
    func forEachFault(in value: ByteView, _ report: (FixedFieldPosition, FixedFieldFault) -> Void) {
        var fits = true
        for position in 0..<min(positions, value.count) where !characters.start[position].contains(value[position]) {
            fits = false
            break
        }
        for index in 0..<elementCount where !fits || elements.start[index].isCompound {
            let element = elements.start + index
            if let fault = element.pointee.layout.fault(at: element.pointee.definition, in: value) {
                report(element.pointee.definition, fault)
            }
        }
    }

    private static func isCompound(_ element: FixedFieldPosition) -> Bool {
        if element.isUndefined { return false }
        return element.pattern != nil || element.list != nil || element.unit > 1
    }

    /// The characters that fit wherever they stand in the element. The fill character does so only in an element of one.
    private static func fitting(_ element: FixedFieldPosition) -> ASCIISet {
        if element.isUndefined { return ASCIISet([0x20, UInt8(ascii: "|")]) }
        if element.codes.entries.isEmpty { return FieldNorm.anything }
        var fitting = element.codes.currentCharacters
        if element.allowsFill, element.count == 1 { fitting.insert(UInt8(ascii: "|")) }
        return fitting
    }
}
