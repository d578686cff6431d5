import Ingest
import Synchronization

/// What has been fetched, for the length of a test.
final class Memory: SourceMemory {
    var rows: [String: RememberedFile] = [:]
    var dates: [String: String] = [:]
    /// By the checksum of the file.
    var notices: [String: [SourceNotice]] = [:]

    func file(at address: String) -> RememberedFile? { rows[address] }
    func files() -> [RememberedFile] { rows.values.sorted { $0.address < $1.address } }
    func remember(_ file: RememberedFile) { rows[file.address] = file }
    func forget(_ address: String) { rows[address] = nil }
    func harvested(_ list: String) -> String? { dates[list] }
    func remember(_ file: RememberedFile?, harvestedUntil dates: [String: String], notices: [SourceNotice]) {
        if let file {
            remember(file)
            self.notices[file.sha256] = notices
        }
        self.dates.merge(dates) { $1 }
    }
}

/// What a test is told, in order.
final class Noted<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    var all: [Value] { values.withLock { $0 } }
    func add(_ value: Value) { values.withLock { $0.append(value) } }
}
