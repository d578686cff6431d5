internal import MARC
internal import Update

/// One value of a record: a control field's data or a subfield's.
struct RecordValue {
    let field: FieldView
    /// The subfield's place in its field, from 0; nil for a control field.
    let subfield: Int?
    /// nil for a control field.
    let code: UInt8?
    let bytes: ByteView

    var place: FieldPlace { field.place(subfield: code == 0 ? nil : code) }
    /// As people name it, `245 $a`.
    var name: String { PlaceName.of(field.tag, code) }
}

/// Places as messages name them.
enum PlaceName {
    /// `245 $a`, or `008` without a code.
    static func of(_ tag: Tag, _ code: UInt8? = nil) -> String {
        guard let code, code != 0 else { return tag.description }
        return "\(tag) $\(Bytes.display([code]))"
    }
}

extension RecordView {
    /// Every value in the order of the record.
    @inline(__always) func forEachValue(_ body: (RecordValue) -> Void) {
        for field in fields { field.forEachValue(body) }
    }
}

extension FieldView {
    /// The field's data, or the values of its subfields.
    @inline(__always) func forEachValue(_ body: (RecordValue) -> Void) {
        if tag.isControl { return body(RecordValue(field: self, subfield: nil, code: nil, bytes: value)) }
        var index = 0
        for subfield in subfields {
            body(RecordValue(field: self, subfield: index, code: subfield.code, bytes: subfield.value))
            index &+= 1
        }
    }
}

/// Where a value stands in its record.
struct ValuePlace {
    let field: Int
    /// nil for a control field.
    let subfield: Int?
}

/// A value that is to be replaced: found while the record was only read, put in afterwards.
struct ValueEdit {
    let field: Int
    let subfield: Int?
    let place: FieldPlace
    let before: [UInt8]
    let after: [UInt8]
    let message: String
}
