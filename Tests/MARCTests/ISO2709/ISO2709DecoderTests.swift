import MARC
import TestSupport
import Testing

@Suite struct ISO2709DecoderTests {
    @Test func `reads a sound record without a fault`() throws {
        let (record, faults) = decode(try small())
        #expect(faults == [])
        #expect(fieldLines(record) == smallText.split(separator: "\n").dropFirst().map(String.init))
        #expect(record.leader[5] == UInt8(ascii: "n"))
    }

    @Test func `a record can be read into memory that held another`() throws {
        var record = Records.record("=245  10$aOld$bold\n=246  10$aOld")
        var faults: [ReadFault] = []
        try small().withUnsafeBufferPointer { ISO2709Decoder.decode($0, into: &record, faults: &faults) }
        #expect(record.fieldCount == 5)
        #expect(faults == [])
    }

    @Test func `an entry map that is not of MARC 21 is reported and the record read all the same`() throws {
        let (record, faults) = decode(try small().replacing("   4500", with: "   450 "))
        #expect(faults == [ReadFault(.entryMapWrong, offset: 10, found: "22450 ".utf8, expected: "22 and 4500")])
        #expect(record.fieldCount == 5)
    }

    @Test func `entries in another order than their fields are no fault`() throws {
        let one = try small()
        var swapped = one
        swapped.replaceSubrange(24..<36, with: one[36..<48])
        swapped.replaceSubrange(36..<48, with: one[24..<36])
        let (record, faults) = decode(swapped)
        #expect(faults == [])
        #expect(fieldLines(record).prefix(2) == ["=008  930517s1993\\\\\\\\nyu", "=001  ocm01234567"])
    }

    @Test func `a stray field terminator inside a field that the directory knows stays in its data`() throws {
        let (record, faults) = decode(try small().replacing("First", with: "Fi\u{1E}st"))
        #expect(faults == [])
        #expect(fieldLines(record)[3] == "=650  \\0$aFi\\x1Est subject")
    }

    @Test func `any leader and any 24 bytes make a record`() {
        #expect(decode([]).faults.map(\.kind) == [.leaderDamaged, .recordTruncated])
        #expect(decode(Array("00150nam a2200061   4500".utf8)).faults.map(\.kind) == [.recordTruncated])
        #expect(decode(Array(repeating: 0x1D, count: 30)).record.fieldCount == 0)
    }
}

/// The walk and its plain twin agree: both take a record, with the same content, or neither does.
@Suite struct ISO2709TwinTests {
    static func hold(_ bytes: [UInt8]) {
        let (record, faults) = decode(bytes)
        guard let plain = decodePlainly(bytes) else { return }
        #expect(faults.allSatisfy { $0.kind == .entryMapWrong })
        #expect(Records.text(record) == Records.text(plain))
    }

    @Test func `the walk reads what its plain twin reads`() throws {
        Self.hold(try small())
        #expect(decodePlainly(try small()) != nil)
        #expect(decodePlainly(try small().replacing("14\u{1F}a", with: "14\u{1F}\u{1F}")) == nil)
    }

    @Test(.enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)))
    func `on every real file the walk reads what its plain twin reads`() throws {
        var sound = 0
        for file in Corpus.files(format: "iso2709") where !file.path.hasSuffix(".gz") {
            let bytes = Array(try file.read().prefix(40_000))
            for piece in frame(bytes) where piece.kind == .record {
                let record = Array(bytes[piece.range])
                let (read, faults) = decode(record)
                let plain = decodePlainly(record)
                let isSound = faults.allSatisfy { $0.kind == .entryMapWrong }
                if let plain {
                    sound += 1
                    #expect(isSound && sameContent(read, plain), "\(file.path) at \(piece.range.lowerBound)")
                }
            }
        }
        #expect(sound > 2_000)
    }
}

/// Whether two records have the same leader, tags, indicators, codes and data.
func sameContent(_ left: Record, _ right: Record) -> Bool {
    left.withView { left in
        right.withView { right in
            left.leader == right.leader
                && left.fields.elementsEqual(right.fields) { first, second in
                    first.tag == second.tag && first.indicator1 == second.indicator1
                        && first.indicator2 == second.indicator2
                        && (!first.tag.isControl || first.value.equals(second.value))
                        && first.subfields.elementsEqual(second.subfields) {
                            $0.code == $1.code && $0.value.equals($1.value)
                        }
                }
        }
    }
}
