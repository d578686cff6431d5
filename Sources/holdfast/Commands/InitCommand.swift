internal import ArgumentParser
internal import Foundation
internal import Pipeline

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new workspace, with a client, its drop folders, pipelines and a profile to start from.")

    @Argument(help: "The folder; made where it is absent, and must be empty where it is there.")
    var folder: String

    func run() throws {
        let path = URL(fileURLWithPath: folder).standardizedFileURL.path
        try NewWorkspace.make(at: path)
        print(
            """
            made a workspace in \(folder)
            next: name your client and its contributors in clients/mylibraries.yaml,
                  put their files into inbox/mylibraries/SYMBOL/,
                  holdfast lint --workspace \(folder)
                  holdfast run weekly --workspace \(folder)
            """)
    }
}
