internal import Foundation
public import Update

/// The folder of one submission, `runs/CLIENT/PERIOD/CONTRIBUTOR`, and the attempts at its stages.
///
/// A stage's attempt is a numbered folder, written beside its place as `NNN.part`, synced and renamed when it is whole; the
/// small file `current` then names it. What is not renamed never was.
public struct SubmissionFolder: Sendable, Equatable {
    public let path: String

    public init(path: String) { self.path = path }

    public func stage(_ stage: StageName) -> String { "\(path)/\(stage.folder)" }

    /// The attempt that counts; nil where the stage has none. Whether its input is still that of the stage before, the
    /// caller judges.
    public func current(_ stage: StageName) throws -> Attempt? {
        let folder = self.stage(stage)
        guard let data = FileManager.default.contents(atPath: "\(folder)/current") else { return nil }
        let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let number = Int(text) else { return nil }
        let attempt = "\(folder)/\(Self.name(number))"
        guard let summary = FileManager.default.contents(atPath: "\(attempt)/\(StageFile.summary)") else { return nil }
        return Attempt(
            stage: stage, number: number, folder: attempt,
            summary: try JSONDecoder().decode(StageSummary.self, from: summary))
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
        try Durably.replace("\(pending.folder)/\(StageFile.summary)", with: try JSONText.bytes(summary))
        try Durably.syncFolder(pending.folder)
        let folder = "\(stage(pending.stage))/\(Self.name(pending.number))"
        try Durably.rename(pending.folder, to: folder)
        try Durably.replace("\(stage(pending.stage))/current", with: Array("\(Self.name(pending.number))\n".utf8))
        return Attempt(stage: pending.stage, number: pending.number, folder: folder, summary: summary)
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
