internal import MARC
internal import MARC21

/// Whether two headings name the same: compared subfield by subfield, in their order, but for marks at the ends.
enum Heading {
    static func isSame(_ one: FieldView, _ other: FieldView) -> Bool {
        var (left, right) = (Parts(one), Parts(other))
        while let part = left.next() {
            guard let counterpart = right.next(), part.code == counterpart.code,
                part.value.trimmingEnd(".,").equals(counterpart.value.trimmingEnd(".,"))
            else { return false }
        }
        return right.next() == nil
    }

    /// The subfields of a heading one after another; links, control codes, relations and roles are passed over.
    private struct Parts {
        let subfields: Subfields
        var index = 0

        init(_ field: FieldView) { subfields = field.subfields }

        mutating func next() -> SubfieldView? {
            while index < subfields.count {
                index += 1
                let code = subfields.code(at: index - 1)
                if !code.isDigit && !Self.passedOver.contains(code) { return subfields[index - 1] }
            }
            return nil
        }

        private static let passedOver: ASCIISet = "wieu"
    }
}
