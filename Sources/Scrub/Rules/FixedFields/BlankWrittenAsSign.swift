internal import MARC
internal import MARC21
internal import Update

/// `#`, `-`, `\` or `_` in the leader and the fixed fields where a blank is meant.
enum BlankWrittenAsSign: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "fixed-field-blanks"

    static func apply(to work: inout ScrubWork) {
        work.rewriteElements(code) { element, _ in
            guard !element.isCurrent, element.value.contains(where: isSign) else { return nil }
            // Where the sign is data, as the hyphen in 007/06-08 of microforms, the element is current.
            let value = element.value.map { isSign($0) ? 0x20 : $0 }
            guard element.isCurrent(value) else { return nil }
            return (
                value, "\(element.name) holds \(Bytes.display(element.value)), where a blank is meant; made blank"
            )
        }
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "\\"), UInt8(ascii: "_"): true
        default: false
        }
    }

    static let code = DefectCode(
        "scrub.blank-written-as-sign", .minor, .repaired,
        what: "A position of the leader or a fixed field holds # or -, by which people write a blank on paper.",
        why: "Programs take the sign for an unknown code; limits by audience, form or language may miss the title.",
        done: """
            The sign was made a blank where the element is valid then, as the contributor's profile asks \
            (repairs: [fixed-field-blanks]).
            """,
        repair: "Type a blank in the library's system, or correct the template that holds the sign.",
        example: "=008  930517s1993\\\\\\\\nyua\\\\\\#\\\\\\\\\\\\001\\0\\eng\\d")
}
