internal import MARC
internal import Update

/// How rules change indicators.
extension ScrubWork {
    /// What an indicator should be, and the message that says why.
    struct IndicatorChange {
        /// 1 or 2.
        var number: Int
        var value: UInt8
        var message: String
    }

    /// Sets indicators, one in a field at most, and reports each as repaired.
    ///
    /// - Parameter change: nil for a field that is to stay as it is.
    mutating func setIndicators(_ code: DefectCode, _ change: (FieldView) -> IndicatorChange?) {
        let changes = record.withView { view in
            view.fields.compactMap {
                field -> (field: Int, place: FieldPlace, before: UInt8, change: IndicatorChange)? in
                guard !field.tag.isControl, let change = change(field) else { return nil }
                let before = change.number == 1 ? field.indicator1 : field.indicator2
                guard before != change.value else { return nil }
                return (field.index, field.place(indicator: change.number), before, change)
            }
        }
        for (field, place, before, change) in changes {
            if change.number == 1 {
                record.setIndicator1(of: field, to: change.value)
            } else {
                record.setIndicator2(of: field, to: change.value)
            }
            report(code, at: place, before: [before], after: [change.value], change.message)
        }
    }
}

/// Indicators in messages.
enum IndicatorName {
    /// `blank` or the character.
    static func of(_ value: UInt8) -> String { value == 0x20 ? "blank" : Bytes.display([value]) }
}
