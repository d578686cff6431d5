internal import MARC
internal import MARC21

/// The shapes that the fixed fields of one format take, found by what chooses among them.
struct FixedFieldForms: Sendable {
    private let forms: FlatTable<FixedFieldForm>
    /// By the leader's type and level (128 times the one plus the other), the number of the form of 008, from 1; 0 where
    /// the format has none.
    private let formsOf008: FlatTable<UInt8>
    /// By the first character, likewise.
    private let formsOf006: FlatTable<UInt8>
    private let formsOf007: FlatTable<UInt8>
    /// 008 in a record whose leader names no form: what all share.
    private let sharedFormOf008: Int

    init(_ format: Format) {
        var forms: [FixedFieldForm] = []
        formsOf006 = FlatTable(Self.byFirstCharacter(format.controlField(Tag("006").rawValue), &forms))
        formsOf007 = FlatTable(Self.byFirstCharacter(format.controlField(Tag("007").rawValue), &forms))
        var numbers = [UInt8](repeating: 0, count: 128 * 128)
        sharedFormOf008 = forms.count
        if let field = format.controlField(Tag("008").rawValue) {
            forms.append(Self.form(field, nil))
            for variant in field.variants {
                forms.append(Self.form(field, variant))
                let types = variant.types
                for slot in numbers.indices where numbers[slot] == 0 && types.contains(UInt8(slot / 128)) {
                    let (type, level) = (UInt8(slot / 128), UInt8(slot % 128))
                    if variant.applies(leader06: type, leader07: level) { numbers[slot] = UInt8(clamping: forms.count) }
                }
            }
        }
        formsOf008 = FlatTable(numbers)
        self.forms = FlatTable(forms)
    }

    /// The form of the record's 008: that of its type of record, or what all types share.
    func form(of008In leader: Leader) -> UnsafePointer<FixedFieldForm> {
        let slot = leader.type < 128 && leader.level < 128 ? Int(leader.type) * 128 + Int(leader.level) : 0
        let number = Int(formsOf008.start[slot])
        return forms.start + (number == 0 ? sharedFormOf008 : number - 1)
    }

    /// The form of a 006 or 007 that starts with `first`; nil where the format has none.
    func form(of tag: Tag, startingWith first: UInt8) -> UnsafePointer<FixedFieldForm>? {
        guard first < 128 else { return nil }
        let number = Int((tag == "006" ? formsOf006 : formsOf007).start[Int(first)])
        return number == 0 ? nil : forms.start + (number - 1)
    }

    private static func form(_ field: ControlFieldDefinition, _ variant: FixedFieldVariant?) -> FixedFieldForm {
        // The date entered on file has rules of its own.
        FixedFieldForm(field.layout, variant, length: field.length, except: field.tag == Tag("008").rawValue ? [0] : [])
    }

    private static func byFirstCharacter(
        _ field: ControlFieldDefinition?, _ forms: inout [FixedFieldForm]
    ) -> [UInt8] {
        var numbers = [UInt8](repeating: 0, count: 128)
        guard let field else { return numbers }
        for variant in field.variants {
            forms.append(form(field, variant))
            for first in 0..<UInt8(128) where variant.applies(first: first) {
                numbers[Int(first)] = UInt8(clamping: forms.count)
            }
        }
        return numbers
    }
}

extension FixedFieldForms {
    /// The characters with which a 006 or 007 may start.
    static func firstCharacters(of tag: Tag) -> ASCIISet {
        guard let field = Format.bibliographic.controlField(tag.rawValue) else { return ASCIISet() }
        return ASCIISet(field.variants.flatMap(\.types.characters))
    }
}
