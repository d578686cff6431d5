import MARC
import TestSupport
import Testing

@Suite struct RecordEditTests {
    private func edited(_ edit: (inout Record) -> Void) -> [String] {
        var record = Records.record(
            """
            =001  1
            =245  10$aTitle /$cAuthor.
            =500  \\\\$aNote
            =650  \\0$aSubject
            """)
        edit(&record)
        return Records.text(record).split(separator: "\n").dropFirst().map(String.init)
    }

    private let untouched = ["=001  1", "=245  10$aTitle /$cAuthor.", "=500  \\\\$aNote", "=650  \\0$aSubject"]

    @Test func `values, codes, indicators and tags are replaced in their place`() {
        #expect(edited { $0.setControl(0, to: "ocm12".utf8) }[0] == "=001  ocm12")
        #expect(
            edited { $0.setSubfield(0, of: 1, to: "Längerer Titel /".utf8) }[1] == "=245  10$aLängerer Titel /$cAuthor."
        )
        #expect(edited { $0.setCode(of: 1, of: 1, to: UInt8(ascii: "b")) }[1] == "=245  10$aTitle /$bAuthor.")
        #expect(edited { $0.setIndicator1(of: 1, to: 0x20) }[1] == "=245  \\0$aTitle /$cAuthor.")
        #expect(edited { $0.setIndicator2(of: 1, to: UInt8(ascii: "4")) }[1] == "=245  14$aTitle /$cAuthor.")
        #expect(edited { $0.setTag(of: 2, to: "520") }[2] == "=520  \\\\$aNote")
    }

    @Test func `subfields are inserted and removed`() {
        #expect(
            edited { $0.insertSubfield(UInt8(ascii: "b"), "rest".utf8, at: 1, of: 1) }[1]
                == "=245  10$aTitle /$brest$cAuthor.")
        #expect(
            edited { $0.insertSubfield(UInt8(ascii: "6"), "880-01".utf8, at: 0, of: 1) }[1]
                == "=245  10$6880-01$aTitle /$cAuthor.")
        #expect(edited { $0.removeSubfield(0, of: 1) }[1] == "=245  10$cAuthor.")
        #expect(edited { $0.removeSubfield(0, of: 2) }[2...] == ["=500  \\\\", "=650  \\0$aSubject"])
    }

    @Test func `fields are removed and moved`() {
        #expect(edited { $0.removeField(1) } == [untouched[0], untouched[2], untouched[3]])
        #expect(edited { $0.removeFields { $0.tag == "500" || $0.tag.isControl } } == [untouched[1], untouched[3]])
        #expect(edited { $0.moveField(3, before: 1) } == [untouched[0], untouched[3], untouched[1], untouched[2]])
        #expect(edited { $0.moveField(0, before: 4) } == [untouched[1], untouched[2], untouched[3], untouched[0]])
    }

    @Test func `an index outside the record changes nothing`() {
        let nothing = edited { record in
            for field in [-1, 4, 99] {
                record.setControl(field, to: [])
                record.setTag(of: field, to: "999")
                record.setIndicator1(of: field, to: 0)
                record.setIndicator2(of: field, to: 0)
                record.setSubfield(0, of: field, to: [])
                record.removeField(field)
                record.moveField(field, before: 0)
                record.removeSubfield(0, of: field)
                record.insertSubfield(0, [], at: 0, of: field)
            }
            record.setSubfield(2, of: 1, to: [])
            record.setCode(of: -1, of: 1, to: 0)
            record.removeSubfield(2, of: 1)
            record.insertSubfield(0, [], at: 3, of: 1)
            record.moveField(1, before: 5)
        }
        #expect(nothing == untouched)
    }

    @Test func `a record is made anew in the memory of another`() {
        var record = Records.record("=001  old\n=245  10$aOld")
        record.removeAll()
        #expect(record.fieldCount == 0)
        record.appendControl("001", "new".utf8)
        record.appendField("245", "1", "0", [("a", "New /"), ("c", "Author.")])
        #expect(Records.text(record) == "=LDR  00000nam\\a2200000\\\\\\4500\n=001  new\n=245  10$aNew /$cAuthor.")
    }

    @Test func `text is known to be UTF-8 or not, before and after edits`() {
        var record = Records.record("=001  1\n=245  10$aÉlan vital$cŒuvre")
        #expect(record.withView { $0.isValidUTF8 })
        record.setSubfield(0, of: 1, to: [0x41, 0xC3])
        record.setSubfield(1, of: 1, to: [0xA9, 0x42])
        #expect(record.withView { $0.isValidUTF8 } == false)
        record.setSubfield(0, of: 1, to: [0x41])
        #expect(record.withView { $0.isValidUTF8 } == false)
        record.setSubfield(1, of: 1, to: [0x42])
        #expect(record.withView { $0.isValidUTF8 })
        record.setControl(0, to: [0xFF])
        #expect(record.withView { $0.isValidUTF8 } == false)
    }
}
