internal import MARC
internal import MARC21
internal import Update

/// 007 that is too long by blanks or fill characters, or too short by what its category has at the end.
enum PhysicalDescriptionLength: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "physical-description-length"

    static func apply(to work: inout ScrubWork) {
        let format = Format.bibliographic
        work.rewrite(code) { value, text in
            guard value.field.tag == "007", let category = value.bytes.first,
                let shape = format.controlField(("007" as Tag).rawValue)?.variant(first: category),
                let length = shape.length, value.bytes.count != length, value.bytes.count != shape.otherLength,
                let repaired = repaired(Array(value.bytes), to: length, shape)
            else { return nil }
            text = repaired
            return
                "007 of category \(Bytes.display([category])) has \(value.bytes.count) characters, expected \(length); "
                + (value.bytes.count > length ? "what is empty at its end was left out" : "filled up by |")
        }
    }

    private static func repaired(_ value: [UInt8], to length: Int, _ shape: FixedFieldVariant) -> [UInt8]? {
        if value.count > length {
            let surplus = value[length...]
            guard surplus.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "|") }) else { return nil }
            return Array(value[..<length])
        }
        // No attempt to code: says nothing that the record did not say. Only where every character that is there, and
        // the fill characters, are valid.
        guard value.count >= 2 else { return nil }
        let filled = value + Array(repeating: UInt8(ascii: "|"), count: length - value.count)
        let isValid = filled.withUnsafeBufferPointer { bytes in
            shape.layout.positions.allSatisfy { shape.layout.fault(at: $0, in: bytes) == nil }
        }
        return isValid ? filled : nil
    }

    static let code = DefectCode(
        "scrub.physical-description-length", .info, .repaired,
        what: "Field 007 has more or fewer characters than its category of material has positions.",
        why: "Programs that read the field by position may refuse the record or show the wrong format.",
        done: """
            Blanks and fill characters beyond the length were left out; positions missing at the end were filled by | (no \
            attempt to code), as the contributor's profile asks (repairs: [physical-description-length]).
            """,
        repair: "Code the missing positions in the library's system.",
        example: "=007  vf\\cb")
}
