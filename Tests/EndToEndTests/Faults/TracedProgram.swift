import Foundation

/// A system call that changes a file or sends to a server, made by the program's main thread, which writes the database.
struct WriteCall: Hashable, CustomStringConvertible {
    let name: String
    /// Which of its name, from 1.
    let number: Int
    /// The file, where strace says it.
    let path: String

    var description: String { "\(name) \(number) (\(path))" }
}

/// What befalls the program at one system call.
struct Fault: CustomStringConvertible {
    enum Effect: String {
        /// The disk is full at this call, or from then on.
        case full = "error=ENOSPC:when=#", staysFull = "error=ENOSPC:when=#+"
        case deviceError = "error=EIO:when=#"
        case brokenConnection = "error=ECONNRESET:when=#"
        case kill = "signal=SIGKILL:when=#"
        /// Stopped before the call, so that something can be done to the server meanwhile.
        case pause = "signal=SIGSTOP:when=#"
    }

    let call: WriteCall
    let effect: Effect

    /// As `strace -e inject=` takes it.
    var injection: String { "\(call.name):\(effect.rawValue.replacing("#", with: "\(call.number)"))" }

    var description: String { "\(effect) at \(call)" }
}

/// The program under strace, which says what it calls and makes calls fail.
enum TracedProgram {
    static let isPossible: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["strace", "-o", "/dev/null", "true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    static let skipReason = "strace is not installed or may not trace here"

    private static let calls =
        "write,pwrite64,writev,fsync,fdatasync,ftruncate,fallocate,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,"
        + "link,openat,sendto,recvfrom"

    /// Starts a tick of the workspace, only its main thread traced.
    static func startTick(_ workspace: SampleWorkspace, _ fault: Fault? = nil) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["strace", "-y", "-s", "0", "-o", "\(workspace.path)/.calls", "-e", "trace=\(calls)"]
            + (fault.map { ["-e", "inject=\($0.injection)"] } ?? [])
            + [Program.path, "tick", "--workspace", workspace.path, "--quiet"]
        for (name, handle) in [(".out", \Process.standardOutput), (".err", \Process.standardError)] {
            let file = "\(workspace.path)/\(name)"
            _ = FileManager.default.createFile(atPath: file, contents: nil)
            process[keyPath: handle] = FileHandle(forWritingAtPath: file)
        }
        try process.run()
        return process
    }

    /// Runs a tick to its end.
    ///
    /// - Returns: its status, negative for the signal that ended it, and the calls that it made.
    static func tick(_ workspace: SampleWorkspace, _ fault: Fault? = nil) throws -> (status: Int32, trace: Trace) {
        let process = try startTick(workspace, fault)
        process.waitUntilExit()
        let status = process.terminationStatus
        return (process.terminationReason == .uncaughtSignal ? -status : status, try Trace(of: workspace))
    }

    /// Waits until the program stops where the fault says.
    ///
    /// - Returns: its process; nil where it ended before.
    static func waitForPause(_ strace: Process, _ workspace: SampleWorkspace) throws -> pid_t? {
        while strace.isRunning {
            let text = try? String(contentsOfFile: "\(workspace.path)/.calls", encoding: .utf8)
            if text?.contains("stopped by SIGSTOP") == true {
                let pid = strace.processIdentifier
                let children = try String(contentsOfFile: "/proc/\(pid)/task/\(pid)/children", encoding: .utf8)
                return children.split(separator: " ").first.flatMap { pid_t($0) }
            }
            Thread.sleep(forTimeInterval: 0.02)
        }
        return nil
    }

    /// What strace wrote down.
    struct Trace {
        let calls: [WriteCall]
        /// The call at which the fault was planted; nil where it was not reached.
        let failed: WriteCall?

        init(of workspace: SampleWorkspace) throws {
            var calls: [WriteCall] = []
            var counts: [String: Int] = [:]
            var failed: WriteCall?
            let text = String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: "\(workspace.path)/.calls")), as: UTF8.self)
            for line in text.split(separator: "\n") {
                guard let bracket = line.firstIndex(of: "("), !line.hasPrefix("-"), !line.hasPrefix("+") else {
                    continue
                }
                let name = String(line[..<bracket])
                counts[name, default: 0] += 1
                let call = WriteCall(name: name, number: counts[name] ?? 0, path: Self.path(line[bracket...]))
                if failed == nil, line.contains("(INJECTED)") || line.contains(") = ?") { failed = call }
                // Of opened files only those that are made.
                if name != "openat" || line.contains("O_CREAT") { calls.append(call) }
            }
            self.calls = calls
            self.failed = failed
        }

        /// `3</folder/file>` or `"/folder/file"`, whichever comes first of one with a file's name.
        private static func path(_ arguments: Substring) -> String {
            if let match = arguments.firstMatch(of: /"(\/[^"]*)"|<([^>]*)>, (?!")|<([^>]*)>\)/) {
                return String(match.1 ?? match.2 ?? match.3 ?? "")
            }
            return ""
        }
    }
}
