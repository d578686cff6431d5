public import Catalog

extension Ledger {
    /// Notes a file that a submission took.
    public func addDelivery(client: String, contributor: String, period: String, file: PinnedSubmission.File)
        throws(CatalogError)
    {
        let statement = try connection.prepare(
            """
            insert or ignore into delivered_file (client, contributor, sha256, name, size, period) values (?, ?, ?, ?, ?, ?)
            """)
        try statement.bind(1, client)
        try statement.bind(2, contributor)
        try statement.bind(3, file.sha256)
        try statement.bind(4, file.name)
        try statement.bind(5, file.size)
        try statement.bind(6, period)
        try statement.run()
    }

    /// The checksums of files that earlier submissions of the contributor took, with the period of each.
    ///
    /// - Parameter except: periods whose submissions do not count.
    public func delivered(client: String, contributor: String, except: [String] = []) throws(CatalogError)
        -> [String: String]
    {
        let statement = try connection.prepare(
            """
            select sha256, period from delivered_file where client = ?1 and contributor = ?2 order by period
            """)
        try statement.bind(1, client)
        try statement.bind(2, contributor)
        var known: [String: String] = [:]
        while try statement.step() {
            let period = statement.text(1) ?? ""
            if !except.contains(period) { known[statement.text(0) ?? ""] = period }
        }
        return known
    }
}
