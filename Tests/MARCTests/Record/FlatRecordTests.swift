import TestSupport
import Testing

@testable import MARC

@Suite struct FlatRecordTests {
    private let text = """
        =LDR  00000cas\\a2200000\\a\\4500
        =001  1
        =245  10$aÉlan$b
        =FMT  BK
        =500  \\\\$aNote$5X
        """

    private func flat(_ record: Record) -> [UInt8] { record.withView { flat($0) } }

    private func flat(_ view: RecordView) -> [UInt8] {
        var output: [UInt8] = []
        FlatRecord.append(view, to: &output)
        return output
    }

    /// A record without faults, written as ISO 2709 and read.
    private func read() throws -> Record {
        let text = """
            =LDR  00000cas\\a2200000\\a\\4500
            =001  1
            =245  10$aÉlan$bTitle
            =500  \\\\$aNote$5X
            """
        var (bytes, record, faults) = ([UInt8](), Record(), [ReadFault]())
        try Records.record(text).withView { try ISO2709Writer.append($0, to: &bytes) }
        bytes.withUnsafeBufferPointer { ISO2709Decoder.decode($0, into: &record, faults: &faults) }
        return record
    }

    /// Shows `bytes` from memory that is aligned to 8 bytes.
    private func view<Result>(_ bytes: [UInt8], isTrusted: Bool = false, _ body: (RecordView?) -> Result) -> Result {
        withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 8) { memory in
            memory.copyBytes(from: bytes)
            let bytes = ByteView(memory.bindMemory(to: UInt8.self))
            return FlatRecord.withView(bytes, isTrusted: isTrusted) { body($0) } ?? body(nil)
        }
    }

    @Test func `a record comes back from its flat form`() {
        let record = Records.record(text)
        let bytes = flat(record)
        #expect(bytes.count % 8 == 0)
        #expect(view(bytes) { $0.map { Records.text($0) } } == Records.text(record))
    }

    @Test func `a record as it was read is copied in one go, into the form that it has when put together`() throws {
        let read = try self.read()
        var assigned = Record()
        read.withView { assigned.assign($0) }
        #expect(read.isWhole)
        #expect(!assigned.isWhole)
        #expect(flat(read) == flat(assigned))
        #expect(view(flat(read)) { view in view.map { flat($0) } } == flat(assigned))
    }

    private typealias Edit = @Sendable (inout Record) -> Void

    private static let edits: [Edit] = [
        { $0.setIndicator1(of: 1, to: 0x31) },
        { $0.setIndicator2(of: 1, to: 0x32) },
        { $0.removeField(0) },
        { $0.removeFields { $0.tag == "245" } },
        { $0.moveField(1, before: 0) },
        { $0.setTag(of: 1, to: "246") },
        { $0.setCode(of: 0, of: 1, to: 0x63) },
        { $0.removeSubfield(0, of: 1) },
        { $0.setSubfield(0, of: 1, to: [0x78] as [UInt8]) },
        { $0.setControl(0, to: [0x79] as [UInt8]) },
        { $0.insertSubfield(0x7A, [0x7A] as [UInt8], at: 0, of: 1) },
        { $0.appendControl("009", [0x6E] as [UInt8]) },
        { $0.appendField("999", 0x20, 0x20) },
    ]

    @Test(arguments: edits.indices)
    func `a record that was edited is put together`(number: Int) throws {
        let edit = Self.edits[number]
        var (read, assigned) = (try self.read(), Record())
        read.withView { assigned.assign($0) }
        #expect(read.isWhole)
        edit(&read)
        edit(&assigned)
        #expect(!read.isWhole)
        #expect(flat(read) == flat(assigned))
    }

    @Test func `an edited record leaves nothing of what it replaced`() {
        var record = Records.record(text)
        let before = flat(record).count
        record.setSubfield(0, of: 1, to: String(repeating: "x", count: 1_000).utf8)
        record.setSubfield(0, of: 1, to: "Élan".utf8)
        #expect(flat(record).count == before)
        #expect(view(flat(record)) { $0.map { Records.text($0) } } == Records.text(Records.record(text)))
    }

    @Test func `the data are the body of an ISO 2709 record`() throws {
        var record = Record()
        var faults: [ReadFault] = []
        let bytes = try small()
        bytes.withUnsafeBufferPointer { ISO2709Decoder.decode($0, into: &record, faults: &faults) }
        let body = Array(bytes[85...].dropLast())
        #expect(flat(record).contains(body))
    }

    @Test func `flat records follow one another by their lengths`() {
        let record = Records.record(text)
        let two = flat(record) + flat(record)
        let length = two.withUnsafeBufferPointer { FlatRecord.length($0) }
        #expect(length == two.count / 2)
        #expect([UInt8](repeating: 0, count: 48).withUnsafeBufferPointer { FlatRecord.length($0) } == nil)
        #expect(two[..<30].withUnsafeBufferPointer { FlatRecord.length($0) } == nil)
    }

    @Test func `whatever byte is wrong, entries that lead outside are not shown`() {
        let bytes = flat(Records.record(text))
        var generator = SeededRandom(seed: 3)
        for _ in 0..<5_000 {
            var damaged = bytes
            damaged[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            let isRead = view(damaged) { view in view.map { Records.text($0).count >= 0 } ?? true }
            #expect(isRead)
        }
    }
}

