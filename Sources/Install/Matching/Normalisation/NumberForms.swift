internal import MARC
internal import MARC21

/// Numbers in the one form in which they are compared. One with a wrong check digit is compared as it stands, for it was
/// copied from record to record like any other.
enum NumberForms {
    /// Appends the normal form of `value`.
    ///
    /// - Returns: whether there is a number; else nothing is appended.
    static func append(_ value: ByteView, _ form: MatchForm, to output: inout [UInt8]) -> Bool {
        switch form {
        case .isbn: appendISBN(value, to: &output)
        case .issn: appendISSN(value, to: &output)
        case .lccn: LCCN.appendNormalForm(of: value, to: &output)
        case .oclc: append(OCLCNumber.inSystemNumber(value), to: &output)
        default: false
        }
    }

    private static func appendISBN(_ value: ByteView, to output: inout [UInt8]) -> Bool {
        guard let isbn = ISBN(scanning: value) else { return false }
        let form = isbn.isValid ? isbn.of13 : isbn
        for index in 0..<form.count { output.append(form.digits[index]) }
        return true
    }

    private static func appendISSN(_ value: ByteView, to output: inout [UInt8]) -> Bool {
        guard let issn = ISSN(scanning: value) else { return false }
        for index in 0..<8 { output.append(issn.digits[index]) }
        return true
    }

    static func append(_ value: ByteView?, to output: inout [UInt8]) -> Bool {
        guard let value else { return false }
        output.append(contentsOf: value)
        return true
    }

    /// The number that the digits of `value` write; nil for none, or one beyond 18 digits.
    static func number(_ value: ByteView) -> Int? {
        guard !value.isEmpty, value.count <= 18 else { return nil }
        var number = 0
        for byte in value {
            guard byte &- 0x30 < 10 else { return nil }
            number = number * 10 + Int(byte &- 0x30)
        }
        return number
    }

    /// Appends the first four digits in `value` that can be a year, 1000 to 2999, and are not part of a longer number.
    ///
    /// `c1998`, `[1998?]` and `1998-2001` give 1998, `[19--]` and `MCMXC` none.
    static func appendYear(_ value: ByteView, to output: inout [UInt8]) -> Bool {
        var start = 0
        while start < value.count {
            var end = start
            while end < value.count, value[end] &- 0x30 < 10 { end += 1 }
            if end - start == 4, value[start] == UInt8(ascii: "1") || value[start] == UInt8(ascii: "2") {
                output.append(contentsOf: value.slice(start, 4))
                return true
            }
            start = max(end, start + 1)
        }
        return false
    }
}

extension NumberForms {
    /// Appends the OCLC number in a control number that bears one of OCLC's prefixes.
    static func appendControlNumber(_ value: ByteView, to output: inout [UInt8]) -> Bool {
        append(OCLCNumber.inControlNumber(value), to: &output)
    }

    /// Adds the OCLC numbers of 035 $a and 001, as numbers.
    static func forEachOCLCNumber(of record: RecordView, _ body: (Int) -> Void) {
        for field in record.fields {
            if field.tag == "001", let digits = OCLCNumber.inControlNumber(field.value), let found = number(digits) {
                body(found)
            } else if field.tag == "035" {
                for subfield in field.subfields where subfield.code == UInt8(ascii: "a") {
                    if let digits = OCLCNumber.inSystemNumber(subfield.value), let found = number(digits) {
                        body(found)
                    }
                }
            }
        }
    }
}
