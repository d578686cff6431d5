internal import MARC
internal import MARC21
internal import Update

/// Shows a record to the rules: first the rules about the whole, then the fields in their order.
///
/// A class because the stage has an array of them: a value of this size would be copied for every record.
final class RecordJudge: Sendable {
    private let norms: FormatNorms
    private let book: RuleBook
    /// False shows every field to the rules about definitions, also those that depart from nothing: the plain way, which
    /// tests hold against the fast one.
    private let skipsWhatFits: Bool

    init(_ kind: RecordKind, settings: ValidateSettings, rules: [any ShownRule], skipsWhatFits: Bool = true) {
        norms = FormatNorms(kind, settings)
        book = RuleBook(kind, rules)
        self.skipsWhatFits = skipsWhatFits
    }

    func judge(_ view: RecordView, index: inout TagIndex, lacksStandardNumber: Bool, log: inout DefectLog) {
        index.with(view) { places in
            let parts = RecordCase.Parts(
                view: view, kind: norms.kind, places: places, norms: norms.view,
                lacksStandardNumber: lacksStandardNumber)
            withUnsafePointer(to: parts) { parts in
                book.recordRules.judge(parts, log: &log)
                judgeFixedFields(of: RecordCase(parts), &log)
                for field in view.fields { judge(field, of: RecordCase(parts), &log) }
            }
        }
    }

    /// The codes in 006, 007 and 008. A field whose characters have lost their places is not read.
    private func judgeFixedFields(of record: RecordCase, _ log: inout DefectLog) {
        if let field = record.fixedField {
            judge(field, as: record.norms.fixedFields.pointee.form(of008In: record.view.leader), of: record, &log)
        }
        judgeFixedFields("006", of: record, &log)
        judgeFixedFields("007", of: record, &log)
    }

    private func judgeFixedFields(_ tag: Tag, of record: RecordCase, _ log: inout DefectLog) {
        var next = record.first(tag)
        while let field = next {
            judgeFixedField(field, of: record, &log)
            next = record.next(after: field)
        }
    }

    /// Not inlined: with this in its loop, the optimizer of Swift 6.3.1 breaks off ("cannot get borrow introducers").
    @inline(never)
    private func judgeFixedField(_ field: FieldView, of record: RecordCase, _ log: inout DefectLog) {
        let form = record.norms.fixedFields.pointee.form(of: field.tag, startingWith: field.value.first ?? 0)
        if let form, field.tag == "007" || field.value.count == form.pointee.lengths.0 {
            judge(field, as: form, of: record, &log)
        }
    }

    private func judge(
        _ field: FieldView, as form: UnsafePointer<FixedFieldForm>, of record: RecordCase, _ log: inout DefectLog
    ) {
        form.pointee.forEachFault(in: field.value) { element, fault in
            let element = ElementCase(record, field, form, element, fault)
            for rule in book.rules(element.departure) { rule.judge(element, log: &log) }
        }
    }

    private func judge(_ field: FieldView, of record: RecordCase, _ log: inout DefectLog) {
        let number = TagNumber.of(field.tag)
        let judged = number == 880 ? Self.linkedNumber(field) ?? 880 : number
        let norm = record.norms.field(judged)
        let (codes, repeated) = Self.codes(of: field)
        let own = record.norms.field(number)
        let fits =
            skipsWhatFits && norm.pointee.standing == .current
            && !(own.pointee.isSingle && record.places.count(number) > 1)
            && (field.tag.isControl || Self.contentFits(field, norm, codes, repeated))
        // An 880 is shown to the rules for the field that it stands for, too.
        let rules = book.rules(number, codes)
        let linkedRules = judged == number ? nil : book.rules(judged, codes)
        if fits && rules.isEmpty && linkedRules?.isEmpty ?? true { return }
        let parts = FieldCase.Parts(
            record: record, field: field, number: number,
            judgedTag: judged == number ? field.tag : TagNumber.tag(judged), norm: norm, codes: codes,
            repeatedCodes: repeated)
        withUnsafePointer(to: parts) { shown in
            if !fits {
                for rule in book.definitionRules { rule.judge(FieldCase(shown), log: &log) }
            }
            for entry in rules where entry.concerns(codes) { book.fieldRules.judge(entry.rule, shown, log: &log) }
            guard let linkedRules else { return }
            for entry in linkedRules where entry.concerns(codes) && !rules.contains(where: { $0.rule == entry.rule }) {
                book.fieldRules.judge(entry.rule, shown, log: &log)
            }
        }
    }

    /// Whether indicators and subfields are as the norm has them.
    @inline(__always)
    private static func contentFits(
        _ field: FieldView, _ norm: UnsafePointer<FieldNorm>, _ codes: ASCIISet, _ repeated: ASCIISet
    ) -> Bool {
        norm.pointee.indicator1.contains(field.indicator1) && norm.pointee.indicator2.contains(field.indicator2)
            && codes.isSubset(of: norm.pointee.subfields) && repeated.isDisjoint(with: norm.pointee.singleSubfields)
    }

    @inline(__always)
    private static func codes(of field: FieldView) -> (all: ASCIISet, repeated: ASCIISet) {
        var (all, repeated) = (ASCIISet(), ASCIISet())
        let subfields = field.subfields
        for index in 0..<subfields.count {
            let code = subfields.code(at: index)
            if all.contains(code) { repeated.insert(code) }
            all.insert(code)
        }
        return (all, repeated)
    }

    /// The number of the tag that $6 of an 880 names; nil where it names none.
    private static func linkedNumber(_ field: FieldView) -> Int? {
        guard let link = field.subfield("6").flatMap({ LinkageSubfield($0.slice(0, 6)) }) else { return nil }
        let number = TagNumber.of(Tag(rawValue: link.tag))
        return number == TagNumber.other || number < 10 ? nil : number
    }
}
