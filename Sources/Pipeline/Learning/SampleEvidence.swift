internal import Foundation
internal import MARC
internal import MARC21
internal import Update

/// What sample files say about their library: counted over all records to be kept.
struct SampleEvidence {
    /// Files by the name of their format.
    private(set) var formats: [String: Int] = [:]
    private(set) var files = 0
    /// What the submission would look like as a whole.
    private(set) var profile = FieldProfile()
    /// Bibliographic records.
    private(set) var records = 0
    /// Records with a number that an earlier one had already.
    private(set) var duplicates = 0
    /// Bibliographic records with an OCLC number, by the place where it stands.
    private(set) var oclcNumbers: [String: Int] = [:]
    /// Holdings by the library that they name in 852 $a.
    private(set) var libraries: [String: Int] = [:]
    /// Bibliographic records by 008/35-37.
    private(set) var languages: [String: Int] = [:]
    /// Bibliographic records that have a field of the library's own.
    private(set) var localFields: [String: Int] = [:]

    /// Values that are told apart; sample files may hold anything.
    private static let limit = 1000

    /// Takes in a file that was checked.
    mutating func add(_ check: FileCheck) throws {
        files += 1
        formats[check.format, default: 0] += 1
        duplicates += check.validated.summary.dispositions[Disposition.duplicate.name] ?? 0
        let data = FileManager.default.contents(atPath: check.validated.file(StageFile.fields)) ?? Data()
        guard let fields = FieldProfile(text: String(decoding: data, as: UTF8.self)) else {
            throw HistoryDamaged(path: check.path)
        }
        for (place, count) in fields.rows { profile.add(count, at: place.section, place.name) }
        for (name, encoding) in SubmissionRun.encodings {
            profile.add(check.scrubbed.summary.counts[name] ?? 0, at: .encoding, encoding)
        }
        let spool = try SpoolReader(path: check.scrubbed.file(StageFile.records), kind: .records)
        for block in 0..<spool.blockCount {
            let batch = try spool.scrubbed(block: block)
            for index in 0..<batch.count where batch.marks[index].intent == .keep {
                batch.withRecord(index) { add($0) }
            }
        }
    }

    private mutating func add(_ record: RecordView) {
        for field in record.fields where field.tag == "852" {
            for part in field.subfields where part.code == UInt8(ascii: "a") {
                Self.count(part.value.text, in: &libraries)
            }
        }
        guard record.kind == .bibliographic else { return }
        records += 1
        addOCLCNumber(record)
        if let language = record.fixed("008", 35...37) { Self.count(language.text, in: &languages) }
        var seen: Set<Tag> = []
        for field in record.fields where seen.insert(field.tag).inserted && Self.isLocal(field.tag) {
            Self.count(field.tag.description, in: &localFields)
        }
    }

    private mutating func addOCLCNumber(_ record: RecordView) {
        for field in record.fields where field.tag == "035" {
            if let value = field.subfield("a"), value.starts(with: "(OCoLC)") {
                oclcNumbers["035$a with (OCoLC)", default: 0] += 1
                break
            }
        }
        guard let number = record.control("001") else { return }
        if ["ocm", "ocn", "on"].contains(where: { number.text.hasPrefix($0) }) {
            oclcNumbers["001 with a prefix", default: 0] += 1
        } else if record.control("003")?.equals("OCoLC") ?? false {
            oclcNumbers["001, by 003", default: 0] += 1
        }
    }

    /// A tag that MARC 21 leaves to libraries, or does not define.
    static func isLocal(_ tag: Tag) -> Bool {
        Format.bibliographic.field(tag.rawValue) == nil || tag.first == UInt8(ascii: "9")
    }

    private static func count(_ value: String, in counts: inout [String: Int]) {
        if counts[value] != nil || counts.count < limit { counts[value, default: 0] += 1 }
    }
}
