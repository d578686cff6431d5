import Testing

@testable import MARC21

/// The numbers that the published counts give, found by counting through the interface. Where they differ the
/// difference is written out.
@Suite struct CountTests {
    struct Expected: Sendable {
        let name: String
        let format: Format
        let control: Int, data: Int, obsoleteData: Int
        let subfields: Int, currentSubfields: Int
        let values: Int, obsoleteValues: Int
        let elements: [String: Int]
        let codes: Int, obsoleteCodes: Int
    }

    static let expected = [
        // The published 38 obsolete fields lack those of Appendix H, 261, 262, 400, 410 and 411, with 68 subfields and 19
        // indicator values; the published 94 obsolete indicator values lack the second indicator of 100, 110, 111 and 130.
        Expected(
            name: "bibliographic", format: .bibliographic, control: 7, data: 284, obsoleteData: 38 + 5, subfields: 2856,
            currentSubfields: 2658 - 68, values: 953 - 19, obsoleteValues: 94 + 8,
            elements: ["LDR": 16, "006": 72, "007": 118, "008": 73], codes: 1497, obsoleteCodes: 127),
        Expected(
            name: "authority", format: .authority, control: 4, data: 143, obsoleteData: 2, subfields: 1670,
            currentSubfields: 1654, values: 524, obsoleteValues: 155, elements: ["LDR": 15, "008": 23], codes: 115,
            obsoleteCodes: 13),
        // The published 50 fields and 220 indicator values count 001, 003 and 005 among the data fields, with two
        // blanks each.
        Expected(
            name: "holdings", format: .holdings, control: 6, data: 50 - 3, obsoleteData: 0, subfields: 543,
            currentSubfields: 539, values: 220 - 6, obsoleteValues: 0, elements: ["LDR": 15, "008": 15], codes: 94,
            obsoleteCodes: 1),
    ]

    @Test(arguments: expected) func `fields, subfields and indicator values`(_ expected: Expected) {
        let control = expected.format.fields.filter(\.isControlField)
        let data = expected.format.fields.filter { !$0.isControlField }
        #expect(control.count == expected.control)
        #expect(data.count == expected.data)
        #expect(data.filter(\.isObsolete).count == expected.obsoleteData)
        let subfields = data.flatMap { $0.subfields }
        #expect(subfields.count == expected.subfields)
        let currentSubfields = data.filter { !$0.isObsolete }.flatMap { $0.subfields }.filter { !$0.isObsolete }
        #expect(currentSubfields.count == expected.currentSubfields)
        let indicators = data.flatMap { [$0.indicator1, $0.indicator2] }
        let current = data.filter { !$0.isObsolete }.flatMap { [$0.indicator1, $0.indicator2] }
        #expect(current.map(\.allowed.count).reduce(0, +) == expected.values)
        #expect(indicators.map(\.obsolete.count).reduce(0, +) == expected.obsoleteValues)
    }

    @Test(arguments: expected) func `fixed-field elements and their codes`(_ expected: Expected) {
        func layouts(_ control: ControlFieldDefinition) -> [FixedFieldLayout] {
            [control.layout] + control.variants.map(\.layout)
        }
        var all = ["LDR": [expected.format.leader]]
        for control in expected.format.controlFields where expected.name == "bibliographic" || control.tag != tag("007")
        {
            all["00\(control.tag & 15)"] = layouts(control)
        }
        let elements = all.mapValues { $0.flatMap { $0.positions }.filter { !$0.isVariant }.count }.filter {
            $0.value > 0
        }
        #expect(elements == expected.elements)
        let own = all.values.flatMap { $0 }.flatMap { $0.positions }.filter { !$0.isByReference }.map(\.codes.entries)
            .flatMap { $0 }
        #expect(own.filter { $0.standing == .current }.count == expected.codes)
        #expect(own.filter { $0.standing == .obsolete }.count == expected.obsoleteCodes)
    }

    @Test func `006 adds 601 codes by reference`() {
        let variants = Format.bibliographic.controlField(tag("006"))?.variants.map(\.layout.positions) ?? []
        let referred = variants.flatMap { $0 }.filter(\.isByReference)
        #expect(referred.map { $0.codes.entries.filter { $0.standing == .current }.count }.reduce(0, +) == 601)
    }

    @Test func `code lists and their current and obsolete codes`() {
        let named = [
            "languages": (484, 31), "countries": (332, 47), "gac": (535, 50), "relators": (268, 0), "bd048": (99, 0),
            "marcauthen": (54, 0),
        ]
        for (name, (current, obsolete)) in named {
            let codes = CodeList.named(name)?.codes.entries
            #expect(codes?.filter { $0.standing == .current }.count == current, "\(name)")
            #expect(codes?.filter { $0.standing == .obsolete }.count == obsolete, "\(name)")
        }
        // Of the 48 countries withdrawn one, ai, means something else today.
        #expect(CodeList.countries.codes.entries.filter { $0.formerLabel != nil }.map(\.code) == ["ai"])
        let published = CodeList.all.filter { !$0.name.hasPrefix("subfield-") && !$0.name.hasPrefix("rda-") }
        #expect(published.count == 35)
        // One of the published 2,995 is a remark that slipped in among the format source codes.
        #expect(published.flatMap { $0.codes.entries }.filter { $0.standing == .current }.count == 2995 - 1)
        #expect(CodeList.languages.codes.entries.filter { $0.successor != nil }.count == 29)
    }
}

extension CountTests.Expected: CustomTestStringConvertible {
    var testDescription: String { name }
}
