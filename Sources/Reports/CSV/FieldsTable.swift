internal import Foundation
internal import Pipeline
internal import Update

/// `fields.csv`: on how many records each field, subfield and fixed-field value stands; the rarest are often slips of the
/// hand, or a system's own fields that nobody has named yet.
enum FieldsTable {
    static let name = "fields.csv"

    /// - Returns: nil where validate has counted nothing.
    static func write(_ attempts: [Attempt], into folder: String) throws -> ReportFile? {
        guard let validated = attempts.first(where: { $0.stage == .validate }),
            let data = FileManager.default.contents(atPath: validated.file(StageFile.fields)),
            let profile = FieldProfile(text: String(decoding: data, as: UTF8.self))
        else { return nil }
        let lines = profile.rows.compactMap { place, count in line(place, count, of: profile) }
        if lines.isEmpty { return nil }
        var file = try OutputFile(path: "\(folder)/\(name)")
        try file.write(Array(("records,place,count,percent,rare\r\n" + lines.joined()).utf8))
        try file.finish()
        return ReportFile(name: name, what: "on how many records each field, subfield and fixed-field value stands")
    }

    private static func line(_ place: FieldProfile.Place, _ count: Int, of profile: FieldProfile) -> String? {
        guard [.bibliographic, .holdings, .authority].contains(place.section), place.name != "records" else {
            return nil
        }
        let total = profile[place.section, "records"]
        let isRare = total >= 500 && count * 1000 <= total
        let percent = String(format: "%.2f", Double(count) * 100 / Double(max(1, total)))
        let name =
            place.name.contains { $0 == "," || $0 == "\"" }
            ? "\"" + place.name.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : place.name
        return "\(place.section.rawValue),\(name),\(count),\(percent),\(isRare ? "rare" : "")\r\n"
    }
}
