import MARC21
import Testing

@Suite struct ControlSubfieldTests {
    @Test func `6 names field, number, script and direction`() {
        let hebrew = bytes("245-02/(2/r") { LinkageSubfield($0) }
        #expect(hebrew?.tag == tag("245") && hebrew?.occurrence == 2 && hebrew?.isRightToLeft == true)
        #expect(hebrew?.script == 0x2832 && hebrew?.hasKnownScript == true)
        #expect(bytes("880-01") { LinkageSubfield($0)?.script } == 0)
        #expect(bytes("880-01/r") { LinkageSubfield($0)?.isRightToLeft } == true)
        #expect(bytes("245-01/Cyrl") { LinkageSubfield($0)?.hasKnownScript } == true)
        #expect(bytes("245-01/$1") { LinkageSubfield($0)?.hasKnownScript } == true)
        #expect(bytes("245-01/xy") { LinkageSubfield($0)?.hasKnownScript } == false)
    }

    @Test(arguments: [
        "", "880", "880-1", "88-001", "880-0a", "880-01/", "880-01/(", "880-01/Hebra", "880-01/(2/x", "880-01x",
    ])
    func `6 of another shape is refused`(_ text: String) {
        #expect(bytes(text) { LinkageSubfield($0) } == nil)
    }

    @Test func `8 names link, place and type`() {
        let link = bytes("1.2\\x") { FieldLinkSubfield($0) }
        #expect(link?.link == 1 && link?.sequence == 2 && link?.type == byte("x"))
        #expect(bytes("12") { FieldLinkSubfield($0)?.sequence } == .some(nil))
        #expect(bytes("99999999999999999999") { FieldLinkSubfield($0)?.link } == .max)
    }

    @Test(arguments: ["", ".1", "1.", "1\\", "1\\y", "1.2\\xx", "a", "1 "])
    func `8 of another shape is refused`(_ text: String) {
        #expect(bytes(text) { FieldLinkSubfield($0) } == nil)
    }
}
