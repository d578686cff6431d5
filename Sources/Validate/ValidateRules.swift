public import Update

/// The rules of validation. This list is the only one: a rule that stands here is run, and its codes can be explained.
public enum ValidateRules {
    /// Every rule, set up as `settings` ask.
    public static func all(_ settings: ValidateSettings = ValidateSettings()) -> [any ValidateRule] {
        [
            // Identity
            ControlNumberMissing(place: settings.controlNumber),
            ControlNumberRepeated(),
            // What the profile asks
            OutOfScope(conditions: settings.outOfScope),
            HoldingsMissing(
                tags: settings.requiresHoldings ? settings.holdingsTags : [], links: settings.holdingsLinks,
                controlNumber: settings.controlNumber),
            StandardNumberMissing(isAsked: settings.listsRecordsWithoutStandardNumber),
            // Leader and fixed fields
            LeaderCodeUndefined(),
            LeaderCodeObsolete(),
            RecordTypeUndefined(),
            BibliographicLevelUndefined(),
            RecordFormUndetectable(),
            FixedFieldMissing(),
            FixedFieldLengthWrong(),
            FixedFieldShifted(),
            FixedFieldCodeUndefined(),
            FixedFieldCodeObsolete(),
            FixedFieldCodeUpperCase(),
            FixedFieldPositionNotBlank(),
            FixedFieldFillMisplaced(),
            FixedFieldHyphenForBlank(),
            FixedFieldDateMalformed(),
            FixedFieldLanguageUndefined(),
            FixedFieldLanguageObsolete(),
            FixedFieldCountryUndefined(),
            FixedFieldCountryObsolete(),
            DatesDisagree(),
            DateImplausible(today: settings.today),
            DateEnteredMalformed(),
            DateEnteredInFuture(today: settings.today),
            TransactionDateMalformed(),
            TransactionDateInFuture(today: settings.today),
            AdditionalCharacteristicsLengthWrong(),
            AdditionalCharacteristicsFormUndefined(),
            PhysicalDescriptionLengthWrong(),
            PhysicalDescriptionCategoryUndefined(),
            CatalogingFormDisagrees(),
            ControlNumberHasBlanks(),
            ControlNumberIdentifierMalformed(),
            ControlNumberSourceDisagrees(),
            ControlFieldNotASCII(),
            // Headings and titles
            TitleMissing(),
            TitleRepeated(),
            TitleEmpty(),
            MainEntryRepeated(),
            HeadingMissing(),
            HeadingRepeated(),
            // The format's definitions
            FieldUndefined(localTags: settings.localTags),
            FieldObsolete(),
            FieldRepeated(),
            IndicatorValueUndefined(),
            IndicatorNotBlank(),
            IndicatorValueObsolete(),
            SubfieldUndefined(),
            SubfieldObsolete(),
            SubfieldRepeated(),
            LinkageMalformed(),
            LinkageTagUndefined(),
            // Numbers
            ISBNMalformed(),
            ISBNCheckDigitWrong(),
            ISSNMalformed(),
            ISSNCheckDigitWrong(),
            // The submission as a whole
            DuplicateIdentical(),
            DuplicateDiffers(),
            AddAndDelete(),
        ]
    }

    /// Every code, in the order of the rules.
    public static var codes: [DefectCode] { all().flatMap { type(of: $0).codes } }
}
