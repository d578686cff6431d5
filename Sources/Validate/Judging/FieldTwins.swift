internal import MARC
internal import MARC21

/// Fields of one record that say the same.
enum FieldTwins {
    /// Fields of one tag that are compared with each other: beyond that a record is no record that anyone reads.
    private static let reach = 64

    /// Hands each field that an earlier one repeats to `report`, with the earlier one.
    ///
    /// - Parameter agree: whether the indicators of the earlier and of the later field are such as is asked for.
    @inline(__always)
    static func forEach(
        in record: RecordCase, where agree: (FieldView, FieldView) -> Bool, _ report: (FieldView, FieldView) -> Void
    ) {
        guard record.places.hasRepeatedTag else { return }
        let fields = record.view.fields
        for index in 0..<fields.count {
            let later = fields[index]
            let number = TagNumber.of(later.tag)
            guard number >= 10, number != TagNumber.other, record.places.count(number) > 1,
                isCompared(later.tag, in: record)
            else { continue }
            var next = record.places.first(number)
            var compared = 0
            while let place = next, place < index, compared < reach {
                let earlier = fields[place]
                if agree(earlier, later), saySame(earlier, later) {
                    report(earlier, later)
                    break
                }
                compared += 1
                next = record.places.next(place)
            }
        }
    }

    /// Not fields that the format does not define, fields about items and copies, of which each stands for one of its own,
    /// and numbers in 035, of which another rule speaks.
    private static func isCompared(_ tag: Tag, in record: RecordCase) -> Bool {
        switch tag {
        case "035", "541", "561", "562", "563", "583", "852", "853", "854", "855", "863", "864", "865", "866", "867",
            "868",
            "876", "877", "878":
            false
        default: Format.of(record.kind).field(tag.rawValue).map { !$0.isObsolete } ?? false
        }
    }

    /// Whether all subfields are alike. Fields in a chain of $8 may say the same on purpose.
    private static func saySame(_ one: FieldView, _ other: FieldView) -> Bool {
        let (left, right) = (one.subfields, other.subfields)
        guard left.count == right.count, left.count > 0 else { return false }
        for index in 0..<left.count {
            let (first, second) = (left[index], right[index])
            guard first.code == second.code, first.code != UInt8(ascii: "8"), first.value.equals(second.value) else {
                return false
            }
        }
        return true
    }
}
