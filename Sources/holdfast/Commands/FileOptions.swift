internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// What the commands take that look at files and need no workspace.
struct FileOptions: ParsableArguments {
    @Option(
        help: "The contributor's profile: a YAML file, or a profile's name in the workspace around the current folder.")
    var profile: String?

    @Option(help: "Threads that work on records; else one a core. The output does not depend on it.")
    var threads: Int?

    @Flag(help: "No progress.")
    var quiet = false

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads expects a number from 1 to 1024, found \(threads)")
        }
    }

    var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

    func readProfile() throws -> Profile {
        guard let profile else { return .unknown }
        if FileManager.default.fileExists(atPath: profile) { return try Profile(file: profile) }
        if let folder = Workspace.find(from: FileManager.default.currentDirectoryPath) {
            let workspace = try Workspace(folder: folder, knownCodes: DefectCodes.names)
            if let found = workspace.profiles[profile] { return found }
            throw RunRefusal(
                "there is no file '\(profile)', and the workspace \(folder) has the profiles "
                    + workspace.profiles.keys.sorted().joined(separator: ", "))
        }
        throw RunRefusal(
            "there is no file '\(profile)'; --profile takes a YAML file, or a profile's name inside a workspace")
    }
}
