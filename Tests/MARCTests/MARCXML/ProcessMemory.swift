import Foundation

/// What this process takes of memory.
enum ProcessMemory {
    /// Resident bytes, as `/proc/self/statm` says.
    static var residentBytes: Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * 4096
    }
}
