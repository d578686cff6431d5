internal import MARC
internal import Update

/// The bibliographic record that a holdings record belongs to.
enum RelatedRecord {
    /// Its control number: 004, or 001 where there is none; nil where there is neither.
    ///
    /// Source: MARC 21 Format for Holdings Data, 004.
    static func number(in holdings: RecordView) -> ByteView? {
        for tag: Tag in ["004", "001"] {
            if let number = ControlNumberPlace(tag: tag).number(in: holdings), !number.isEmpty { return number }
        }
        return nil
    }
}
