internal import Foundation
internal import Update

/// What a submission looks like as a whole, put together from what its stages counted.
extension SubmissionRun {
    /// Encodings by the names that scrub's summary has for them.
    static let encodings = [
        "read-as-utf8": "utf8", "read-as-marc8": "marc8", "read-as-windows1252": "windows1252",
        "read-as-windows1251": "windows1251", "read-as-cp866": "cp866", "read-as-koi8r": "koi8r",
        "read-as-iso5426": "iso5426", "encoding-unclear": "unclear",
    ]

    /// - Returns: an empty profile where validate's attempt is of a program that kept none.
    /// - Throws: `HistoryDamaged` where validate's file is not as it was written.
    func fieldProfile(_ collected: CollectedSubmission, _ scrubbed: Attempt, _ validated: Attempt) throws
        -> FieldProfile
    {
        let path = validated.file(StageFile.fields)
        guard let data = FileManager.default.contents(atPath: path) else { return FieldProfile() }
        guard var profile = FieldProfile(text: String(decoding: data, as: UTF8.self)) else {
            throw HistoryDamaged(path: path)
        }
        for (name, count) in scrubbed.summary.counts {
            if let encoding = Self.encodings[name] { profile.add(count, at: .encoding, encoding) }
        }
        for attempt in [collected.attempt, scrubbed, validated] {
            for (code, count) in attempt.summary.defects.recordsByCode { profile.add(count, at: .code, code) }
        }
        return profile
    }
}

/// A `fields.tsv` that is not as validate wrote it.
struct HistoryDamaged: Error, CustomStringConvertible {
    let path: String

    var description: String { "\(path) is damaged; rerun from validate" }
}
