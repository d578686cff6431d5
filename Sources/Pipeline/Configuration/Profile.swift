public import MARC
public import Scrub
public import Update
public import Validate

/// What a contributor's data looks like, and what is to be done with it. `profiles/NAME.yaml`.
public struct Profile: Sendable, Equatable {
    /// The file's name without its ending.
    public var name: String
    /// The format that the contributor says it sends; nil where any is taken.
    public var format: SourceFormat?
    /// The encoding that the contributor says it uses; `auto` where each record's evidence decides alone.
    public var encoding = DeclaredEncoding.auto
    /// Where the number stands that identifies a record.
    public var controlNumber = ControlNumberPlace()
    /// How the identifiers of the contributor's OAI-PMH repository hold that number; nil where its records are to show it.
    public var identifiers: OAIIdentifierForm?
    /// What control numbers look like, as `fields.tsv` writes it: what stands before the first digit, then `#`. Others are
    /// held by a gate.
    public var controlNumberForms: [String] = []
    /// Where the OCLC number stands, with or without its prefix; nil for 035 $a with (OCoLC) and 001 with a prefix.
    public var oclcNumber: FieldPart?
    /// The fields of which one must hold a call number, in order of preference; empty where none is asked for.
    public var callNumbers: [FieldPart] = []
    /// Where a holding names its library.
    public var library = FieldPart("852", subfield: UInt8(ascii: "a"))
    /// The libraries for which the contributor sends, by their symbols in holdings; empty for any.
    public var sendsFor: [String] = []
    /// What is done about a record that has neither holdings nor, where one is as good, a URL.
    public var withoutHoldings = WithoutHoldings.reject
    /// Whether a URL in 856 is as good as holdings.
    public var acceptsURL = true
    /// The fields that hold holdings.
    public var holdingsTags: [TagPattern] = ["852"]
    /// Where holdings stand; nil for where the standard has them.
    public var holdingsMap: HoldingsMap?
    /// Fields of the library's own, which are not reported as undefined.
    public var localFields: [TagPattern] = ["9XX", "X9X", "XX9"]
    /// Subfield codes of the library's own, in any field.
    public var localSubfields: [UInt8] = [UInt8(ascii: "9")]
    /// Sets of local fields that are known by name, as in `OCLC`.
    public var localFieldSets: [String] = []
    /// Fields that every bibliographic record must have.
    public var requiredFields: [TagPattern] = []
    /// Fields and subfields that scrub takes out.
    public var strip: [StripPattern] = []
    /// Repairs that scrub makes for this contributor and not for everyone.
    public var repairs: OptionalRepairs = []
    /// Fields whose content is masked in reports.
    public var privateFields: [TagPattern] = []
    /// Records that are not in the agreed scope: counted, never installed.
    public var outOfScope: [ScopeCondition] = []
    /// Lists that the contributor wants beside the report.
    public var lists: [ReportList] = []
    /// What is done otherwise about single defect codes, and why.
    public var codes: [CodeException] = []
    /// What is done about records of certain levels, and why.
    public var levels: [LevelRule] = []
    /// Gates that differ from the pipeline's.
    public var gates = GateLimits()
    /// The mode of this contributor's submissions where it is not the pipeline's.
    public var mode: Mode?

    public init(name: String) { self.name = name }

    /// The exceptions as the stages take them.
    public var policy: DefectPolicy {
        var policy = DefectPolicy()
        if withoutHoldings == .note {
            policy.exceptions[HoldingsMissing.code.name] = DefectPolicy.Exception(action: .noted)
        }
        for code in codes { policy.exceptions[code.name] = code.exception }
        return policy
    }

    public static func == (left: Profile, right: Profile) -> Bool { left.changedKeys(from: right).isEmpty }
}

/// What is done about a record without holdings.
public enum WithoutHoldings: String, Sendable, CaseIterable {
    case keep, note, reject
}

/// A list of records that a contributor can ask for.
public enum ReportList: String, Sendable, CaseIterable {
    /// Records without ISBN, ISSN and LCCN.
    case noStandardNumber = "no-isbn-issn"
    /// Records that were rejected, as a list of control numbers with the reason.
    case failedFilter = "failed-filter"
}

/// What a profile does otherwise about one code.
public struct CodeException: Sendable, Equatable {
    public var name: String
    public var exception: DefectPolicy.Exception
    /// Why; it is reported.
    public var reason: String
}
