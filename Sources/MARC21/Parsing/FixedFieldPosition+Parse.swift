extension FixedFieldPosition {
    /// `at  18-21  Illustrations  unit=1 fill  a=Illustrations  obsolete  …`
    init?(_ columns: [Label]) {
        guard let range = Columns.range(columns.column(1)), let codes = Columns.codes(columns.dropFirst(4)) else {
            return nil
        }
        self.init(
            first: range.lowerBound, last: range.upperBound, unit: range.count, codes: codes, name: columns.column(2))
        for trait in Columns.words(columns.column(3)) {
            guard take(trait) else { return nil }
        }
    }

    private mutating func take(_ trait: Label) -> Bool {
        if let number = trait.after("unit=")?.number, number > 0 {
            unit = number
        } else if let word = trait.after("pattern="), let known = FixedFieldPattern(word) {
            pattern = known
        } else if let word = trait.after("list=") {
            listNumber = CodeList.all.firstIndex { $0.key == word } ?? -1
            return listNumber >= 0
        } else if let reference = trait.after("same-as=") {
            sameAs = reference
        } else {
            return takeFlag(trait)
        }
        return true
    }

    private mutating func takeFlag(_ trait: Label) -> Bool {
        if trait == "fill" {
            allowsFill = true
        } else if trait == "undefined" {
            isUndefined = true
        } else if trait == "computed" {
            isComputed = true
        } else if trait == "variant" {
            isVariant = true
        } else {
            return false
        }
        return true
    }
}

extension FixedFieldPattern {
    /// The pattern that the tables call `word`.
    init?(_ word: Label) {
        switch word.string {
        case "digits": self = .digits
        case "positive-number": self = .positiveNumber
        case "digits-or-hyphens": self = .digitsOrHyphens
        case "year": self = .year
        case "year-or-month": self = .yearOrMonth
        case "yymm": self = .yymm
        case "date-and-time": self = .dateAndTime
        default: return nil
        }
    }
}
