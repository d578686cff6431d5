import Foundation
import Testing

/// Every system call by which an install writes fails once, or is the program's last: the database is the old one or the new
/// one, what inspect said is so, and the next tick comes to the new one. HOLDFAST_FAULTS asks for another number of cases
/// (`make fault-test`: 300).
@Suite(.serialized, .enabled(if: TracedProgram.isPossible, "\(TracedProgram.skipReason)"))
struct `Faults at any write of an install` {
    /// What can befall a call.
    private static func effects(_ name: String) -> [Fault.Effect] {
        switch name {
        case "write", "pwrite64", "writev": [.full, .staysFull, .deviceError, .kill]
        case "openat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "fallocate": [.full, .kill]
        case "fsync", "fdatasync", "ftruncate", "unlink", "unlinkat", "link": [.deviceError, .kill]
        default: []
        }
    }

    @Test(arguments: [FaultScene.Kind.changes, .firstLoad])
    func `leaves the old file or the new one`(_ kind: FaultScene.Kind) throws {
        let scene = try FaultScene(kind)
        let faults = scene.calls.flatMap { call in Self.effects(call.name).map { Fault(call: call, effect: $0) } }
        let chosen = faults.spread(Faults.cases / 3)
        var reached = 0
        var isNew = 0
        for fault in chosen {
            let copy = try scene.copy()
            let (status, trace) = try TracedProgram.tick(copy.workspace, fault)
            if trace.failed?.name == fault.call.name { reached += 1 }
            if try scene.check(copy, status, after: "\(fault)") { isNew += 1 }
        }
        // Most faults must have been met, some before the commit and some after, or the test shows nothing.
        #expect(reached * 10 >= chosen.count * 9, "\(reached) of \(chosen.count)")
        #expect(isNew > 0 && isNew < chosen.count, "\(isNew) of \(chosen.count)")
    }
}

enum Faults {
    static let cases = ProcessInfo.processInfo.environment["HOLDFAST_FAULTS"].flatMap { Int($0) } ?? 24
}

extension Array {
    /// As many elements as are asked for, evenly spread over all.
    func spread(_ count: Int) -> [Element] {
        if count >= self.count { return self }
        return (0..<count).map { self[$0 * self.count / count + self.count / count / 2] }
    }
}
