public import MARC
@_spi(Scrub) @_spi(Validate) public import Update

/// A record as validate would leave it, in a few words.
public struct SampleRecord: Sendable {
    /// Empty for a record that cannot be identified.
    public var control: String
    public var title: String
    public var author = "Holberg, Ludvig, 1684-1754"
    public var subjects = ["Comedies", "Danish drama"]
    public var isbn: String?
    /// The digits of an OCLC number.
    public var oclc: String?
    /// Leader/17.
    public var level = UInt8(ascii: " ")
    /// 852 $a $b $h $p, as many as there are.
    public var holdings: [(library: String, location: String, callNumber: String, barcode: String)] = []
    public var kind = RecordKind.bibliographic
    /// 004 of a holdings record.
    public var belongsTo: String?
    public var disposition = Disposition.passed
    public var intent = Intent.keep
    public var note = ""
    /// Further fields at the end of the record: a tag, the second indicator, codes with their values.
    public var fields: [(tag: Tag, indicator: Unicode.Scalar, subfields: KeyValuePairs<Unicode.Scalar, String>)] = []

    public init(_ control: String, _ title: String) {
        self.control = control
        self.title = title
    }

    /// The record with something changed.
    public func with(_ change: (inout SampleRecord) -> Void) -> SampleRecord {
        var copy = self
        change(&copy)
        return copy
    }

    /// A record to be deleted.
    public static func delete(_ control: String) -> SampleRecord {
        SampleRecord(control, "").with { $0.intent = .delete }
    }

    public var record: Record {
        var record = Record()
        if kind == .holdings { record.leader[6] = UInt8(ascii: "x") }
        record.leader[9] = UInt8(ascii: "a")
        record.leader[17] = level
        if intent == .delete { record.leader[5] = UInt8(ascii: "d") }
        if !control.isEmpty { record.appendControl("001", Array(control.utf8)) }
        if let belongsTo { record.appendControl("004", Array(belongsTo.utf8)) }
        if intent == .delete { return record }
        if let isbn { record.appendField("020", " ", " ", [("a", isbn)]) }
        if let oclc { record.appendField("035", " ", " ", [("a", "(OCoLC)" + oclc)]) }
        record.appendField("100", "1", " ", [("a", author), ("e", "author")])
        record.appendField("245", "1", "0", [("a", title + " /"), ("c", "by " + author)])
        for subject in subjects { record.appendField("650", " ", "0", [("a", subject), ("0", "(uri)x")]) }
        if !note.isEmpty { record.appendField("500", " ", " ", [("a", note)]) }
        for holding in holdings {
            record.appendField(
                "852", " ", " ",
                [("a", holding.library), ("b", holding.location), ("h", holding.callNumber), ("p", holding.barcode)])
        }
        for field in fields {
            record.appendField(field.tag, " ", field.indicator, field.subfields.map { ($0.key, $0.value) })
        }
        return record
    }

    public var verdict: Verdict {
        var verdict = Verdict(disposition: disposition, intent: intent, kind: kind)
        if !control.isEmpty { verdict.addKey(.control, Array(control.utf8)) }
        if let isbn { verdict.addKey(.isbn, Array(isbn.utf8)) }
        if let oclc { verdict.addKey(.oclc, Array(oclc.utf8)) }
        return verdict
    }
}
