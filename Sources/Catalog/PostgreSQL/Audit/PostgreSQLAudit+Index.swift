internal import MARC

/// The words for searching.
extension PostgreSQLAudit {
    /// Those of each record are what its texts make, and no others are there.
    func checkIndex() throws {
        var vector = try WordVector()
        var expected: [UInt8] = []
        try connection.forEachRow(
            """
            select r.contributor, r.control_number, r.kind, r.title, r.author, r.subject, s.title, s.author, s.subject
            from record r left join search s on s.record = r.id order by r.id
            """
        ) { row in
            let isWhole = (3...5).allSatisfy { column in
                expected.removeAll(keepingCapacity: true)
                vector.append(row.bytes(column), to: &expected)
                return row.bytes(column + 3).elementsEqual(expected)
            }
            if !isWhole {
                report.add(
                    "search", name(row, from: 0), "the index does not hold the words of the record as it stands")
            }
        }
        let strays = "select record from search where record not in (select id from record) order by 1 limit 1000"
        for row in try connection.query(strays) {
            report.add(
                "search", "record number \(row.int(0))", "the index does not hold the words of the record as it stands")
        }
    }
}
