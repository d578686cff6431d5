internal import Update

/// An XML file whose declaration names an encoding that its bytes disprove.
enum XMLDeclarationWrong {
    static let code = DefectCode(
        "ingest.xml-declaration-wrong", .minor, .noted,
        what: "The XML declaration names one encoding, the bytes of the file are another.",
        why: "A program that believes the declaration shows \"Ã¼\" where \"ü\" was meant.",
        done: "The file was read as what its bytes are.",
        repair: "Let the export declare the encoding in which it writes.",
        example: "The file declares encoding=\"ISO-8859-1\", and \"ü\" stands in it as the two bytes C3 BC of UTF-8.")

    static func report(_ file: String, declared: String, found: String, to log: inout DefectLog) {
        log.beginWhole(file: file)
        log.report(
            code,
            "the XML declares the encoding \"\(declared)\", its bytes are \(found); it was read as \(found): "
                + "correct the declaration")
    }
}
