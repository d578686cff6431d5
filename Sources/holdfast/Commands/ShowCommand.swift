internal import ArgumentParser
internal import Foundation
internal import Pipeline

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Records as people read them, damage marked.",
        discussion:
            "Text is shown in UTF-8, as scrub reads it; what was wrong stands below its field, after an exclamation mark."
    )

    @OptionGroup var options: FileOptions

    @Argument(help: "The file; - is the standard input.")
    var file: String

    @Option(help: "Only the record with this number in the file, from 1.")
    var record: Int?

    func run() throws {
        let printed = try RecordListing.run(file, record: record, profile: try options.readProfile()) { text in
            Standard.write(text + "\n")
        }
        if let record, printed == 0 {
            Message.error("\(file) has no record \(record)")
            throw ExitStatus.usage.code
        }
    }
}
