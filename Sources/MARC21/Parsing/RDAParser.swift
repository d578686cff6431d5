/// Reads the rules of ``RDAAgreement``.
struct RDAParser {
    private var contents: [RDAAgreement.ContentRule] = []
    private var mediaOfCarrier: [RDAAgreement.MediaRule] = []
    private var mediaOf007: [RDAAgreement.MediaRule] = []

    static func rules() -> RDAAgreement {
        var parser = RDAParser()
        let rejected = TableText.rda.rejectedLines { parser.take($0) }
        return RDAAgreement(
            contents: Definitions(parser.contents), mediaOfCarrier: Definitions(parser.mediaOfCarrier),
            mediaOf007: Definitions(parser.mediaOf007), rejectedLines: Definitions(rejected))
    }

    /// `content-of-type  a  txt tct`, `media-of-carrier  s  s`, `media-of-007  a  any`
    private mutating func take(_ columns: [Label]) -> Bool {
        guard columns.count == 3, columns[1].length == 1, let character = columns[1].first else { return false }
        let value = columns[2]
        if columns[0] == "content-of-type" {
            let codes = CodeTable(Columns.words(value).map { CodeEntry($0, meaning: .none) })
            contents.append(RDAAgreement.ContentRule(type: character, contents: value == "any" ? nil : codes))
            return true
        }
        let rule = RDAAgreement.MediaRule(character: character, media: value == "any" ? nil : value.first)
        if columns[0] == "media-of-carrier" {
            mediaOfCarrier.append(rule)
        } else if columns[0] == "media-of-007" {
            mediaOf007.append(rule)
        } else {
            return false
        }
        return true
    }
}
