internal import Foundation
public import MARC

/// Records as tests write and read them: the mnemonic text of MARCMaker.
///
/// ```
/// =LDR  00000nam a2200000   4500
/// =001  ocm01234567
/// =245  10$aTitle /$cAuthor.
/// ```
///
/// A field a line: `=`, the tag, two blanks, then the data. `\` stands for a blank in the leader, in 001–009 and in
/// indicators, `$` starts a subfield, `{dollar}` is the character itself, `{xE9}` the byte E9 hex. Text before the first `$` becomes a subfield
/// with code 0, a `$` with nothing behind it a subfield without a code. Lines that start with nothing of the kind go on
/// with the field before, after a blank.
public enum Records {
    /// The record that `text` writes down. Without a `=LDR` line the leader is that of a new record.
    public static func record(_ text: String) -> Record {
        var record = Record()
        var lines: [String] = []
        for line in text.split(separator: "\n") {
            let trimmed = line.drop { $0 == " " }
            if trimmed.hasPrefix("=") || lines.isEmpty {
                lines.append(String(trimmed))
            } else {
                lines[lines.count - 1] += " " + trimmed
            }
        }
        for line in lines where line.hasPrefix("=") { append(line, to: &record) }
        return record
    }

    private static func append(_ line: String, to record: inout Record) {
        let name = line.dropFirst().prefix(3)
        let content = line.dropFirst(6)
        if name == "LDR" {
            record.leader = Leader(plain(content.replacing("\\", with: " ")))
            return
        }
        guard let tag = Tag(name) else { return }
        if tag.isControl {
            record.appendControl(tag, plain(content.replacing("\\", with: " ")))
            return
        }
        let indicators = content.prefix(2).utf8.map { $0 == UInt8(ascii: "\\") ? 0x20 : $0 }
        record.appendField(tag, indicators.first ?? 0, indicators.dropFirst().first ?? 0)
        let parts = content.dropFirst(2).split(separator: "$", omittingEmptySubsequences: false)
        if let stray = parts.first, !stray.isEmpty { record.appendSubfield(0, plain(stray)) }
        for part in parts.dropFirst() {
            let bytes = plain(part)
            record.appendSubfield(bytes.first ?? 0, Array(bytes.dropFirst()))
        }
    }

    /// The bytes that `text` stands for.
    private static func plain(_ text: some StringProtocol) -> [UInt8] {
        let parts = String(text).replacing("{dollar}", with: "$").components(separatedBy: "{x")
        return parts.dropFirst().reduce(into: Array((parts.first ?? "").utf8)) { bytes, part in
            guard let end = part.firstIndex(of: "}"), let byte = UInt8(part[..<end], radix: 16) else {
                bytes += Array("{x\(part)".utf8)
                return
            }
            bytes += [byte] + Array(part[part.index(after: end)...].utf8)
        }
    }

    /// The text of a record, a field a line; bytes that are not UTF-8 and control characters as `\xNN`.
    public static func text(_ record: Record) -> String { record.withView { text($0) } }

    /// The text of a record, a field a line; bytes that are not UTF-8 and control characters as `\xNN`.
    public static func text(_ view: RecordView) -> String {
        var lines = ["=LDR  " + shown(view.leader.array, blank: "\\")]
        for field in view.fields { lines.append(text(field)) }
        return lines.joined(separator: "\n")
    }

    /// One field as a line of text.
    public static func text(_ field: FieldView) -> String {
        var line = "=\(field.tag)  "
        if field.tag.isControl { return line + shown(field.value, blank: "\\") }
        for indicator in [field.indicator1, field.indicator2] where indicator != 0 {
            line += shown([indicator], blank: "\\")
        }
        for subfield in field.subfields {
            if subfield.code != 0 { line += "$" + shown([subfield.code], blank: " ") }
            line += shown(subfield.value, blank: " ")
        }
        return line
    }

    private static func shown(_ bytes: some Collection<UInt8>, blank: String) -> String {
        Bytes.display(bytes, limit: .max).replacing("$", with: "{dollar}").replacing(" ", with: blank)
    }
}
