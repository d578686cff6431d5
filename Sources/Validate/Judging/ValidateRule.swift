internal import MARC
internal import MARC21
public import Update

/// A rule of validation: a small type in a file that bears the name of its code. It looks and reports; it changes nothing.
///
/// What the rule is shown depends on which of the protocols below it takes up.
public protocol ValidateRule: Sendable {
    /// Every code that the rule can report.
    static var codes: [DefectCode] { get }
}

/// A rule with what it is shown. Each of the protocols below says it for the rules that take it up, so that nobody has to
/// ask a rule at run time what it is: two thousand such questions took 0.1 s at each start.
protocol ShownRule: ValidateRule {
    var shown: Shown { get }
}

/// What a rule is shown.
enum Shown {
    case record(any RecordRule)
    case field(any FieldRule)
    case definition(any DefinitionRule)
    case element(any ElementRule)
    case setAside(any SetAsideRule)
    /// Nothing: the stage itself asks it.
    case nothing
}

/// A rule about the record as a whole.
protocol RecordRule: ShownRule {
    /// The kinds of records that it judges; bibliographic ones where it says nothing.
    var kinds: [RecordKind] { get }

    func judge(_ record: RecordCase, log: inout DefectLog)
}

/// A rule about certain fields.
protocol FieldRule: ShownRule {
    /// The kinds of records that it judges; bibliographic ones where it says nothing.
    var kinds: [RecordKind] { get }
    /// The fields that it is shown, and the 880s that stand for such fields.
    var tags: [TagPattern] { get }
    /// Of these only the ones with a subfield of one of these codes; all where the set is empty, as it is unless said.
    var subfields: ASCIISet { get }

    func judge(_ field: FieldCase, log: inout DefectLog)
}

/// A rule about what the format's definitions say of a field. It is shown the fields that depart from them, of every kind
/// of record, and must not report anything about one that does not.
protocol DefinitionRule: ShownRule {
    func judge(_ field: FieldCase, log: inout DefectLog)
}

/// A rule about an element of 006, 007 or 008 that departs from the format in one way. It is shown those of every kind of
/// record.
protocol ElementRule: ShownRule {
    var departure: ElementCase.Departure { get }

    func judge(_ element: ElementCase, log: inout DefectLog)
}

/// A rule about two records of the submission with the same identity, of which the earlier is set aside.
protocol SetAsideRule: ShownRule {
    /// Reports on the earlier record, which is the one at hand in `log`; nothing where the pair is none of the rule's.
    func judge(_ pair: SetAsidePair, log: inout DefectLog)
}

/// A rule that the stage asks by name, before or after the others.
protocol StageRule: ShownRule {}

extension StageRule {
    var shown: Shown { .nothing }
}

extension RecordRule {
    var shown: Shown { .record(self) }
    var kinds: [RecordKind] { [.bibliographic] }
}

extension FieldRule {
    var shown: Shown { .field(self) }
    var kinds: [RecordKind] { [.bibliographic] }
    var subfields: ASCIISet { ASCIISet() }
}

extension DefinitionRule {
    var shown: Shown { .definition(self) }
}

extension ElementRule {
    var shown: Shown { .element(self) }
}

extension SetAsideRule {
    var shown: Shown { .setAside(self) }
}
