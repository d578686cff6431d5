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

    @Option(help: "Only the record, or the unreadable piece, in which this byte of the file lies, from 0.")
    var offset: Int?

    @Flag(help: "The bytes as they were received, in hexadecimal.")
    var hex = false

    @Option(help: "With --hex and --offset: so many bytes, whatever they belong to.")
    var length: Int?

    @Flag(help: "As the record was read, before scrub repairs it.")
    var asRead = false

    func validate() throws {
        if record != nil, offset != nil { throw ValidationError("--record and --offset exclude each other") }
        if let offset, offset < 0 { throw ValidationError("--offset expects a number from 0, found \(offset)") }
        if let length, length < 1 || offset == nil || !hex {
            throw ValidationError("--length expects a number from 1, and --hex and --offset beside it")
        }
    }

    private var wanted: RecordListing.Wanted? {
        if let record { return .record(record) }
        return offset.map { .offset($0) }
    }

    func run() throws {
        let profile = try options.readProfile()
        let printed =
            try hex
            ? HexListing.run(file, wanted, length: length, profile: profile) { Standard.write($0 + "\n") }
            : RecordListing.run(file, wanted, isScrubbed: !asRead, profile: profile) { Standard.write($0 + "\n") }
        guard printed == 0 else { return }
        if let record {
            Message.error("\(file) has no record \(record)")
            throw ExitStatus.usage.code
        } else if let offset {
            Message.error("\(file) has no record at byte \(offset); --hex shows what lies there")
            throw ExitStatus.usage.code
        }
    }
}
