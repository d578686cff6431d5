internal import MARC
internal import MARC21
internal import Update

/// How rules go over the subfields of a field, and report one.
extension FieldCase {
    /// The subfields with one of `codes`, in order; nothing is allocated.
    @inline(__always) func subfields(_ codes: ASCIISet) -> ChosenSubfields {
        ChosenSubfields(subfields: field.subfields, codes: codes)
    }

    /// The first subfield with `code`.
    func first(_ code: Unicode.Scalar) -> ByteView? { field.subfield(code) }

    /// Whether the field has a subfield with `code`.
    @inline(__always) func has(_ code: Unicode.Scalar) -> Bool { codes.contains(UInt8(truncatingIfNeeded: code.value)) }

    /// Whether the format defines the subfield in this field. Undefined ones, which some systems use for data of their own, are
    /// reported as such and not judged by what they would mean.
    func defines(_ code: UInt8) -> Bool { definition?.definedSubfields.contains(code) ?? false }

    /// Reports a defect of one subfield.
    func report(
        _ code: DefectCode, _ subfield: SubfieldView, _ log: inout DefectLog, _ message: @autoclosure () -> String
    ) {
        log.report(code, at: place(subfield: subfield.code), before: subfield.value, message())
    }

    /// Calls `body` with each subfield that follows another one of the description, and that other one; subfields whose
    /// code is a digit, which hold links and numbers, are passed over.
    @inline(__always) func forEachPair(_ body: (_ before: SubfieldView, _ after: SubfieldView) -> Void) {
        var before: SubfieldView?
        for subfield in field.subfields where !subfield.code.isDigit {
            if let before { body(before, subfield) }
            before = subfield
        }
    }

    /// Whether no earlier field of the record passes `test`: for what is said once a record. Fields beyond the 2,000th never are
    /// the first, so that no record takes long.
    func isFirst(where test: (FieldView) -> Bool) -> Bool {
        guard field.index < 2_000 else { return false }
        for earlier in record.view.fields.prefix(field.index) where test(earlier) { return false }
        return true
    }

    /// `856 $u`: a subfield in words.
    func name(of subfield: SubfieldView) -> String { "\(tag) \(Words.subfield(subfield.code))" }
}

/// The subfields of a field with certain codes.
struct ChosenSubfields: Sequence, IteratorProtocol {
    let subfields: Subfields
    let codes: ASCIISet
    private var index = 0

    @inline(__always) init(subfields: Subfields, codes: ASCIISet) {
        self.subfields = subfields
        self.codes = codes
    }

    @inline(__always) mutating func next() -> SubfieldView? {
        while index < subfields.count {
            index &+= 1
            if codes.contains(subfields.code(at: index &- 1)) { return subfields[index &- 1] }
        }
        return nil
    }
}

extension SubfieldView {
    /// The value for a message, cut where it is long.
    var shown: String { Bytes.display(value, limit: 60) }
}

extension FieldView {
    /// The last subfield of the description: not one whose code is a digit, nor an address.
    var lastDescriptive: SubfieldView? {
        var index = subfields.count
        while index > 0 {
            index -= 1
            let subfield = subfields[index]
            if !subfield.code.isDigit && subfield.code != UInt8(ascii: "u") { return subfield }
        }
        return nil
    }
}
