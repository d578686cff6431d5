internal import MARC

/// Control numbers by their form: what stands before the first digit, then `#` for all the rest: `ocm#`, `(OCoLC)#`, `#`.
/// A library that moves to another system, or to another scheme of numbers, shows in it.
struct NumberForms: Sendable {
    /// A form of at most 16 bytes, padded with NUL.
    private struct Form: Hashable, Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0

        init(_ number: ByteView) {
            for (index, byte) in number.enumerated() {
                if index == 15 || byte &- 0x30 < 10 {
                    append(UInt8(ascii: "#"), at: index)
                    return
                }
                append(byte, at: index)
            }
        }

        private mutating func append(_ byte: UInt8, at index: Int) {
            if index < 8 {
                low |= UInt64(byte) << UInt64(index * 8)
            } else {
                high |= UInt64(byte) << UInt64(index * 8 - 64)
            }
        }

        var name: String {
            let bytes = (0..<16).map { index in
                UInt8(truncatingIfNeeded: (index < 8 ? low : high) >> UInt64(index % 8 * 8))
            }
            return Bytes.display(bytes.prefix { $0 != 0 })
        }
    }

    /// Forms that are told apart; what comes after them is `others`.
    private static let limit = 64
    private var counts: [Form: Int] = [:]
    private var others = 0

    mutating func count(_ number: ByteView) { if !number.isEmpty { add(Form(number), 1) } }

    /// Adds the forms of a later part of the submission.
    mutating func add(_ later: NumberForms) {
        // In the order of their names, so that the limit falls on the same ones every time.
        for (form, count) in later.counts.sorted(by: { ($0.key.low, $0.key.high) < ($1.key.low, $1.key.high) }) {
            add(form, count)
        }
        others += later.others
    }

    private mutating func add(_ form: Form, _ count: Int) {
        if counts[form] != nil || counts.count < Self.limit {
            counts[form, default: 0] += count
        } else {
            others += count
        }
    }

    /// Records by the form's name; those beyond the limit as `other forms`.
    var byName: [String: Int] {
        var named: [String: Int] = others > 0 ? ["other forms": others] : [:]
        for (form, count) in counts { named[form.name, default: 0] += count }
        return named
    }
}
