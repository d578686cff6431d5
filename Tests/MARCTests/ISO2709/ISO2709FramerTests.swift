import MARC
import TestSupport
import Testing

@Suite struct ISO2709FramerTests {
    @Test func `records that follow one another are cut by their lengths`() throws {
        let one = try small()
        let pieces = frame(one + one)
        #expect(
            pieces == [
                FramedPiece(kind: .record, range: 0..<one.count),
                FramedPiece(kind: .record, range: one.count..<(2 * one.count)),
            ])
    }

    @Test func `line ends, zero bytes, blanks and 1A hex between records are filler`() throws {
        let one = try small()
        let file = Array("\u{FEFF}".utf8) + one + [0x0D, 0x0A] + one + [0x20, 0x00, 0x1D] + one + [0x1A]
        #expect(frame(file).map(\.kind) == [.filler, .record, .filler, .record, .filler, .record, .filler])
        #expect(frame(file)[2].range.count == 2)
    }

    @Test(arguments: ["00001", "99999", "00150", "     ", "ABCDE", "\0\0\0\0\0"])
    func `a wrong record length costs no neighbour`(length: String) throws {
        let one = try small()
        let file = one + Array(length.utf8) + one.dropFirst(5) + one
        #expect(
            frame(file).map(\.range) == [
                0..<one.count, one.count..<(2 * one.count), (2 * one.count)..<(3 * one.count),
            ])
        #expect(frame(file).allSatisfy { $0.kind == .record })
    }

    @Test func `a length that reaches to the end of the next record is not believed`() throws {
        let one = try small()
        let both = String(2 * one.count + 100_000).dropFirst()
        let file = Array(both.utf8) + one.dropFirst(5) + one
        #expect(frame(file).map(\.range.count) == [one.count, one.count])
    }

    @Test func `where the record terminator is missing the next leader starts a record`() throws {
        let one = try small()
        let file = one.dropLast() + one + one.prefix(one.count / 2) + one
        let pieces = frame(Array(file))
        #expect(pieces.map(\.range.count) == [one.count - 1, one.count, one.count / 2, one.count])
        #expect(pieces.allSatisfy { $0.kind == .record })
    }

    @Test func `a record terminator among the data does not end a sound record`() throws {
        let one = try small()
        let odd = one.replacing("First", with: "Fi\u{1D}st")
        #expect(frame(odd + one).map(\.range.count) == [one.count, one.count])
        #expect(frame(odd).map(\.range.count) == [one.count])
    }

    @Test func `what is no record is unreadable and stands alone`() throws {
        let one = try small()
        let junk = Array("<html>not found</html>".utf8)
        let file = junk + one + junk + [0x1D] + one
        #expect(frame(file).map(\.kind) == [.unreadable, .record, .unreadable, .record])
        #expect(frame(file)[2].range.count == junk.count + 1)
    }

    @Test func `a last record that breaks off is a record while its leader is whole`() throws {
        let one = try small()
        #expect(frame(one + one.prefix(60)).map(\.kind) == [.record, .record])
        #expect(frame(one + one.prefix(20)).map(\.kind) == [.record, .unreadable])
    }

    @Test func `a record of more than 99,999 bytes is found by its terminator`() throws {
        let one = try small()
        let long = rawRecord(
            (0..<30).map { _ in ("500", "  \u{1F}a" + String(repeating: "x", count: 9_000) + "\u{1E}") })
        #expect(long.count > 99_999)
        #expect(frame(long + one).map(\.range.count) == [long.count, one.count])
    }

    @Test func `what never ends becomes pieces of bounded length`() throws {
        let junk = [UInt8](repeating: UInt8(ascii: "x"), count: ISO2709Framer.longestPiece + 100)
        let one = try small()
        let pieces = frame(junk + one)
        #expect(pieces.map(\.kind) == [.unreadable, .unreadable, .record])
        #expect(pieces.allSatisfy { $0.range.count <= ISO2709Framer.longestPiece })
        #expect(pieces.last?.range.count == one.count)
    }

    @Test func `the pieces are the same whatever the windows`() throws {
        let one = try small()
        let junk = Array("junk 00012 22".utf8)
        let file =
            one + [0x0A] + one.dropLast() + one + junk + one + [0x1D, 0x20] + one.prefix(50) + one + [0x0D, 0x0A]
            + Array("     ".utf8) + one.dropFirst(5) + one.prefix(70)
        let whole = frame(Array(file))
        for step in [1, 2, 3, 7, 25, 64, 100, 500] { #expect(frame(Array(file), step: step) == whole, "step \(step)") }
    }

    @Test func `a long file without any record terminator is cut at its leaders, in no more time than it has bytes`()
        throws
    {
        let one = Array(try small().dropLast())
        let file = Array(repeatElement(one, count: 4_000).joined())
        let clock = ContinuousClock()
        var pieces: [FramedPiece] = []
        let time = clock.measure { pieces = frame(file, step: 1 << 18) }
        #expect(pieces.count == 4_000)
        #expect(pieces.allSatisfy { $0.range.count == one.count && $0.kind == .record })
        #expect(time < .seconds(30))
    }

    @Test func `an empty file has no pieces`() { #expect(frame([]).isEmpty) }
}
