/// Tables, indexes and triggers.
extension PostgreSQLAudit {
    /// They are those that a new schema has: one is made beside it, read and taken back.
    func checkSchema() throws {
        // They stay, empty, where records are no longer matched.
        let hasClusters =
            try PostgreSQLClusterSchema.rules(on: connection) != nil || PostgreSQLClusterSchema.exists(on: connection)
        let found = try schema("(select oid from pg_namespace where nspname = '\(connection.address.schema)')")
        try connection.execute("savepoint fresh; set local search_path = pg_temp")
        try connection.execute(PostgreSQLSchema.tables + PostgreSQLSchema.indexes.joined(separator: ";"))
        if hasClusters { try connection.execute(PostgreSQLClusterSchema.tables + PostgreSQLClusterSchema.indexes) }
        let expected = try schema("pg_my_temp_schema()")
        try connection.execute("rollback to fresh")
        for (name, definition) in expected.sorted(by: { $0.key < $1.key }) where found[name] != definition {
            report.add(
                "schema", name,
                found[name] == nil
                    ? "it is missing; expected: \(definition)"
                    : "it is not as Holdfast makes it; expected: \(definition)")
        }
        for name in found.keys.sorted() where expected[name] == nil && !name.hasPrefix("rematch") {
            report.add("schema", name, "Holdfast makes nothing of that name")
        }
    }

    /// Tables as lists of their columns, indexes and triggers as the statements that make them, by name.
    private func schema(_ namespace: String) throws -> [String: String] {
        let rows = try connection.queryOnce(
            """
            select c.relname::text, string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                || case when a.attcollation = 950 then ' collate "C"' else '' end
                || case when a.attnotnull then ' not null' else '' end, ', ' order by a.attnum)
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = \(namespace) and c.relkind in ('r', 'p', 'v', 'm') group by 1
            union all
            select c.relname::text, regexp_replace(pg_get_indexdef(i.indexrelid), ' ON ("[^"]+"|[^ .]+)[.]', ' ON ')
            from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace = \(namespace)
            union all
            select t.tgname::text, pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
            where c.relnamespace = \(namespace) and not t.tgisinternal
            """)
        return Dictionary(rows.map { ($0.text(0) ?? "", $0.text(1) ?? "") }) { first, _ in first }
    }
}
