internal import MARC
internal import Scrub
public import Update
internal import Validate

extension Profile {
    /// Each key of the profile with its value as text and the first stage that it concerns.
    var facts: [(key: String, value: String, stage: StageName)] {
        [
            ("format", format?.name ?? "", .ingest),
            ("encoding", encoding.rawValue, .scrub),
            ("control-number", controlNumber.text, .ingest),
            ("oai-identifiers", identifiers?.description ?? "", .ingest),
            ("control-number-forms", controlNumberForms.joined(separator: " "), .install),
            ("oclc-number", oclcNumber?.description ?? "", .validate),
            ("call-numbers", callNumbers.map(\.description).joined(separator: " "), .validate),
            ("holdings.library", library.description, .validate),
            ("sends-for", sendsFor.joined(separator: " "), .validate),
            ("holdings.without", withoutHoldings.rawValue, .validate),
            ("holdings.url", "\(acceptsURL)", .validate),
            ("holdings.tags", holdingsTags.map(\.description).joined(separator: " "), .validate),
            ("holdings.map", holdingsMap?.text ?? "", .install),
            ("local-fields", localFields.map(\.description).joined(separator: " "), .validate),
            ("local-subfields", localSubfields.map { String(UnicodeScalar($0)) }.joined(separator: " "), .validate),
            ("local-field-sets", localFieldSets.joined(separator: " "), .validate),
            ("required-fields", requiredFields.map(\.description).joined(separator: " "), .validate),
            ("strip", strip.map(\.text).joined(separator: " "), .scrub),
            ("repairs", repairs.text, .scrub),
            ("private", privateFields.map(\.description).joined(separator: " "), .inspect),
            ("out-of-scope", outOfScope.map(\.text).joined(separator: " "), .validate),
            ("lists", lists.map(\.rawValue).joined(separator: " "), .inspect),
            ("codes", codes.map(\.text).joined(separator: "; "), firstStage(of: codes)),
            ("levels", levels.map(\.text).joined(separator: "; "), .validate),
            ("gates", gates.text, .install),
            ("mode", mode?.rawValue ?? "", .install),
        ]
    }

    private func firstStage(of codes: [CodeException]) -> StageName {
        let stages = codes.compactMap { StageName(rawValue: String($0.name.prefix { $0 != "." })) }
        return stages.min() ?? .inspect
    }

    /// The keys whose values differ, with both values and the first stage that the change touches.
    public func changedKeys(from earlier: Profile) -> [ProfileChange] {
        zip(facts, earlier.facts).compactMap { now, before in
            guard now.value != before.value else { return nil }
            return ProfileChange(
                key: now.key, before: before.value, after: now.value, stage: min(now.stage, before.stage))
        }
    }

    /// A short hash of all values, noted with every attempt.
    public var hash: String {
        var text = ""
        for fact in facts { text += "\(fact.key)=\(fact.value)\n" }
        var bytes = Array(text.utf8)
        return bytes.withUnsafeMutableBytes { Hash128(of: UnsafeRawBufferPointer($0)).hexadecimal }
    }
}

/// A key that two versions of a profile differ in.
public struct ProfileChange: Sendable, Equatable, CustomStringConvertible {
    public let key: String
    public let before: String
    public let after: String
    /// The first stage whose result the change can alter.
    public let stage: StageName

    public var description: String { "\(key): '\(before)' became '\(after)' (concerns \(stage.rawValue) and later)" }
}

extension CodeException {
    var text: String {
        let severity = exception.severity?.name ?? ""
        let action = exception.action?.name ?? ""
        let scope = exception.kinds.map(\.name).sorted() + exception.tags.map(\.description)
        let off = exception.isOff ? "off" : ""
        return ([name, severity, action, off] + scope).filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension OptionalRepairs {
    var text: String { names.joined(separator: " ") }
}

extension StripPattern {
    var text: String { tag.description + (subfield.map { "$" + String(UnicodeScalar($0)) } ?? "") }
}

extension ScopeCondition {
    var text: String { "\(tag)/\(position)=\(Bytes.display(characters))" }
}
