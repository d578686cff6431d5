internal import Foundation
internal import MARC
internal import Update

/// A profile that fits some sample files, as YAML with the evidence for each key above it.
public struct ProfileProposal {
    private let evidence: SampleEvidence
    private let names: [String]
    private var lines: [String] = []

    /// Reads the files and makes the proposal.
    ///
    /// - Throws: `FileFailure` where a file cannot be read, `RunRefusal` where none has a bibliographic record.
    public init(files: [String], threads: Int) throws {
        var evidence = SampleEvidence()
        for file in files { try evidence.add(FileCheck(file, profile: .unknown, threads: threads)) }
        guard evidence.records > 0 else {
            throw RunRefusal(
                "no bibliographic record was found in \(files.joined(separator: ", ")); nothing to learn from")
        }
        self.evidence = evidence
        names = files.map { URL(fileURLWithPath: $0).lastPathComponent }
        addHead()
        addFormat()
        addEncoding()
        addControlNumber()
        addOCLCNumber()
        addHoldings()
        addLibraries()
        addCallNumbers()
        addOwnFields()
        addFixedCodes()
    }

    /// The profile's text.
    public var text: String { lines.joined(separator: "\n") + "\n" }

    private mutating func add(_ key: String, because evidence: [String]) {
        lines += evidence.map { "# \($0)" } + [key]
    }

    private mutating func remark(_ texts: [String]) { lines += texts.map { "# \($0)" } }

    private mutating func addHead() {
        remark([
            "Proposed from \(names.joined(separator: ", ")): \(evidence.records) bibliographic records.",
            "Above each key stands what was found; correct what the library knows better.",
        ])
        lines.append("description: >-\n  Proposed by holdfast profile learn; not looked at by a person yet.")
    }

    private mutating func addFormat() {
        let found = evidence.formats.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let known = SourceFormat.allCases.map(\.name)
        let one = found.count == 1 && known.contains(found[0].key) ? found[0].key : "any"
        add(
            "format: \(one)",
            because: [found.map { "\($0.key) in \($0.value) of \(evidence.files) files" }.joined(separator: ", ")])
    }

    private mutating func addEncoding() {
        let found = evidence.profile.counts(in: .encoding)
        let total = found.values.reduce(0, +)
        let most = found.max { ($0.value, $1.key) < ($1.value, $0.key) }
        let words = ["utf8": "utf8", "marc8": "marc8", "windows1252": "latin1"]
        let isClear = most.map { $0.value >= 20 && $0.value * 100 >= total * 95 } ?? false
        let counts = found.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        var remarks = [
            "records with characters beyond ASCII, by how they read: \(counts.isEmpty ? "none" : counts.joined(separator: ", "))"
        ]
        if !isClear { remarks.append("not clear enough: each record's own evidence decides") }
        add("encoding: \(isClear ? words[most?.key ?? ""] ?? "auto" : "auto")", because: remarks)
    }

