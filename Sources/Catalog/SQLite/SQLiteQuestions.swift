internal import MARC
internal import Update

extension SQLiteReading {
    func contributors() throws -> [CatalogContributor] {
        let select = try connection.prepare("select id, symbol, name from contributor order by symbol")
        var contributors: [CatalogContributor] = []
        while try select.step() {
            contributors.append(
                CatalogContributor(id: select.int(0), symbol: select.text(1) ?? "", name: select.text(2) ?? ""))
        }
        return contributors
    }

    func record(of contributor: String, controlNumber: String) throws -> Int? {
        let select = try connection.prepare(
            """
            select r.id from record r join contributor c on c.id = r.contributor
            where c.symbol = ?1 and r.control_number = ?2 and r.kind = 'bibliographic'
            """)
        try select.bind(1, contributor)
        try select.bind(2, controlNumber)
        return try select.step() ? select.int(0) : nil
    }

    func standing(_ identity: RecordIdentity) throws -> [StandingRecord] {
        let select = try connection.prepare(
            """
            select r.id, r.kind, r.version from record r join contributor c on c.id = r.contributor
            where c.symbol = ?1 and r.control_number = ?2 order by r.kind
            """)
        try select.bind(1, identity.contributor)
        try select.bind(2, identity.controlNumber)
        var standing: [StandingRecord] = []
        while try select.step() {
            standing.append(
                StandingRecord(id: select.int(0), kind: select.text(1) ?? "", version: select.int(2)))
        }
        return standing
    }

    func image(of name: RecordName) throws -> RecordImage? {
        try images.bind(1, name.identity.contributor)
        try images.bind(2, name.identity.controlNumber)
        try images.bind(3, name.kind)
        defer { images.reset() }
        return try images.step() ? RecordImage(images.blob(0), images.textBytes(1)) : nil
    }

    func identity(of record: Int) throws -> RecordIdentity? {
        try identities.bind(1, record)
        defer { identities.reset() }
        guard try identities.step() else { return nil }
        return RecordIdentity(contributor: identities.text(0) ?? "", controlNumber: identities.text(1) ?? "")
    }

    func heldRecord(_ record: Int) throws -> HeldRecord? {
        guard let identity = try identity(of: record) else { return nil }
        let select = try connection.prepare("select title, author, form, marc from record where id = ?")
        try select.bind(1, record)
        guard try select.step() else { return nil }
        let form: RecordForm = select.textBytes(2).equals("marcxml") ? .marcxml : .iso2709
        return HeldRecord(
            identity: identity, title: select.text(0) ?? "", author: select.text(1) ?? "",
            record: StoredRecord.read(select.blob(3), form))
    }

    func search(_ words: [String], most: Int) throws -> [Int] {
        let phrases = words.map { "\"\($0.replacing("\"", with: "\"\""))\"" }
        if phrases.isEmpty { return [] }
        let select = try connection.prepare(
            "select rowid from search where search match ?1 order by rank, rowid limit ?2")
        try select.bind(1, phrases.joined(separator: " "))
        try select.bind(2, most)
        var records: [Int] = []
        while try select.step() { records.append(select.int(0)) }
        return records
    }
}
