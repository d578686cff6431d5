import Foundation
import ServerSupport
import Transfer

/// A line that files come over.
enum Line: String, CaseIterable, Sendable {
    case http, https, ftp, sftp
    /// ftp, with TLS asked for on the connection.
    case ftpWithTLS
    /// TLS from the first byte on.
    case ftps

    /// The lines on which the server shows who it is.
    static let safe: [Line] = [.https, .ftpWithTLS, .ftps, .sftp]

    /// Starts a server at the other end.
    func serve(_ bench: Bench) throws -> ServedLine {
        var connection = Connection.quick
        connection.user = self == .sftp ? NSUserName() : "bva"
        switch self {
        case .http, .ftp:
            connection.password = try bench.secret("secret")
            return ServedLine(
                self, try TestServer(isWeb ? .http : .ftp, folder: bench.served, "bva:secret"), connection)
        case .https, .ftpWithTLS, .ftps:
            connection.password = try bench.secret("secret")
            let certificate = try TestCertificate.make(in: bench.path("tls"))
            connection.caFile = certificate + ".crt"
            connection.requiresTLS = self == .ftpWithTLS
            let server =
                self == .ftps
                ? try TestServer(.ftp, folder: bench.served, "bva:secret", certificate, "implicit")
                : try TestServer(isWeb ? .http : .ftp, folder: bench.served, "bva:secret", certificate)
            return ServedLine(self, server, connection)
        case .sftp:
            let server = try TestServer(.sshd, folder: bench.served, bench.keys)
            connection.keyFile = "\(bench.keys)/user"
            connection.hostKey = try TestHostKey.fingerprint("\(bench.keys)/host.pub")
            return ServedLine(self, server, connection)
        }
    }

    private var isWeb: Bool { self == .http || self == .https }
}

/// A server at the other end of a line, and how it is spoken to.
struct ServedLine {
    let line: Line
    let server: TestServer
    var connection: Connection

    init(_ line: Line, _ server: TestServer, _ connection: Connection) {
        (self.line, self.server, self.connection) = (line, server, connection)
    }

    var root: String {
        let scheme = line == .ftpWithTLS ? "ftp" : line.rawValue
        return "\(scheme)://127.0.0.1:\(server.port)\(line == .sftp ? server.folder : "")/"
    }

    /// Under which name the server looks for the faults of a file; an ssh server sees none.
    func plant(_ faults: String, of name: String) throws {
        try server.plant("{\"\(line == .sftp ? "server" : name)\": \(faults)}")
    }

    func file(_ name: String, _ remote: borrowing RemoteServer) throws -> RemoteFile? {
        try remote.files(matching: NamePattern([name])).first
    }

    /// With a login that the server does not know.
    var asStranger: Connection {
        get throws {
            var connection = connection
            if line == .sftp {
                connection.keyFile = connection.keyFile?.replacing("/user", with: "/other")
            } else {
                setenv("HOLDFAST_TEST_WRONG", "wr0ng", 1)
                connection.password = SecretPlace("env:HOLDFAST_TEST_WRONG")
            }
            return connection
        }
    }

    /// Expecting another server than the one that answers.
    func expectingAnother(_ bench: Bench) throws -> Connection {
        var connection = connection
        if line == .sftp {
            connection.hostKey = try TestHostKey.fingerprint("\(bench.keys)/other.pub")
        } else {
            connection.caFile = try TestCertificate.make(in: bench.path("other")) + ".crt"
        }
        return connection
    }
}