/// Fields that lie together are copied whole; those that edits have scattered are put together. Both must come to the same.
@Suite struct FieldBodyTests {
    private let text = """
        =LDR  00000cas\\a2200000\\a\\4500
        =001  1
        =245  10$aÉlan$bTwo /$cThree.
        =FMT  BK
        =500  \\\\$aNote$5X
        =650  \\0$aOne$xTwo$zThree
        """

    /// The same record from its parts, none of which lie together.
    private func scattered(_ record: Record) -> Record {
        var copy = Record()
        copy.leader = record.leader
        record.withView { view in
            for field in view.fields {
                if field.tag.isControl {
                    copy.appendControl(field.tag, field.value)
                    continue
                }
                copy.appendField(field.tag, field.indicator1, field.indicator2)
                for subfield in field.subfields { copy.appendSubfield(subfield.code, subfield.value) }
            }
        }
        return copy
    }

    private func written(_ record: Record) -> (flat: [UInt8], iso2709: [UInt8]) {
        var (flat, iso2709): ([UInt8], [UInt8]) = ([], [])
        record.withView { view in
            FlatRecord.append(view, to: &flat)
            try? ISO2709Writer.append(view, to: &iso2709)
        }
        return (flat, iso2709)
    }

    private func edit(_ record: inout Record, _ generator: inout SeededRandom) {
        let (field, subfield) = (Int.random(in: 0..<6, using: &generator), Int.random(in: 0..<3, using: &generator))
        switch Int.random(in: 0..<9, using: &generator) {
        case 0: record.setSubfield(subfield, of: field, to: "neu".utf8)
        case 1: record.setIndicator1(of: field, to: [0, 0x20, 0x31].randomElement(using: &generator) ?? 0)
        case 2: record.setIndicator2(of: field, to: [0, 0x20, 0x31].randomElement(using: &generator) ?? 0)
        case 3: record.setCode(of: subfield, of: field, to: UInt8(ascii: "q"))
        case 4: record.removeSubfield(subfield, of: field)
        case 5: record.insertSubfield(UInt8(ascii: "x"), "put in".utf8, at: subfield, of: field)
        case 6: record.setTag(of: field, to: "246")
        case 7: record.moveField(field, before: 1)
        default: record.setControl(0, to: "another".utf8)
        }
    }

    @Test func `records are written alike whether their fields lie together or not, after any edits`() throws {
        let sound = written(Records.record(text)).iso2709
        var generator = SeededRandom(seed: 20)
        for _ in 0..<3_000 {
            var record = Record()
            var faults: [ReadFault] = []
            sound.withUnsafeBufferPointer { ISO2709Decoder.decode($0, into: &record, faults: &faults) }
            for _ in 0..<Int.random(in: 0...4, using: &generator) { edit(&record, &generator) }
            let (together, apart) = (written(record), written(scattered(record)))
            let isSame = together == apart
            #expect(isSame, "\(Records.text(record))")
        }
    }

    @Test func `fields of a record as read are copied whole, and those that were edited are not`() throws {
        let sound = written(Records.record(text)).iso2709
        var record = Record()
        var faults: [ReadFault] = []
        sound.withUnsafeBufferPointer { ISO2709Decoder.decode($0, into: &record, faults: &faults) }
        record.setIndicator1(of: 1, to: 0x30)
        record.setSubfield(0, of: 3, to: "Notes".utf8)
        #expect(record.withView { view in view.fields.map { $0.body != nil } } == [true, false, false, false, true])
    }
}

@Suite struct LeaderAndTagTests {
    @Test func `a leader has 24 bytes whatever it is made of`() {
        #expect(Leader("00123nam".utf8).array == Array("00123nam                ".utf8))
        #expect(Leader(Array(repeating: 0x41, count: 30)).array.count == 24)
        #expect(String(decoding: Leader().array, as: UTF8.self) == "00000nam a2200000   4500")
        #expect(Leader()[24] == 0x20)
        #expect(Leader()[-1] == 0x20)
        #expect(Leader("00000dam".utf8).isDeleted)
    }

    @Test func `tags compare, tell control fields and are shown whatever they hold`() {
        #expect(MARC.Tag(String("245")) == "245")
        #expect(MARC.Tag(String("24")) == nil)
        let (control, data, local): (MARC.Tag, MARC.Tag, MARC.Tag) = ("008", "010", "LKR")
        #expect(control.isControl && !data.isControl && !local.isControl)
        #expect(control < data && data < local)
        #expect(local.isWellFormed && !local.isNumeric)
        #expect(MARC.Tag(0x1E, 0x32, 0xFF).description == "\\x1E2\\xFF")
        #expect(!MARC.Tag(0x20, 0x32, 0x33).isWellFormed)
    }

    @Test func `patterns match any character where they have an X`() {
        let pattern: TagPattern = "6XX"
        #expect(pattern.matches("650") && pattern.matches("6AB") && !pattern.matches("700"))
        let (short, whole) = (String("59"), String("856"))
        #expect(TagPattern(short) == nil)
        #expect(TagPattern(whole)?.matches("856") == true)
    }

    @Test func `bytes are shown so that nothing is hidden`() {
        #expect(Bytes.display([0x41, 0x1F, 0xC3, 0xA9, 0xC3, 0x42, 0x7F]) == "A\\x1Fé\\xC3B\\x7F")
        #expect(Bytes.display(Array("abcdef".utf8), limit: 3) == "abc…")
        #expect(Bytes.display([0xED, 0xA0, 0x80]) == "\\xED\\xA0\\x80")
        #expect(Bytes.display([0xF0, 0x9F, 0x98, 0x80]) == "😀")
    }
}
