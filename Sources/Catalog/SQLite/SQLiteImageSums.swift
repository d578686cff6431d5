internal import MARC
internal import Update

/// What the images before come to, read from `change` alone.
enum SQLiteImageSums {
    static func sums(from first: Int, to last: Int, on connection: SQLiteConnection) throws(CatalogError) -> TableSums {
        var sums = TableSums()
        try forEachImage(from: first, to: last, on: connection) { sums += $0.sums }
        return sums
    }

    /// Lends every image of some changes, in their order.
    static func forEachImage(
        from first: Int, to last: Int, on connection: SQLiteConnection, _ body: (StoredImage) -> Void
    ) throws(CatalogError) {
        let images = try connection.prepare(
            """
            select id, kind, control_number, before_form, before_hash, before_title, before_author, before_subject,
                before_marc, before_version
            from change where id between ?1 and ?2 and before_form is not null
            """)
        try images.bind(1, first)
        try images.bind(2, last)
        let parts = try Parts(connection)
        var hash = RowHash()
        while try images.step() {
            var sums = TableSums()
            let kind = RecordKind(word: images.textBytes(1))
            let form: RecordForm = images.textBytes(3).equals("marcxml") ? .marcxml : .iso2709
            let content = Hash128(stored: images.blob(4))
            hash.beginRecord(kind, images.textBytes(2))
            hash.appendRecord(
                form: form, hash: content, title: images.textBytes(5), author: images.textBytes(6),
                subject: images.textBytes(7), marc: images.blob(8))
            sums.records.add(hash.hash)
            try parts.add(images.int(0), &hash, &sums)
            body(
                StoredImage(
                    change: images.int(0), version: images.int(9), sums: sums, kind: kind,
                    controlNumber: images.textBytes(2), form: form, hash: content,
                    texts: (images.textBytes(5), images.textBytes(6), images.textBytes(7)), marc: images.blob(8)))
        }
    }

    /// The identifiers and holdings of an image.
    private struct Parts {
        let identifiers: SQLiteStatement
        let holdings: SQLiteStatement

        init(_ connection: SQLiteConnection) throws(CatalogError) {
            identifiers = try connection.prepare(
                """
                select i.value ->> 0, i.value ->> 1 from change c, json_each(c.before_identifiers) i where c.id = ?
                """)
            holdings = try connection.prepare(
                "select \(SQLiteImage.holdingValues) from change c, json_each(c.before_holdings) h where c.id = ?")
        }

        func add(_ change: Int, _ hash: inout RowHash, _ sums: inout TableSums) throws(CatalogError) {
            try identifiers.bind(1, change)
            while try identifiers.step() {
                guard let type = RecordKey(word: identifiers.textBytes(0)) else { continue }
                hash.beginRow()
                hash.appendIdentifier(type, identifiers.textBytes(1))
                sums.identifiers.add(hash.hash)
            }
            identifiers.reset()
            try holdings.bind(1, change)
            while try holdings.step() {
                hash.beginRow()
                hash.appendHolding(holdings.int(0)) { holdings.textBytes($0 + 1) }
                sums.holdings.add(hash.hash)
            }
            holdings.reset()
        }
    }
}
