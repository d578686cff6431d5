internal import MARC

/// The image of a record before a change: all its rows, in one row of `change`, so that a version can be undone exactly.
/// Identifiers and holdings stand there as JSON, an array a row, in the order of their tables' columns.
enum SQLiteImage {
    /// ?1 version, ?2 action, ?3 id, ?4 ordinal, ?5 hash after, ?6 record.
    static let change = """
        insert into change(
            version, action, id, ordinal, hash, record, kind, control_number, before_form, before_hash, before_version,
            before_title, before_author, before_subject, before_marc, before_identifiers, before_holdings)
        select ?1, ?2, ?3, ?4, ?5, id, kind, control_number, form, hash, version, title, author, subject, marc,
            (select json_group_array(json_array(type, value)) from identifier where record = ?6),
            (select json_group_array(json_array(number, \(HoldingSlices.columns.joined(separator: ", "))))
                from holding where record = ?6)
        from record where id = ?6
        """

    /// ?1 change, ?2 record, ?3 contributor.
    static let restoreRecord = """
        insert into record(
            id, contributor, kind, control_number, form, hash, version, title, author, subject, marc)
        select ?2, ?3, kind, control_number, before_form, before_hash, before_version, before_title, before_author,
            before_subject, before_marc
        from change where id = ?1
        """

    static let restoreIdentifiers = """
        insert into identifier(record, type, value)
        select ?2, i.value ->> 0, i.value ->> 1 from change c, json_each(c.before_identifiers) i where c.id = ?1
        """

    static let restoreHoldings = """
        insert into holding select ?2, \(holdingValues) from change c, json_each(c.before_holdings) h where c.id = ?1
        """

    /// The number and the columns of a holding in the image `h.value`.
    static let holdingValues = (0...HoldingSlices.count).map { "h.value ->> \($0)" }.joined(separator: ", ")

    /// ?1 record.
    static let restoreWords = """
        insert into search(rowid, title, author, subject) select id, title, author, subject from record where id = ?1
        """
}

extension CatalogChange.Action {
    /// The word's bytes, which stay for the program's life.
    var word: ByteView {
        switch self {
        case .added: ByteView("added")
        case .replaced: ByteView("replaced")
        case .deleted: ByteView("deleted")
        case .deleteNotHeld: ByteView("delete-not-held")
        case .absent: ByteView("absent")
        }
    }
}
