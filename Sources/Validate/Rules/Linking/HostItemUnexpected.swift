internal import MARC
internal import MARC21
public import Update

/// A host with the place of the part in it, in a record whose leader says that it is a work of its own. Parts of
/// sets and e-books of a package are let be.
///
/// Source: MARC 21 Format for Bibliographic Data, leader/07, 773.
public struct HostItemUnexpected: FieldRule {
    public static let code = DefectCode(
        "validate.host-item-unexpected", .info, .noted,
        what:
            "Field 773 says where in another title this one stands, and the leader says that it is a work of its own.",
        why: "An article is shown as a book.",
        done: "The field is kept as it is.",
        repair: "Set leader/07 to a where the record is about an article or chapter.",
        example: "=773  0\\$tHost title$gVol. 2 (1990), p. 1-10$w(OCoLC)1")
    public static let codes = [code]

    var tags: [TagPattern] { ["773"] }
    var subfields: ASCIISet { "g" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let leader = field.record.view.leader
        guard leader.level == UInt8(ascii: "m"), leader[19] == 0x20, field.field.indicator2 != UInt8(ascii: "8"),
            field.isFirstOfItsTag, let place = field.first("g")
        else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "g")), before: place,
            "773 gives the place in a host (\(Bytes.display(place, limit: 60))), and leader/07 is 'm'; set it to a for an article or chapter"
        )
    }
}
