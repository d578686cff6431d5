import MARC
import TestSupport
import Testing

/// Records of which one thing is wrong: every field comes out and one fault says what it was.
@Suite struct ISO2709RecoveryTests {
    static let lines = smallText.split(separator: "\n").dropFirst().map(String.init)

    @Test(arguments: ["00001", "99999", "ABCDE", "     "])
    func `a wrong record length`(length: String) throws {
        let (record, faults) = decode(Array(length.utf8) + (try small().dropFirst(5)))
        #expect(
            faults == [
                ReadFault(.recordLengthWrong, offset: 0, found: length.utf8, expected: "\(try small().count)")
            ])
        #expect(fieldLines(record) == Self.lines)
    }

    @Test(arguments: ["00000", "00020", "99999", "X0061", "00086"])
    func `a wrong base address`(base: String) throws {
        var bytes = try small()
        bytes.replaceSubrange(12..<17, with: Array(base.utf8))
        let (record, faults) = decode(bytes)
        #expect(faults == [ReadFault(.baseAddressWrong, offset: 12, found: base.utf8, expected: "85")])
        #expect(fieldLines(record) == Self.lines)
    }

    @Test func `lengths counted in characters are one fault, not one a field`() throws {
        let text = smallText.replacing("The title", with: "Élan vital à Orléans").replacing("First", with: "Été")
        let bytes = try encode(text)
        var counted = bytes
        // The writer of such a file counts é as one byte: 245 is 3 shorter, the next ones start 3 or 5 bytes early.
        for (place, entry) in [(48, "245004500033"), (60, "650001600078"), (72, "650001900094")] {
            counted.replaceSubrange(place..<(place + 12), with: Array(entry.utf8))
        }
        let (record, faults) = decode(counted)
        #expect(faults.map(\.kind) == [.directoryEntryWrong])
        #expect(faults[0].tag == "245")
        #expect(faults[0].expected == "3 of 5 entries")
        #expect(fieldLines(record) == text.split(separator: "\n").dropFirst().map(String.init))
    }

    @Test func `an entry that is no number`() throws {
        var bytes = try small()
        bytes.replaceSubrange(51..<55, with: Array("0X31".utf8))
        let (record, faults) = decode(bytes)
        #expect(faults.map(\.kind) == [.directoryDamaged])
        #expect(faults[0].tag == "245")
        #expect(faults[0].offset == 48)
        #expect(fieldLines(record) == Self.lines)
    }

    @Test(arguments: [30, 41, 50, 59, 70, 80])
    func `a byte too few in the directory`(place: Int) throws {
        var bytes = try small()
        bytes.remove(at: place)
        let (record, faults) = decode(bytes)
        #expect(faults.map(\.kind).contains(.directoryDamaged))
        // The tag of the entry that lost a byte may be lost with it; its data and all other fields are there.
        #expect(fieldLines(record).map { $0.dropFirst(4) } == Self.lines.map { $0.dropFirst(4) })
    }

    @Test func `a byte too many in the directory`() throws {
        var bytes = try small()
        bytes.insert(0x30, at: 55)
        let (record, faults) = decode(bytes)
        #expect(faults.map(\.kind) == [.baseAddressWrong, .directoryDamaged, .recordLengthWrong])
        #expect(fieldLines(record) == Self.lines)
    }

    @Test func `a field that is gone while its entry stayed`() throws {
        let bytes = try small().replacing("ocm01234567\u{1E}", with: "")
        let (record, faults) = decode(bytes)
        #expect(faults.map(\.kind) == [.recordLengthWrong, .directoryEntryWrong])
        #expect(faults[1].expected == "5 of 5 entries")
        #expect(fieldLines(record) == Array(Self.lines.dropFirst()))
    }

    @Test func `bytes that belong to no entry are reported`() throws {
        let bytes = try small().replacing(
            "\u{1E} 0\u{1F}aSecond", with: "\u{1E}  \u{1F}aLost field\u{1E} 0\u{1F}aSecond")
        let (record, faults) = decode(bytes)
        #expect(faults.map(\.kind) == [.recordLengthWrong, .directoryEntryWrong, .directoryOverlap])
        #expect(faults[2].expected == "15 bytes belong to no entry")
        #expect(Bytes.display(faults[2].found) == "  \\x1FaLost field")
        #expect(fieldLines(record) == Self.lines)
    }

    @Test func `two entries for the same bytes`() throws {
        var bytes = try small()
        bytes.replaceSubrange(75..<84, with: Array(bytes[63..<72]))
        let (record, faults) = decode(bytes)
        #expect(faults.map(\.kind) == [.directoryOverlap])
        #expect(fieldLines(record)[3] == fieldLines(record)[4])
    }

    @Test func `a field terminator overwritten`() throws {
        let bytes = try small().replacing("\u{1E} 0\u{1F}aFirst", with: "  0\u{1F}aFirst")
        let (record, faults) = decode(bytes)
        #expect(faults == [ReadFault(.fieldTerminatorMissing, offset: 143, tag: "245", expected: "1E hex")])
        #expect(fieldLines(record) == Self.lines)
    }

    @Test func `a field terminator lost`() throws {
        let bytes = try small().replacing("\u{1E} 0\u{1F}aFirst", with: " 0\u{1F}aFirst")
        let (record, faults) = decode(bytes)
        #expect(faults.map(\.kind) == [.recordLengthWrong, .directoryEntryWrong, .fieldTerminatorMissing])
        #expect(fieldLines(record) == Self.lines)
    }

    @Test func `every terminator in the body overwritten`() throws {
        var bytes = try small()
        for place in 85..<(bytes.count - 1) where bytes[place] == 0x1E { bytes[place] = UInt8(ascii: "^") }
        let (record, faults) = decode(bytes)
        #expect(Set(faults.map(\.kind)) == [.fieldTerminatorMissing, .recordTerminatorMissing])
        #expect(fieldLines(record) == Self.lines)
    }

    @Test func `the record terminator missing`() throws {
        let (record, faults) = decode(try small().dropLast())
        #expect(faults.map(\.kind) == [.recordTerminatorMissing])
        #expect(fieldLines(record) == Self.lines)
    }

    @Test func `a line end in the record terminator's place`() throws {
        let (record, faults) = decode(try small().dropLast() + [0x0D, 0x0A])
        #expect(faults.map(\.kind) == [.recordTerminatorMissing])
        #expect(fieldLines(record) == Self.lines)
    }

    @Test func `a record that breaks off keeps what there is`() throws {
        let bytes = try small()
        let (record, faults) = decode(Array(bytes.prefix(bytes.count - 30)))
        #expect(faults.map(\.kind) == [.recordTruncated])
        #expect(faults[0].expected == "\(bytes.count) bytes")
        #expect(fieldLines(record).prefix(3) == Self.lines.prefix(3))
        #expect(fieldLines(record)[3] == "=650  \\0$aFirs")
    }

    @Test(arguments: [("n", ""), ("nam", "naam"), ("nam a", "nam \u{FFFD}a"), ("   4500", "  4500")])
    func `a leader of another length`(change: (String, String)) throws {
        let (record, faults) = decode(try small().replacing(change.0, with: change.1))
        #expect(faults.map(\.kind) == [.leaderDamaged, .recordLengthWrong])
        #expect(fieldLines(record) == Self.lines)
        #expect(record.leader.array[10..<12] == [0x32, 0x32])
        #expect(record.leader.array[12..<17] == Array("00085".utf8)[...])
        #expect(record.leader.array[20..<24] == Array("4500".utf8)[...])
    }

    @Test func `a leader with bytes that are not ASCII`() throws {
        var bytes = try small()
        bytes[8] = 0xE9
        #expect(decode(bytes).faults.map(\.kind) == [.leaderDamaged])
        #expect(fieldLines(decode(bytes).record) == Self.lines)
    }

    @Test func `fields of more than 9,999 and records of more than 99,999 bytes`() {
        let text = String(repeating: "x", count: 12_000)
        let bytes = rawRecord((1...10).map { ("50\($0 % 10)", "  \u{1F}a\(text)\($0)\u{1E}") })
        let (record, faults) = decode(bytes)
        #expect(record.fieldCount == 10)
        #expect(faults.map(\.kind).filter { $0 == .fieldTooLong }.count == 10)
        #expect(faults.filter { $0.kind == .recordTooLong }.map(\.expected) == ["\(bytes.count)"])
        record.withView { view in
            #expect(view.fields.map { Int($0.subfield("a")?.text.dropFirst(12_000) ?? "") } == Array(1...10))
        }
    }

    @Test func `a malformed tag`() throws {
        let (record, faults) = decode(rawRecord([("2 5", "10\u{1F}aTitle\u{1E}")]))
        #expect(faults.map(\.kind) == [.tagMalformed])
        #expect(fieldLines(record) == ["=2 5  10$aTitle"])
    }
}

