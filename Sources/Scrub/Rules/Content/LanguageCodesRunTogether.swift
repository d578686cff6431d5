internal import MARC
internal import MARC21
internal import Update

/// 041 with several language codes in one subfield: `engfre`.
enum LanguageCodesRunTogether: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .field041

    static func apply(to work: inout ScrubWork) {
        let all = work.subfields { value in
            value.field.tag == "041" && value.field.indicator2 != UInt8(ascii: "7") && isList(value.bytes)
                && (value.code.map(ByteContext.isLower) ?? false)
        }
        for found in all {
            work.report(
                code, at: found.place, before: found.value, after: shown(found),
                "\(found.name) holds \(Count.of(found.value.count / 3, "language code")) in one; each was given a subfield of "
                    + "its own")
        }
        for found in all.reversed() { split(found, &work) }
    }

    /// Two or more codes of three letters, all of them in the list.
    private static func isList(_ value: ByteView) -> Bool {
        guard value.count > 3, value.count % 3 == 0 else { return false }
        return stride(from: 0, to: value.count, by: 3).allSatisfy {
            CodeList.languages.entry(value.slice($0, 3)) != nil
        }
    }

    private static func split(_ found: SubfieldPlace, _ work: inout ScrubWork) {
        work.record.setSubfield(found.subfield, of: found.field, to: found.value[..<3])
        for (index, start) in stride(from: 3, to: found.value.count, by: 3).enumerated() {
            work.record.insertSubfield(
                found.place.subfield ?? UInt8(ascii: "a"), found.value[start..<(start + 3)],
                at: found.subfield + 1 + index, of: found.field)
        }
    }

    private static func shown(_ found: SubfieldPlace) -> [UInt8] {
        stride(from: 0, to: found.value.count, by: 3).flatMap {
            [UInt8(ascii: "$"), found.place.subfield ?? UInt8(ascii: "a")] + found.value[$0..<($0 + 3)]
        }
    }

    static let code = DefectCode(
        "scrub.language-codes-run-together", .minor, .repaired,
        what: "A subfield of 041 holds several language codes one after another, as records had them before 2001.",
        why: "Patrons who limit a search to a language do not find the title.",
        done: "Each code was given a subfield of its own; every one of them is in the code list.",
        repair: "Split the codes in the library's system: $aeng$afre.",
        example: "=041  0\\$aengfre")
}
