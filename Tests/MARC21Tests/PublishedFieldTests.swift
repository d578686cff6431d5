import Foundation
import Testing

@testable import MARC21

/// Every field, indicator value and subfield of the published facts is found, with what is said of it, and no other.
@Suite(.enabled(if: PublishedFacts.arePresent, "no ../shared/marc21 beside the package"))
struct PublishedFieldTests {
    typealias Object = PublishedFacts.Object

    @Test(arguments: ["bib", "authority", "holdings"])
    func `every field is as published`(_ name: String) throws {
        let facts = try PublishedFacts.read(name)
        let format = Self.format(name)
        let controls = facts.object("control")
        let published = facts.object("fields").filter { controls[$0.key] == nil }
        #expect(format.fields.count == published.count + controls.count)
        for (key, value) in published {
            let field = try #require(format.field(tag(key)), "\(name) \(key)")
            var facts = try #require(value as? Object)
            if name == "bib", ["100", "110", "111", "130"].contains(key) {
                facts = Self.withFormerSecondIndicator(facts)
            }
            // Appendix H of the format counts them, with 440, among the elements that are obsolete or local.
            if name == "bib", ["261", "262", "400", "410", "411"].contains(key) { facts["obs"] = true }
            check(field, facts, "\(name) \(key)")
        }
        for (key, value) in controls {
            let field = try #require(format.field(tag(key)), "\(name) \(key)")
            let facts = try #require(value as? Object)
            #expect(field.isControlField && field.label == facts.text("label") && field.isObsolete == facts.flag("obs"))
            #expect(field.repeatability == Self.repeatability(facts))
        }
    }

    @Test(arguments: ["bib", "authority", "holdings"])
    func `nonfiling, source and paired fields are as published`(_ name: String) throws {
        let facts = try PublishedFacts.read(name)
        let format = Self.format(name)
        for field in format.fields {
            let key = String(
                decoding: [field.tag >> 16, field.tag >> 8, field.tag].map { UInt8(truncatingIfNeeded: $0) },
                as: UTF8.self)
            #expect(
                (field.nonfilingIndicator == 0 ? nil : "ind\(field.nonfilingIndicator)")
                    == facts.texts("nonfiling_indicator")[key])
            let source = facts.object("source_in_2_when")[key] as? [String: String]
            let value = String(UnicodeScalar(field.sourceIndicatorValue))
            #expect(
                (field.sourceIndicator == 0 ? nil : ["ind\(field.sourceIndicator)": value]) == source, "\(name) \(key)")
        }
        for (caption, enumeration) in facts.texts("pairs") {
            #expect(format.field(tag(caption))?.pairedTag == tag(enumeration))
            #expect(format.field(tag(enumeration))?.pairedTag == tag(caption))
        }
    }

    @Test func `local fields are as published`() throws {
        let facts = try PublishedFacts.read("local")
        #expect(facts.count == LocalFieldSet.all.count)
        for (name, value) in facts {
            let published = try #require(value as? Object)
            let local = try #require(LocalFieldSet.named(name))
            #expect(local.institution == published.text("institution"))
            #expect(local.fields.count == published.object("fields").count)
            for (key, value) in published.object("fields") {
                let field = try #require(local.field(tag(key)))
                let facts = try #require(value as? Object)
                #expect(field.label == facts.text("label") && field.repeatability == Self.repeatability(facts))
                checkLocal(facts.object("sub"), "\(name) \(key)") { field.subfield($0) }
                #expect(Self.meanings(field.indicator1.values, .current) == facts.texts("ind1"))
                #expect(Self.meanings(field.indicator2.values, .current) == facts.texts("ind2"))
            }
            #expect(local.extensions.count == published.object("subfields").count)
            for (key, value) in published.object("subfields") {
                checkLocal(try #require(value as? Object), "\(name) \(key)") { local.addedSubfield($0, to: tag(key)) }
            }
        }
    }

    /// The published facts lack a value pair that the pages of 1XX withdraw in 1990; the tables have it.
    private static func withFormerSecondIndicator(_ facts: Object) -> Object {
        var facts = facts
        var second = facts.object("ind2")
        second["obs"] = ["0": "Main entry/subject relationship irrelevant", "1": "Main entry is subject"]
        facts["ind2"] = second
        return facts
    }

    private func check(_ field: FieldDefinition, _ facts: Object, _ place: Comment) {
        #expect(field.label == facts.text("label"), place)
        #expect(field.repeatability == Self.repeatability(facts), place)
        #expect(field.isObsolete == facts.flag("obs"), place)
        #expect(field.seesHoldings == (facts.text("see") == "holdings"), place)
        #expect(field.isLinked880 == facts.flag("same_as_linked"), place)
        check(field.indicator1, facts["ind1"] as? Object, place)
        check(field.indicator2, facts["ind2"] as? Object, place)
        let subfields = facts.object("sub")
        #expect(field.subfields.count == subfields.count, place)
        for (code, value) in subfields {
            let subfield = field.subfield(code.utf8.first ?? 0)
            let facts = value as? Object ?? [:]
            #expect(subfield?.label == facts.text("name"), place)
            #expect(subfield?.repeatability == Self.repeatability(facts), place)
            #expect(subfield?.isObsolete == facts.flag("obs"), place)
        }
    }

    private func check(_ indicator: IndicatorDefinition, _ facts: Object?, _ place: Comment) {
        #expect(indicator.isStated == (facts != nil), place)
        guard let facts else { return }
        #expect(indicator.label == facts.text("label"), place)
        #expect(Self.meanings(indicator.values, .current) == facts.texts("codes"), place)
        #expect(Self.meanings(indicator.values, .obsolete) == facts.texts("obs"), place)
    }

    private func checkLocal(_ facts: Object, _ place: Comment, _ find: (UInt8) -> SubfieldDefinition?) {
        for (code, value) in facts {
            let published = value as? [String] ?? []
            let subfield = find(code.utf8.first ?? 0)
            #expect(subfield?.label == published.first?.trimmingCharacters(in: .whitespaces), place)
            #expect(subfield?.repeatability == (published.last == "R" ? .repeatable : .notRepeatable), place)
        }
    }

    /// The codes of one standing and what they mean.
    static func meanings(_ codes: CodeTable, _ standing: Standing) -> [String: String] {
        let chosen = codes.entries.filter { $0.standing == standing }
        return Dictionary(chosen.map { ($0.code, $0.label) }) { first, _ in first }
    }

    static func repeatability(_ facts: Object) -> Repeatability {
        guard let flag = facts["rep"] as? Bool else { return .notStated }
        return flag ? .repeatable : .notRepeatable
    }

    static func format(_ name: String) -> Format {
        switch name {
        case "bib": .bibliographic
        case "holdings": .holdings
        default: .authority
        }
    }
}
