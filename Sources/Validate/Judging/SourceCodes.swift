internal import MARC
internal import MARC21

/// The codes that $2 may have, by field.
///
/// Source: Source Codes for Vocabularies, Rules, and Schemes.
enum SourceCodes {
    /// The fields whose $2 takes its code from a list. Classifications whose $2 is a number of an edition are not among them.
    static let tags: [TagPattern] = (0..<TagNumber.other).map(TagNumber.tag).filter { tag in
        CodeList.used(inField: tag.rawValue, subfield: UInt8(ascii: "2")) != nil
    }.map { TagPattern($0) }

    /// By tag number, the place of the field's list among all lists, from 1; 0 where it has none.
    private static let lists = FlatTable(
        (0..<TagNumber.count).map { number -> UInt16 in
            guard number < TagNumber.other,
                let list = CodeList.used(inField: TagNumber.tag(number).rawValue, subfield: UInt8(ascii: "2")),
                let place = CodeList.all.firstIndex(where: { $0.name == list.name })
            else { return 0 }
            return UInt16(clamping: place + 1)
        })

    /// Whether `code` is in the field's list, or in another one: vocabularies of genres are used for subjects, and so on. What
    /// stands behind a slash, the language of a vocabulary, is not looked at.
    static func isKnown(_ code: ByteView, in tag: Tag) -> Bool {
        let list = Int(lists.start[TagNumber.of(tag)])
        if list > 0, CodeList.all[list - 1].standing(of: code) != .undefined { return true }
        let end = code.firstIndex(of: UInt8(ascii: "/")) ?? code.count
        let bare = code.slice(0, end)
        return CodeList.all.contains { $0.standing(of: bare) != .undefined }
    }
}
