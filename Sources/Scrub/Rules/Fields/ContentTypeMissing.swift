internal import MARC
internal import MARC21
internal import Update

/// 336, 337 or 338 that a record described by RDA in English lacks, where the rest of the record says what they are.
enum ContentTypeMissing: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "rda-types"

    static func apply(to work: inout ScrubWork) {
        guard RecordKind(leaderType: work.record.leader.type) == .bibliographic,
            work.record.withView({ Wording($0).isEnglishRDA })
        else { return }
        // A record with the medium in 245 $h is a hybrid, for whose types a cataloguer is needed.
        if work.record.withView({ view in view.fields.contains { $0.tag == "245" && $0.subfield("h") != nil } }) {
            return
        }
        for type in work.record.withView({ missing(in: $0) }) { add(type, &work) }
    }

    private struct TypeField {
        let tag: Tag
        let source: String
        let list: CodeList
        let code: String
    }

    private static func missing(in view: RecordView) -> [TypeField] {
        let carrier = view.first("338") == nil ? carrier(of: view) : nil
        let given = view.first("338").flatMap { $0.subfield("b") }.map { String(decoding: $0, as: UTF8.self) }
        var types: [TypeField] = []
        if view.first("336") == nil, let code = content(ofType: view.leader.type) {
            types.append(TypeField(tag: "336", source: "rdacontent", list: .contentTypes, code: code))
        }
        if view.first("337") == nil, let letter = (carrier ?? given)?.utf8.first,
            let code = RDAAgreement.rules.media(ofCarrier: letter)
        {
            let code = String(UnicodeScalar(code))
            types.append(TypeField(tag: "337", source: "rdamedia", list: .mediaTypes, code: code))
        }
        if let carrier {
            types.append(TypeField(tag: "338", source: "rdacarrier", list: .carrierTypes, code: carrier))
        }
        return types
    }

    /// The types of records that have one content type: text, music, maps, sounds.
    private static func content(ofType type: UInt8) -> String? {
        switch Unicode.Scalar(type) {
        case "a", "t": "txt"
        case "c", "d": "ntm"
        case "i": "spw"
        case "j": "prm"
        default: nil
        }
    }

    /// Of one carrier only: what 007 names, or a volume where 300 counts pages.
    private static func carrier(of view: RecordView) -> String? {
        let physical = view.fields("007" as TagPattern).map { String(decoding: $0.value.prefix(2), as: UTF8.self) }
        switch physical.count == 1 ? physical.first : nil {
        case "cr": return "cr"
        case "sd": return "sd"
        case "ss": return "ss"
        case "vd": return "vd"
        case "vf": return "vf"
        default: break
        }
        let isText = view.leader.type == UInt8(ascii: "a") || view.leader.type == UInt8(ascii: "t")
        let isPrint = physical.allSatisfy { $0.hasPrefix("t") } && view.fixed("008", 23...23)?.first == 0x20
        let extents = Array(view.fields("300" as TagPattern).map { $0.subfield("a")?.text ?? "" })
        let isVolume = extents.count == 1 && extents.contains { $0.contains(" pages") || $0.contains(" volume") }
        return isText && isPrint && isVolume && view.first("856") == nil ? "nc" : nil
    }

    private static func add(_ type: TypeField, _ work: inout ScrubWork) {
        let term = Array(type.code.utf8).withUnsafeBufferPointer { type.list.label(of: $0) ?? "" }
        guard !term.isEmpty else { return }
        let target = work.record.withView { view in
            view.fields.firstIndex { $0.tag > type.tag && !$0.tag.isControl } ?? view.fields.count
        }
        work.record.appendField(type.tag, " ", " ", [("a", term), ("b", type.code), ("2", type.source)])
        work.record.moveField(work.record.fieldCount - 1, before: target)
        let after = "$a\(term)$b\(type.code)$2\(type.source)"
        work.report(
            code, at: FieldPlace(tag: type.tag, occurrence: 1), after: Array(after.utf8),
            "\(type.tag) is missing in a record described by RDA; the rest of the record says \(term), which was added")
    }

    static let code = DefectCode(
        "scrub.content-type-missing", .info, .repaired,
        what: "A record described by RDA (040 $e) has not the field 336, 337 or 338 that RDA asks for.",
        why: "Displays that choose an icon or a facet by these fields show none.",
        done: """
            The field was added where leader/06, 007 or 300 leave no doubt, in records catalogued in English, as the \
            contributor's profile asks (repairs: [rda-types]).
            """,
        repair: "Add the fields in the library's system.",
        example: "=040  \\\\$aDLC$beng$erda$cDLC\n=300  \\\\$aix, 250 pages ;$c23 cm")
}