/// What can be wrong inside a field.
@Suite struct ISO2709FieldRecoveryTests {
    private func field(_ body: String, tag: String = "245") -> (line: String, faults: [ReadFault]) {
        let (record, faults) = decode(rawRecord([("001", "1\u{1E}"), (tag, body + "\u{1E}")]))
        return (fieldLines(record).last ?? "", faults)
    }

    @Test func `data before the first delimiter stay as a subfield with code 0`() {
        let (line, faults) = field("10Title\u{1F}csomebody")
        #expect(line == "=245  10Title$csomebody")
        #expect(faults.map(\.kind) == [.delimiterMissing])
        #expect(Bytes.display(faults[0].found) == "Title")
        #expect(faults[0].offset == 49 + 2 + 2)
    }

    @Test func `a field without any delimiter`() {
        #expect(field("10Title").line == "=245  10Title")
        #expect(field("BK", tag: "FMT").line == "=FMT  BK")
        #expect(field("BK", tag: "FMT").faults.map(\.kind) == [.delimiterMissing])
        #expect(field("10").faults.map(\.kind) == [.delimiterMissing])
        #expect(field("").faults.map(\.kind) == [.indicatorCountWrong])
    }

    @Test func `indicators missing, or of several bytes`() {
        #expect(field("\u{1F}aTitle").faults.map(\.kind) == [.indicatorCountWrong])
        #expect(field("\u{1F}aTitle").line == "=245  $aTitle")
        #expect(field("1\u{1F}aTitle").line == "=245  1$aTitle")
        #expect(field("1\0\u{1F}aTitle").faults.map(\.kind) == [.indicatorCountWrong])
        let (line, faults) = field("1\u{A0}\u{1F}aTitle")
        #expect(faults.map(\.kind) == [.indicatorCountWrong])
        #expect(line == "=245  1$aTitle")
    }

    @Test func `delimiters without a code`() {
        for body in ["10\u{1F}\u{1F}aTitle", "10\u{1F}aTitle\u{1F}", "10\u{1F}aTitle\u{1F}\u{1F}"] {
            let (line, faults) = field(body)
            #expect(line == "=245  10$aTitle")
            #expect(faults.map(\.kind) == [.subfieldCodeMissing])
        }
    }

    @Test func `a character of several bytes in the code's place stays whole`() {
        let (line, faults) = field("10\u{1F}aTitle\u{1F}été")
        #expect(line == "=245  10$aTitleété")
        #expect(faults.map(\.kind) == [.subfieldCodeMissing])
    }

    @Test func `a delimiter in a control field`() {
        let (line, faults) = field("\u{1F}av\u{1F}bf", tag: "007")
        #expect(line == "=007  \\x1Fav\\x1Fbf")
        #expect(faults.map(\.kind) == [.delimiterInControlField])
    }
}
