internal import Foundation

/// The PostgreSQL server of this test process: started when a test first asks for it, ended with the process.
public enum TestPostgreSQL {
    /// Whether the server's programs are here; make test installs them.
    public static let isInstalled: Bool = {
        let manager = FileManager.default
        let folders = (try? manager.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        return folders.contains { manager.isExecutableFile(atPath: "/usr/lib/postgresql/\($0)/bin/initdb") }
    }()

    private static let shared = Result { try start() }

    /// A server of a test's own, to be stopped and started.
    public static func start() throws -> TestServer {
        try TestServer(.postgreSQL, folder: "/tmp/holdfast-\(UUID().uuidString.prefix(8))")
    }

    /// The address of a server's database.
    ///
    /// - Parameter server: nil for that of the process.
    public static func address(
        _ schema: String, of server: TestServer? = nil, user: String = "holdfast", database: String = "holdfast"
    ) throws -> String {
        let folder = try (server ?? shared.get()).folder
        return "postgres://\(user)@/\(database)?host=\(folder)&schema=\(schema)"
    }
}
