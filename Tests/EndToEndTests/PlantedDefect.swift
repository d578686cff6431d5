import Foundation

/// A defect as `planted.tsv` lists it and as a run reports it: as much as both say.
struct PlantedDefect: Hashable, Comparable, CustomStringConvertible {
    var period: String
    /// Empty for what concerns the update as a whole.
    var contributor: String
    var code: String
    var file: String
    /// The ordinal in the file; 0 for the file or the submission as a whole.
    var record: Int
    var control: String
    var tag: String

    var description: String {
        let place = record == 0 ? file : "\(file) record \(record)"
        return [period, contributor, code, place, control, tag].filter { !$0.isEmpty }.joined(separator: "  ")
    }

    static func < (left: Self, right: Self) -> Bool { left.key < right.key }

    private var key: String {
        [
            period, contributor, file, String(repeating: "0", count: 9 - min(9, "\(record)".count)) + "\(record)", code,
            tag,
        ]
        .joined(separator: "\t")
    }

    /// Counts how often each is expected or reported.
    typealias Counts = [PlantedDefect: Int]

    /// One line for each defect that is not reported as often as it was planted.
    static func differences(planted: Counts, reported: Counts) -> [String] {
        Set(planted.keys).union(reported.keys).sorted().compactMap { defect in
            let (wanted, found) = (planted[defect] ?? 0, reported[defect] ?? 0)
            if wanted == found { return nil }
            let verdict = wanted > found ? "not reported" : "not planted"
            return "\(verdict) (\(wanted) planted, \(found) reported): \(defect)"
        }
    }
}

extension PlantedDefect {
    private static let columns = ["period", "contributor", "code", "file", "record", "control", "tag", "times"]

    /// What `planted.tsv` lists.
    static func planted() throws -> Counts {
        let text = try String(contentsOfFile: "\(Program.package)/SampleData/planted.tsv", encoding: .utf8)
        let rows = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        guard rows.first == columns else { throw Unreadable(line: text.prefix { $0 != "\n" }.description) }
        var counts: Counts = [:]
        for row in rows.dropFirst() {
            guard row.count == columns.count, let record = Int(row[4]), let times = Int(row[7]) else {
                throw Unreadable(line: row.joined(separator: "\t"))
            }
            let defect = PlantedDefect(
                period: row[0], contributor: row[1], code: row[2], file: row[3], record: record, control: row[5],
                tag: row[6])
            counts[defect, default: 0] += times
        }
        return counts
    }

    /// A line of `planted.tsv` or of a report that is not as it should be.
    struct Unreadable: Error { let line: String }

    /// What the current attempts of all stages report, and what each update reports of itself.
    static func reported(in workspace: SampleWorkspace) throws -> Counts {
        let runs = "\(workspace.path)/runs/coast"
        var counts: Counts = [:]
        for (_, period) in SampleWorkspace.updates {
            let folder = "\(runs)/\(period)"
            try add("\(folder)/defects.jsonl", period, "", to: &counts)
            for contributor in try FileManager.default.contentsOfDirectory(atPath: folder) {
                for stage in ["1-ingest", "2-scrub", "3-validate", "4-install", "5-inspect"] {
                    let place = "\(folder)/\(contributor)/\(stage)"
                    guard let current = try? String(contentsOfFile: "\(place)/current", encoding: .utf8) else {
                        continue
                    }
                    let attempt = current.trimmingCharacters(in: .whitespacesAndNewlines)
                    try add("\(place)/\(attempt)/defects.jsonl", period, contributor, to: &counts)
                }
            }
        }
        return counts
    }

    private struct Line: Decodable {
        let code: String
        let contributor: String?
        let file: String?
        let record: Int?
        let control: String?
        let tag: String?
    }

    private static func add(_ path: String, _ period: String, _ contributor: String, to counts: inout Counts) throws {
        guard let data = FileManager.default.contents(atPath: path) else { throw Unreadable(line: path) }
        for text in data.split(separator: 0x0A) {
            let line = try JSONDecoder().decode(Line.self, from: text)
            guard line.contributor ?? "" == contributor else {
                throw Unreadable(line: String(decoding: text, as: UTF8.self))
            }
            let defect = PlantedDefect(
                period: period, contributor: contributor, code: line.code, file: line.file ?? "",
                record: line.record ?? 0,
                control: line.control ?? "", tag: line.tag ?? "")
            counts[defect, default: 0] += 1
        }
    }
}
