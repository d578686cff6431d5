public import Update

/// One rule of scrub: what it looks for, what it does about it, and the codes under which it says so.
///
/// A rule is a type without cases in a file that bears its name, which is that of its first code: `scrub.empty-subfield`
/// is `EmptySubfield`. It reports every change with before and after; what is not surely right it leaves alone.
protocol ScrubRule: SendableMetatype {
    /// The codes that the rule reports; empty where what it does is no defect and is counted.
    static var codes: [DefectCode] { get }
    /// The signs of which a record must have at least one for the rule to have work; where all of them are signs of
    /// fields, `rewrite`, `subfields(where:)` and `forEachValue` show the rule the fields that have one.
    static var signs: Signs { get }
    /// Whether the rule makes what every stored record must have, and so is applied to deletes as well.
    static var isForDeletes: Bool { get }

    static func apply(to work: inout ScrubWork)
}

extension ScrubRule {
    static var isForDeletes: Bool { false }
}

/// The rules, in the order in which they are applied to a record. This is the only list.
public enum ScrubRules {
    static let all: [any ScrubRule.Type] = [
        // How the bytes were read
        LeaderEncodingWrong.self, LeaderEncodingInvalid.self, EncodingNotDeclared.self, EncodingForeign.self,
        EncodingUnclear.self, UTF8Illegal.self, MARC8CodeUnknown.self, MARC8EscapeWrong.self, MARC8MarkWithoutBase.self,
        MARC8DoubleMarkIncomplete.self, MARC8SetNotReset.self, NumericReferenceMalformed.self,
        // What is not wanted
        FieldOnStripList.self,
        // Characters
        DoubleUTF8.self, EscapeInUTF8.self, DelimiterInControlField.self, ControlCharacter.self, TabOrLineBreak.self,
        OddSpace.self, InvisibleCharacter.self, ReplacementCharacter.self,
        // Form
        LeaderByteIllegal.self, LeaderConstantWrong.self, TagMalformed.self, IndicatorIllegal.self,
        DelimiterMissing.self, SubfieldCodeIllegal.self, EmptySubfield.self, EmptyField.self, NormalForm.self,
        // Content
        SurplusBlanks.self, ISBNQualifier.self, ISSNForm.self, OCLCNumberForm.self, LanguageCodesRunTogether.self,
        CharacterSetsField.self, ContentTypeIncomplete.self, FixedCodesUnordered.self, LinkNumberRepeated.self,
    ]

    /// Every code that scrub can report.
    public static var codes: [DefectCode] { all.flatMap { $0.codes } }
}
