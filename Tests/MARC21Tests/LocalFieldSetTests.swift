import MARC21
import Testing

@Suite struct LocalFieldSetTests {
    @Test func `thirteen institutions have local fields`() throws {
        #expect(LocalFieldSet.all.count == 13)
        #expect(LocalFieldSet.all.map(\.fields.count).reduce(0, +) == 228)
        #expect(LocalFieldSet.all.map(\.extensions.count).reduce(0, +) == 327)
        #expect(LocalFieldSet.named("nowhere") == nil)
    }

    @Test func `tags with letters are found`() {
        let library = LocalFieldSet.named("BL")
        #expect(library?.institution == "British Library")
        #expect(library?.field(tag("AQN")) != nil)
        #expect(library?.field(tag("039"))?.indicator1.allowed.text == "01")
        #expect(library?.field(tag("039"))?.indicator2.isStated == false)
        #expect(library?.field(tag("245")) == nil)
    }

    @Test func `subfields added to standard fields are found`() {
        #expect(LocalFieldSet.named("DNB")?.addedSubfield(byte("9"), to: tag("020"))?.label == "ISBN mit Bindestrichen")
        #expect(LocalFieldSet.named("DNB")?.addedSubfield(byte("a"), to: tag("020")) == nil)
        #expect(LocalFieldSet.named("KBR")?.addedSubfield(byte("*"), to: tag("010"))?.label == "Link with identifier")
    }
}