    private mutating func addControlNumber() {
        let present = evidence.profile[.bibliographic, "001"]
        let forms = evidence.profile.counts(in: .controlNumber)
        let total = forms.values.reduce(0, +)
        let sorted = forms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        var remarks = [
            "001 stands in \(share(present)) of the records; \(evidence.duplicates) records have a number that an earlier one had"
        ]
        remarks.append("its forms: " + sorted.prefix(6).map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        if present * 100 < evidence.records * 99 { remarks += candidates }
        add("control-number: \"001\"", because: remarks)
        let schemes = sorted.filter { $0.value * 100 >= total && $0.key.hasSuffix("#") }.map(\.key)
        if !schemes.isEmpty, schemes.count <= 4 {
            lines.append("control-number-forms: [\(schemes.map(Self.quoted).joined(separator: ", "))]")
        }
    }

    /// Subfields that every record has, where the number may stand instead.
    private var candidates: [String] {
        let all = evidence.profile.counts(in: .bibliographic)
        let found = all.filter { name, count in
            count * 100 >= evidence.records * 99 && name.contains("$") && (name.hasPrefix("9") || name.hasPrefix("035"))
        }
        let names = found.keys.sorted()
        return names.isEmpty
            ? ["no other field of the library's own stands in every record"]
            : ["look whether one of these identifies a record: \(names.joined(separator: ", "))"]
    }

    private mutating func addOCLCNumber() {
        let found = evidence.oclcNumbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let text = found.isEmpty ? "nowhere" : found.map { "\($0.key) \(share($0.value))" }.joined(separator: ", ")
        let isBare = found.first?.key == "001, by 003"
        if isBare {
            add("oclc-number: \"001\"", because: ["OCLC numbers: \(text)"])
        } else {
            remark(["OCLC numbers: \(text)" + (found.isEmpty ? "" : "; found there without a key")])
        }
    }

    private mutating func addHoldings() {
        let bibliographic = evidence.profile.counts(in: .bibliographic)
        let own = bibliographic.filter { $0.key.count == 3 && $0.key.hasPrefix("9") }
        let items = own.filter { tag, count in
            count * 2 >= evidence.records && bibliographic.keys.filter { $0.hasPrefix(tag + "$") }.count >= 3
        }.keys.sorted()
        let with852 = bibliographic["852"] ?? 0
        var remarks = [
            "852 stands in \(share(with852)) of the records, and in \(evidence.profile[.holdings, "records"]) holdings records"
        ]
        for tag in items {
            let parts = bibliographic.filter { $0.key.hasPrefix(tag + "$") }.sorted { $0.key < $1.key }
            remarks.append(
                "\(tag) looks like item data (\(share(own[tag] ?? 0))): "
                    + parts.map { "\($0.key.dropFirst(3)) \(share($0.value))" }.joined(separator: ", "))
        }
        let isSure = with852 * 100 >= evidence.records * 95
        let tags = isSure || items.isEmpty ? ["852"] : items
        let isRequired = isSure || !items.isEmpty
        add(
            "holdings:\n  required: \(isRequired)\n  tags: [\(tags.map { "\"\($0)\"" }.joined(separator: ", "))]",
            because: remarks)
    }

    private mutating func addLibraries() {
        let found = evidence.libraries.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard !found.isEmpty else { return remark(["no holding names its library in 852 $a"]) }
        let total = found.reduce(0) { $0 + $1.value }
        let shown = found.prefix(12).map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let main = found.filter { $0.value * 200 >= total }.map(\.key)
        let remarks = [
            "libraries in 852 $a: \(Self.oneLine(shown))" + (found.count > 12 ? " and \(found.count - 12) more" : "")
        ]
        let isUsual = total * 2 >= evidence.records
        guard isUsual, main.count <= 40, main.allSatisfy({ !$0.isEmpty && $0.count <= 40 && $0 == Self.oneLine($0) })
        else {
            return remark(remarks)
        }
        add("sends-for: [\(main.map(Self.quoted).joined(separator: ", "))]", because: remarks)
    }

    private mutating func addCallNumbers() {
        let places = ["852$h", "852$j", "099", "090", "092", "050", "082", "055", "060"]
        let counts = evidence.profile.counts(in: .bibliographic)
        let found = places.compactMap { place in counts[place].map { (place, $0) } }
        let used = found.filter { $0.1 * 20 >= evidence.records }.map(\.0)
        let remarks = [
            "call numbers: " + (found.isEmpty ? "none" : found.map { "\($0.0) \(share($0.1))" }.joined(separator: ", "))
        ]
        guard !used.isEmpty else { return remark(remarks) }
        add("call-numbers: [\(used.map { "\"\($0)\"" }.joined(separator: ", "))]", because: remarks)
    }

    private mutating func addOwnFields() {
        let found = evidence.localFields.sorted { $0.key < $1.key }
        let text = found.prefix(60).map { "\($0.key) \(share($0.value))" }.joined(separator: ", ")
        let others = found.map(\.key).filter {
            !$0.contains("9") && $0.allSatisfy { $0.isASCII && $0.isLetter || $0.isNumber }
        }
        let tags = ["9XX", "X9X", "XX9"] + others.prefix(20)
        add(
            "local-fields: [\(tags.map { "\"\($0)\"" }.joined(separator: ", "))]",
            because: ["fields of the library's own, or undefined: \(found.isEmpty ? "none" : Self.oneLine(text))"])
        let counts = evidence.profile.counts(in: .bibliographic)
        let secret = ["541", "561", "583"].map { "\($0) \(share(counts[$0] ?? 0))" }
        add(
            "private: [\"541\", \"561\", \"583\"]",
            because: ["acquisition, provenance and action notes: \(secret.joined(separator: ", "))"])
    }

    /// Whether codes hold something, or what the system writes everywhere: told, and left to the person.
    private mutating func addFixedCodes() {
        let counts = evidence.profile.counts(in: .bibliographic)
        for place in ["LDR/06", "LDR/07", "LDR/17", "008/39"] {
            let values = counts.filter { $0.key.hasPrefix(place + "=") }.sorted {
                ($1.value, $0.key) < ($0.value, $1.key)
            }
            remark([
                Self.verdict(
                    place, values.map { (String($0.key.dropFirst(place.count + 1)), $0.value) }, evidence.records)
            ])
        }
        let languages = evidence.languages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        remark([Self.verdict("008/35-37", languages.map { (Self.oneLine($0.key), $0.value) }, evidence.records)])
    }

    private static func verdict(_ place: String, _ values: [(String, Int)], _ records: Int) -> String {
        let shown = values.prefix(6).map { "\($0.0) \(Rounded.text(Rounded.percent($0.1, of: records))) %" }
        let isOne = records >= 100 && (values.first?.1 ?? 0) * 1000 >= records * 995
        return "\(place): \(shown.joined(separator: ", "))" + (isOne ? "; one value everywhere, perhaps a default" : "")
    }

    private func share(_ count: Int) -> String { "\(Rounded.text(Rounded.percent(count, of: evidence.records))) %" }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
    }

    /// Nothing from a record ends a comment.
    private static func oneLine(_ text: String) -> String { Bytes.display(Array(text.utf8), limit: 2000) }
}
