import Foundation
import ServerSupport
import Synchronization
import Transfer

/// A folder for one test, gone when it ends, and the surroundings of its transfers: no pause is slept, all are noted.
final class Bench: Sendable {
    let root: String
    private let slept = Mutex<[Double]>([])

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("transfer-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: "\(root)/keys", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    /// The pauses between attempts so far, in seconds.
    var pauses: [Double] { slept.withLock { $0 } }
    var served: String { "\(root)/served" }
    var keys: String { "\(root)/keys" }

    func path(_ name: String) -> String { "\(root)/\(name)" }

    func bytes(_ name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: URL(fileURLWithPath: path(name)))) }

    func put(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path(name))) }

    /// A file with the line `password`.
    func secret(_ password: String) throws -> SecretPlace? {
        try Data("\(password)\n".utf8).write(to: URL(fileURLWithPath: path("secret")))
        return SecretPlace("file:\(path("secret"))")
    }

    func server(_ address: String, _ connection: Connection = .quick) throws -> RemoteServer {
        let surroundings = TransferSurroundings(
            sleep: { [self] seconds in slept.withLock { $0.append(seconds) } }, chance: { 0.5 })
        return try RemoteServer(Address(address), connection, surroundings)
    }

    /// The sentence of the error that `body` ends with, with the port taken out.
    func sentence(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "no error"
        } catch {
            return "\(error)".replacing(/127\.0\.0\.1:\d+/, with: "HOST")
        }
    }
}

extension Connection {
    /// Gives up soon.
    static var quick: Connection {
        var connection = Connection()
        connection.limits.connectSeconds = 5
        connection.limits.slowestBytesPerSecond = 2000
        connection.limits.slowSeconds = 2
        return connection
    }
}

/// Bytes that look random and are the same every time.
func sample(_ count: Int) -> [UInt8] {
    var state: UInt64 = 2709
    return (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
    }
}
