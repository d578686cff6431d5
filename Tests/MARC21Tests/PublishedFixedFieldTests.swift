import Foundation
import Testing

@testable import MARC21

/// Every element of the leader, the fixed fields and the coded subfields, and every code list, is as published.
@Suite(.enabled(if: PublishedFacts.arePresent, "no ../shared/marc21 beside the package"))
struct PublishedFixedFieldTests {
    typealias Object = PublishedFacts.Object

    @Test(arguments: ["bib", "authority", "holdings"])
    func `every fixed-field element is as published`(_ name: String) throws {
        let facts = try PublishedFacts.read(name)
        let format = PublishedFieldTests.format(name)
        check(format.leader, facts.object("leader"), "\(name) LDR")
        #expect(format.controlFields.count == facts.object("control").count)
        for (key, value) in facts.object("control") {
            let published = try #require(value as? Object)
            let control = try #require(format.controlField(tag(key)))
            #expect(
                control.length == published["length"] as? Int
                    && (control.pattern != nil) == (published["pattern"] != nil))
            #expect((control.listName != nil) == (published["list"] != nil))
            if published["same_as"] != nil { continue }
            check(control.layout, published, "\(name) \(key)")
            #expect(control.variants.count == published.objects("variants").count)
            for facts in published.objects("variants") {
                let variant = try #require(control.variant(facts.text("id")))
                #expect(variant.length == facts["length"] as? Int)
                #expect(variant.otherLength == (facts["length_also"] as? [Int])?.first)
                #expect(variant.label == (facts["label"] == nil ? facts.text("id") : facts.text("label")))
                check(variant.layout, facts, "\(name) \(key) \(variant.id)")
                checkConditions(variant, control, facts)
            }
        }
    }

    private func check(_ layout: FixedFieldLayout, _ facts: Object, _ place: String) {
        #expect(layout.positions.count == facts.objects("positions").count, "\(place)")
        #expect(layout.formerPositions.count == facts.objects("obsolete_positions").count, "\(place)")
        for (position, facts) in zip(layout.positions, facts.objects("positions")) { check(position, facts, place) }
        for (position, facts) in zip(layout.formerPositions, facts.objects("obsolete_positions")) {
            check(position, facts, place)
        }
    }

    private func check(_ position: FixedFieldPosition, _ facts: Object, _ place: String) {
        let comment: Comment = "\(place)/\(position.first)"
        #expect([position.first, position.last] == facts["at"] as? [Int], comment)
        #expect(position.label == facts.text("label"), comment)
        #expect(position.isByReference == (facts["same_as"] != nil), comment)
        if position.isByReference { return }
        #expect(PublishedFieldTests.meanings(position.codes, .current) == facts.texts("codes"), comment)
        #expect(PublishedFieldTests.meanings(position.codes, .obsolete) == facts.texts("obs"), comment)
        let widths = Set((Array(facts.texts("codes").keys) + facts.texts("obs").keys).map(\.count))
        #expect(position.unit == facts["unit"] as? Int ?? widths.first ?? position.count, comment)
        #expect(position.list?.name == facts["list"] as? String, comment)
        #expect((position.pattern != nil) == (facts["pattern"] != nil), comment)
        #expect(position.allowsFill == facts.flag("fill") && position.isUndefined == facts.flag("undefined"), comment)
        #expect(position.isComputed == facts.flag("computed") && position.isVariant == facts.flag("variant"), comment)
        #expect(position.note == facts["note"] as? String, comment)
        if let pattern = position.pattern, let text = facts["pattern"] as? String {
            checkPattern(pattern, text, comment)
        }
    }

    /// The named check says the same as the regular expression of every text of a few characters.
    private func checkPattern(_ pattern: FixedFieldPattern, _ text: String, _ comment: Comment) {
        let candidates = [
            "000", "001", "0-1", "---", "00000", "12345", "123456", "12345x", "1-3-5-", "1993", "19uu", "    ", "05  ",
            "19  ", "9913", "9912", "9900", "19a3", "  05",
        ]
        let width = candidates.filter { $0.range(of: text, options: .regularExpression) != nil }.first?.count
        for candidate in candidates where candidate.count == width {
            let matches = candidate.range(of: text, options: .regularExpression) != nil
            #expect(bytes(candidate, pattern.matches) == matches, "\(comment) \(candidate)")
        }
    }

    private func checkConditions(_ variant: FixedFieldVariant, _ control: ControlFieldDefinition, _ facts: Object) {
        let conditions = facts["when"] as? [[String: [String]]] ?? [facts["when"] as? [String: [String]] ?? [:]]
        #expect(!conditions.isEmpty)
        for condition in conditions {
            let first = condition.first { $0.key.hasSuffix("/00") }?.value ?? []
            for type in first { #expect(control.variant(first: type.utf8.first ?? 0)?.id == variant.id) }
            for type in condition["LDR/06"] ?? [] {
                for level in condition["LDR/07"] ?? ["a", "b", "c", "d", "i", "m", "s", " "] {
                    let found = control.variant(leader06: type.utf8.first ?? 0, leader07: level.utf8.first ?? 0)
                    #expect(found?.id == variant.id)
                }
            }
        }
    }

    @Test(arguments: ["bib", "authority"])
    func `every coded subfield is as published`(_ name: String) throws {
        let places =
            [
                "7XX linking ($7 of 760-787)": ("787", "7"), "8XX series ($7 of 800-830)": ("810", "7"),
                "533$7": ("533", "7"),
                "856$7": ("856", "7"), "046$a": ("046", "a"), "4XX/5XX $w": ("411", "w"),
            ] as [String: (String, Unicode.Scalar)]
        let published = try PublishedFacts.read(name).object("subfield_codes")
        #expect(PublishedFieldTests.format(name).codedSubfields.count == published.count)
        for (key, value) in published {
            let (field, code) = try #require(places[key])
            let coded = try #require(PublishedFieldTests.format(name).codedSubfield(tag(field), byte(code)))
            let facts = try #require(value as? Object)
            // Of 856 $7 and 046 $a, which have one position, the codes stand there without it.
            let byPosition = ["856$7", "046$a"].contains(key) ? ["0": value] : facts
            #expect(coded.layout.positions.count == byPosition.count)
            for position in coded.layout.positions where !position.isByReference {
                let range = position.count == 1 ? "\(position.first)" : "\(position.first)-\(position.last)"
                #expect(PublishedFieldTests.meanings(position.codes, .current) == byPosition.texts(range))
            }
        }
    }

    @Test func `every code list is as published`() throws {
        let facts = try PublishedFacts.read("codelists")
        for (name, value) in facts {
            let published = try #require(value as? Object)
            let list = try #require(CodeList.named(name))
            #expect(published.text("title").hasPrefix(list.title))
            let current = PublishedFieldTests.meanings(list.codes, .current)
            if name == "format" {
                #expect(current.count == published.texts("codes").count - 1)
            } else {
                #expect(current == published.texts("codes"), "\(name)")
            }
            #expect(Set(list.usedBy.map(\.text)) == Set(published["used_by"] as? [String] ?? []), "\(name)")
            #expect(PublishedFieldTests.meanings(list.specialCodes, .current) == published.texts("special"), "\(name)")
            let seen = list.codes.entries.filter { $0.standing == .notStated }.map(\.code)
            #expect(seen == published["also_seen"] as? [String] ?? [], "\(name)")
            for (code, value) in published.object("obs") { checkObsolete(list, code, try #require(value as? Object)) }
        }
    }

    private func checkObsolete(_ list: CodeList, _ code: String, _ facts: Object) {
        let entry = bytes(code, list.entry)
        if facts.flag("reused") {
            #expect(entry?.standing == .current && entry?.formerLabel == facts.text("label"))
        } else {
            #expect(entry?.standing == .obsolete && entry?.label == facts.text("label"), "\(code)")
            #expect(entry?.successor == facts["use"] as? String, "\(code)")
        }
    }

    @Test func `linking codes and RDA terms are as published`() throws {
        let facts = try PublishedFacts.read("bib")
        #expect(
            PublishedFieldTests.meanings(CodeList.scripts.codes, .current)
                == facts.object("subfield_6").texts("scripts"))
        #expect(
            PublishedFieldTests.meanings(CodeList.fieldLinkTypes.codes, .current)
                == facts.object("subfield_8").texts("types"))
        let terms = facts.object("rda_terms")
        #expect(PublishedFieldTests.meanings(CodeList.contentTypes.codes, .current) == terms.texts("content"))
        #expect(PublishedFieldTests.meanings(CodeList.mediaTypes.codes, .current) == terms.texts("media"))
        #expect(PublishedFieldTests.meanings(CodeList.carrierTypes.codes, .current) == terms.texts("carrier"))
        let rules = facts.object("rda_consistency")
        for (type, contents) in rules.object("content_by_type") {
            #expect(
                RDAAgreement.rules.contents(ofType: type.utf8.first ?? 0)?.entries.map(\.code) == contents as? [String])
        }
        for (letter, term) in rules.object("carrier_first_letter_is_media") {
            let media = RDAAgreement.rules.media(ofCarrier: letter.utf8.first ?? 0)
            #expect(media.flatMap { CodeList.mediaTypes.codes.entry($0)?.label } == term as? String)
        }
        for (category, media) in rules.object("007_to_media") {
            #expect(RDAAgreement.rules.media(of007: category.utf8.first ?? 0) == (media as? String)?.utf8.first)
        }
    }
}
