internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Update

struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "Profiles of contributors.", subcommands: [LearnCommand.self])

    struct LearnCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "learn", abstract: "Propose a profile that fits sample files, with the evidence as comments.",
            discussion:
                "Needs no workspace. - reads the standard input. What is proposed is a start: a person looks it over.")

        @Argument(help: "The sample files; - is the standard input.")
        var files: [String]

        @Option(help: "The file to write; it must not be there yet. Else the proposal goes to standard output.")
        var out: String?

        @Option(help: "Threads that work on records; else one a core. The output does not depend on it.")
        var threads: Int?

        func validate() throws {
            if let threads, !(1...1024).contains(threads) {
                throw ValidationError("--threads expects a number from 1 to 1024, found \(threads)")
            }
        }

        func run() throws {
            if let out, FileManager.default.fileExists(atPath: out) {
                throw RunRefusal("\(out) is there already; name a new file, or remove it")
            }
            let proposal = try ProfileProposal(
                files: files, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
            guard let out else { return Standard.write(proposal.text) }
            try Durably.replace(out, with: Array(proposal.text.utf8))
            print("wrote \(out); look it over, then name it as a contributor's profile in clients/CLIENT.yaml")
        }
    }
}
