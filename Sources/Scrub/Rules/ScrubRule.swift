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
    /// The repair that a profile has to ask for so that the rule is applied at all; nil for a rule that always is.
    static var repair: OptionalRepair? { get }
    /// Every repair that the rule makes only where a profile asks for it.
    static var repairs: [OptionalRepair] { get }

    static func apply(to work: inout ScrubWork)
}

extension ScrubRule {
    static var isForDeletes: Bool { false }
    static var repair: OptionalRepair? { nil }
    static var repairs: [OptionalRepair] { repair.map { [$0] } ?? [] }
}

/// The rules, in the order in which they are applied to a record. This is the only list.
public enum ScrubRules {
    static let all: [any ScrubRule.Type] = [
        // How the bytes were read
        LeaderEncodingWrong.self, LeaderEncodingInvalid.self, EncodingNotDeclared.self, EncodingForeign.self,
        EncodingUnclear.self, CodePageByteUnknown.self, UTF8Illegal.self, MARC8CodeUnknown.self, MARC8EscapeWrong.self,
        MARC8MarkWithoutBase.self,
        MARC8DoubleMarkIncomplete.self, MARC8SetNotReset.self, NumericReferenceMalformed.self,
        // What is not wanted
        FieldOnStripList.self,
        // Characters
        DoubleUTF8.self, EscapeLost.self, HTMLEntity.self, NumericReferenceInUnicode.self, HTMLTag.self,
        EscapeInUTF8.self, DelimiterInControlField.self, ControlCharacter.self, TabOrLineBreak.self, OddSpace.self,
        InvisibleCharacter.self, NonSortingMarkUnpaired.self, MarkHalves.self, TypographicPunctuation.self,
        ReplacementCharacter.self,
        // Form
        LeaderByteIllegal.self, LeaderConstantWrong.self, TagMalformed.self, IndicatorIllegal.self,
        DelimiterMissing.self, SubfieldCodeIllegal.self, EmptySubfield.self, SubfieldWithoutWords.self,
        EmptyField.self, NormalForm.self,
        // Characters that only a person can correct
        MarkWithoutLetter.self, MarkHalfAlone.self, PrivateUseCharacter.self, LookAlikeLetter.self,
        // Content
        SurplusBlanks.self, ISBNQualifier.self, ISBNInvalid.self, ISSNForm.self, LCCNForm.self, OCLCNumberForm.self,
        LanguageCodesRunTogether.self, CharacterSetsField.self, URIPrefixed.self, LinkMalformed.self,
        RelatorTermForm.self, CataloguingLanguageMissing.self, ContentTypeIncomplete.self, ContentTypeMissing.self,
        // Fixed fields
        TransactionDateForm.self, PhysicalDescriptionLength.self, BlankWrittenAsSign.self, ListedCodeForm.self,
        ListedCodeObsolete.self, FixedCodeObsolete.self, UndefinedPositionFilled.self, FixedCodesUnordered.self,
        AuthorityLevelMissing.self,
        // Wording and punctuation
        DescriptiveFormMissing.self, MediumWithoutBrackets.self, PunctuationDoubled.self, NamePunctuation.self,
        ISBDPunctuationMissing.self, FinalPeriodMissing.self,
        // Links and indicators
        LinkOrphaned.self, LinkNumberRepeated.self, IndicatorUndefined.self, TranslationNotIndicated.self,
        DisplayTextNotIndicated.self, AccessMethodWrong.self, NonfilingCharactersWrong.self,
        // Fields that now say the same, and what depends on how many there are
        FieldDuplicated.self, FieldDuplicatedButIndicator.self, NameDuplicated.self, TitleAddedEntryWrong.self,
        SeriesTracingWrong.self,
        // The order of it all
        SubfieldOrder.self, FieldOrder.self,
    ]

    /// Every code that scrub can report.
    public static var codes: [DefectCode] { all.flatMap { $0.codes } + [EncodingWrongThroughout.code] }

    /// Every repair that profiles can ask for, in the order of the alphabet.
    public static let repairs = Set(all.flatMap { $0.repairs }).sorted { $0.name < $1.name }

    /// The repair that has to be asked for so that scrub reports the code; nil for a code that needs none.
    public static func repair(for code: DefectCode) -> OptionalRepair? {
        all.first { $0.codes.contains(code) }?.repair
    }
}
