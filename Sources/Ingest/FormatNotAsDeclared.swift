internal import Update

/// A file in another format than its contributor's profile says.
enum FormatNotAsDeclared {
    static let code = DefectCode(
        "ingest.format-not-as-declared", .major, .submissionHeld,
        what: "A file is in another format than the contributor's profile says.",
        why: """
            The wrong file may have been sent: a list of numbers where records were announced deletes what it should \
            have added.
            """,
        done: "The file was read in the format that its content has. The submission is held until a person decides.",
        repair: "Send the file in the agreed format, or have the profile changed to the new one.",
        example:
            "The profile says iso2709; what came as full.mrc starts with <?xml version=\"1.0\"?>.")

    static func report(_ file: String, found: SourceFormat, declared: SourceFormat, to log: inout DefectLog) {
        log.beginWhole(file: file)
        log.report(
            code,
            "the content is \(found.name), the profile says \(declared.name); send the agreed format, or put "
                + "\"format: \(found.name)\" or \"format: any\" into the profile")
    }
}
