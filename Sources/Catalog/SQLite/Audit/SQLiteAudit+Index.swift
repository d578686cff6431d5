internal import MARC
internal import Update

/// The index for searching.
extension SQLiteAudit {
    /// Holds every entry of the index against the records; where they differ, names the records.
    func checkIndex() throws {
        do {
            try connection.execute("insert into search(search, rank) values ('integrity-check', 1)")
            return
        } catch  where error.kind != .damaged {
            throw error
        } catch {
            let records = try alteredEntries()
            for record in records.prefix(1000) {
                report.add("search", record, "the index does not hold the words of the record as it stands")
            }
            if records.isEmpty { report.add("search", "index", "the index is damaged: \(error.cause)") }
        }
    }

    /// The records whose words in the index are not those of a new index.
    private func alteredEntries() throws -> [String] {
        try connection.execute(
            """
            create virtual table temp.fresh using fts5(
                title, author, subject, content = '', tokenize = 'unicode61 remove_diacritics 2');
            insert into temp.fresh(rowid, title, author, subject) select id, title, author, subject from record;
            create virtual table temp.held_words using fts5vocab(main, search, instance);
            create virtual table temp.fresh_words using fts5vocab(temp, fresh, instance);
            """)
        let select = try connection.prepare(
            """
            select distinct x.doc, r.contributor, r.control_number, r.kind from (
                select * from (select term, doc, col, offset from temp.held_words except
                    select term, doc, col, offset from temp.fresh_words)
                union all
                select * from (select term, doc, col, offset from temp.fresh_words except
                    select term, doc, col, offset from temp.held_words)) x
            left join record r on r.id = x.doc order by 1
            """)
        var records: [String] = []
        while try select.step() {
            records.append(
                select.isNull(1)
                    ? "record number \(select.int(0))"
                    : name(select.int(1), select.text(2) ?? "", select.text(3) ?? ""))
        }
        return records
    }
}
