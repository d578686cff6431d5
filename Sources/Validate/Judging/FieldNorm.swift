internal import MARC21

/// What format and profile allow in one field, as sets of characters: the form in which a field is compared fast.
struct FieldNorm: Sendable {
    var subfields = FieldNorm.anything
    /// Of these the ones that may not occur twice in a field.
    var singleSubfields = ASCIISet()
    var indicator1 = FieldNorm.anything
    var indicator2 = FieldNorm.anything
    /// `current` for local fields too.
    var standing = Standing.current
    /// The field may not occur twice in a record.
    var isSingle = false

    static let anything = ASCIISet(0...127)

    /// A field of which nothing is known, and nothing asked.
    static let local = FieldNorm()
    static let undefined: FieldNorm = {
        var norm = FieldNorm()
        norm.standing = .undefined
        return norm
    }()

    init() {}

    /// - Parameters:
    ///   - own: what the format says of the field as such.
    ///   - content: what it says of indicators and subfields, which may stand in another format.
    ///   - localSubfields: codes that the contributor uses in any field.
    init(_ own: FieldDefinition, content: FieldDefinition, localSubfields: [UInt8]) {
        isSingle = own.repeatability == .notRepeatable
        standing = own.isObsolete ? .obsolete : .current
        // Of an obsolete field one thing is worth saying: that it is obsolete.
        guard standing == .current, !own.isControlField, !own.isLinked880 else { return }
        if content.indicator1.isStated { indicator1 = content.indicator1.allowed }
        if content.indicator2.isStated { indicator2 = content.indicator2.allowed }
        guard !content.definedSubfields.isEmpty else { return }
        subfields = ASCIISet(
            content.definedSubfields.characters.filter { !content.obsoleteSubfields.contains($0) } + localSubfields)
        singleSubfields = content.notRepeatableSubfields
    }
}
