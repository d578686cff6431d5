internal import Update

/// A file in an encoding other than UTF-8 with bytes that this encoding does not have.
enum TextBytesIllegal {
    static let code = DefectCode(
        "ingest.text-bytes-illegal", .major, .noted,
        what: "A file in UTF-16 or another encoding holds bytes that stand for nothing in that encoding.",
        why: "What they meant is lost: patrons see a mark in the place of a letter.",
        done: "Each place became the replacement character U+FFFD; everything around it was read.",
        repair: "Find out what wrote these bytes, and export in UTF-8.",
        example: "A file in UTF-16 ends after the first of two bytes, or has half of a pair of surrogates.")

    static func report(_ file: String, encoding: String, count: Int, offset: Int, to log: inout DefectLog) {
        log.beginWhole(file: file)
        log.report(
            code,
            "\(count) place\(count == 1 ? "" : "s"), the first at byte \(offset), are not \(encoding), in which the "
                + "file is; a replacement character stands there now: export in UTF-8")
    }
}
