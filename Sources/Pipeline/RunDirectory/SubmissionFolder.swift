internal import Foundation
public import Update

/// The folder of one submission, `runs/CLIENT/PERIOD/CONTRIBUTOR`, and the attempts at its stages.
///
/// A stage's attempt is a numbered folder, written beside its place as `NNN.part`, synced and renamed when it is whole; the
/// small file `current` then names it. What is not renamed never was.
public struct SubmissionFolder: Sendable, Equatable {
    public let path: String
    /// Whether attempts must outlive a crash; false for a folder that goes with its process.
    public let isDurable: Bool

    public init(path: String, isDurable: Bool = true) {
        self.path = path
        self.isDurable = isDurable
    }

    public func stage(_ stage: StageName) -> String { "\(path)/\(stage.folder)" }

    /// The attempt that counts; nil where the stage has none. Whether its input is still that of the stage before, the
    /// caller judges.
    public func current(_ stage: StageName) throws -> Attempt? {
        guard let number = currentNumber(stage) else { return nil }
        return try attempt(stage, number)
    }

    /// The number of the first attempt at a stage that read what the one that counts has read; nil where none counts.
    func firstAttempt(_ stage: StageName) throws -> Int? {
        guard let current = try current(stage) else { return nil }
        return try (1...current.number).first { try attempt(stage, $0)?.summary.input == current.summary.input }
    }

    private func currentNumber(_ stage: StageName) -> Int? {
        guard let data = FileManager.default.contents(atPath: "\(self.stage(stage))/current") else { return nil }
        return Int(String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private func attempt(_ stage: StageName, _ number: Int) throws -> Attempt? {
        let folder = "\(self.stage(stage))/\(Self.name(number))"
        guard let summary = FileManager.default.contents(atPath: "\(folder)/\(StageFile.summary)") else { return nil }
        return Attempt(
            stage: stage, number: number, folder: folder,
            summary: try JSONDecoder().decode(StageSummary.self, from: summary))
    }

    /// Finishes what a crash broke off between the renaming of an attempt and the swap of `current`. An attempt with its
    /// own name is whole, so the newest one counts. Only for who holds the client's lock.
    func finishSwaps() throws {
        for stage in StageName.allCases {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: self.stage(stage))) ?? []
            guard let newest = names.compactMap({ Int($0) }).max(), newest > currentNumber(stage) ?? 0,
                try attempt(stage, newest) != nil
            else { continue }
            try makeCurrent(stage, newest)
        }
    }

    private func makeCurrent(_ stage: StageName, _ number: Int) throws {
        try Durably.replace("\(self.stage(stage))/current", with: Array("\(Self.name(number))\n".utf8))
    }

    /// Makes the folder for a new attempt and clears away what an attempt that broke off has left.
    public func begin(_ stage: StageName) throws -> PendingAttempt {
        let folder = self.stage(stage)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        for name in names where name.hasSuffix(".part") {
            try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
        let number = (names.compactMap { Int($0) }.max() ?? 0) + 1
        let pending = PendingAttempt(stage: stage, number: number, folder: "\(folder)/\(Self.name(number)).part")
        try FileManager.default.createDirectory(atPath: pending.folder, withIntermediateDirectories: false)
        return pending
    }

    /// Makes an attempt the one that counts: its summary written, its folder synced and renamed, `current` swapped.
    public func complete(_ pending: PendingAttempt, summary: StageSummary) throws -> Attempt {
        try summary.checkBalance()
        let folder = "\(stage(pending.stage))/\(Self.name(pending.number))"
        if isDurable {
            try Durably.replace("\(pending.folder)/\(StageFile.summary)", with: try JSONText.bytes(summary))
            try Durably.syncFolder(pending.folder)
            try Durably.rename(pending.folder, to: folder)
            try makeCurrent(pending.stage, pending.number)
        } else {
            try Self.write(try JSONText.bytes(summary), to: "\(pending.folder)/\(StageFile.summary)")
            try FileManager.default.moveItem(atPath: pending.folder, toPath: folder)
            try Self.write(Array("\(Self.name(pending.number))\n".utf8), to: "\(stage(pending.stage))/current")
        }
        return Attempt(stage: pending.stage, number: pending.number, folder: folder, summary: summary)
    }

    /// Writes a file that need not outlive the process. Foundation's `Data.write` syncs.
    private static func write(_ bytes: [UInt8], to path: String) throws {
        var file = try OutputFile(path: path)
        try file.write(bytes)
        try file.finish(isDurable: false)
    }

    static func name(_ number: Int) -> String { String(format: "%03d", number) }
}

/// An attempt at a stage that came to its end.
public struct Attempt: Sendable, Equatable {
    public let stage: StageName
    /// From 1.
    public let number: Int
    public let folder: String
    public let summary: StageSummary

    /// The path of one of the attempt's files.
    public func file(_ name: String) -> String { "\(folder)/\(name)" }
}

/// An attempt under way, in a folder that does not count yet.
public struct PendingAttempt: Sendable, Equatable {
    public let stage: StageName
    public let number: Int
    public let folder: String
}
