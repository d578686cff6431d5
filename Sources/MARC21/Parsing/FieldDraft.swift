/// A field while its lines are read.
struct FieldDraft {
    let tag: UInt32
    let name: Label
    let repeatability: Repeatability
    var isObsolete = false
    var seesHoldings = false
    var isLinked880 = false
    var nonfilingIndicator: UInt8 = 0
    var sourceIndicator: UInt8 = 0
    var sourceIndicatorValue: UInt8 = 0
    var pairedTag: UInt32 = 0
    private var indicators = [IndicatorDefinition.notStated, .notStated]
    private var subfields: [SubfieldDefinition] = []

    init(tag: UInt32, name: Label, repeatability: Repeatability) {
        self.tag = tag
        self.name = name
        self.repeatability = repeatability
    }

    /// `field  245  NR  Title Statement  obsolete`
    init?(field columns: [Label]) {
        guard let tag = columns.column(1).tag, let repeatability = Columns.repeatability(columns.column(2)) else {
            return nil
        }
        self.init(tag: tag, name: columns.column(3), repeatability: repeatability)
        for trait in Columns.words(columns.column(4)) {
            if trait == "obsolete" {
                isObsolete = true
            } else if trait == "see=holdings" {
                seesHoldings = true
            } else if trait == "same-as-linked" {
                isLinked880 = true
            } else {
                return nil
            }
        }
    }

    /// `ind1  Title added entry  0=No added entry  1=Added entry`
    mutating func takeIndicator(_ columns: [Label]) -> Bool {
        guard let number = Columns.indicator(columns[0]), let values = Columns.codes(columns.dropFirst(2), ranges: true)
        else { return false }
        indicators[Int(number) - 1] = IndicatorDefinition(isStated: true, values: values, name: columns.column(1))
        return true
    }

    /// `$a  NR  Title  obsolete`
    mutating func takeSubfield(_ columns: [Label]) -> Bool {
        guard columns[0].length == 2, let repeatability = Columns.repeatability(columns.column(1)) else { return false }
        let trait = columns.column(3)
        guard trait.isEmpty || trait == "obsolete" else { return false }
        subfields.append(
            SubfieldDefinition(
                code: columns[0].bytes[1], repeatability: repeatability, isObsolete: !trait.isEmpty,
                name: columns.column(2)))
        return true
    }

    var definition: FieldDefinition {
        func codes(_ included: (SubfieldDefinition) -> Bool) -> ASCIISet {
            ASCIISet(subfields.lazy.filter(included).map(\.code))
        }
        return FieldDefinition(
            tag: tag, repeatability: repeatability, isObsolete: isObsolete, seesHoldings: seesHoldings,
            isLinked880: isLinked880, subfields: Definitions(subfields.sorted { $0.code < $1.code }),
            definedSubfields: codes { _ in true }, obsoleteSubfields: codes(\.isObsolete),
            repeatableSubfields: codes { $0.repeatability == .repeatable },
            notRepeatableSubfields: codes { $0.repeatability == .notRepeatable },
            nonfilingIndicator: nonfilingIndicator,
            sourceIndicator: sourceIndicator, sourceIndicatorValue: sourceIndicatorValue, pairedTag: pairedTag,
            indicators: Definitions(indicators), name: name)
    }
}
