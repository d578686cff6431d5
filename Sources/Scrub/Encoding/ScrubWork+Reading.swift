internal import MARC
internal import Update

/// Finds out how the record is encoded and makes its text UTF-8.
extension ScrubWork {
    mutating func readEncoding(_ survey: Survey) {
        declare()
        if isUnicode {
            if record.leader.coding == 0x20 { counts.leadersOfXML += 1 }
            reading.verdict = EncodingVerdict(
                encoding: .utf8, basis: survey.signs.contains(.nonASCII) ? .proven : .ascii)
        } else {
            let judge = EncodingJudge(declared: reading.declared, survey: survey)
            reading.verdict = record.withView { judge.verdict(on: $0) }
        }
        counts.count(reading.verdict)
        if reading.verdict.isCertain, reading.verdict.encoding != reading.declared, !isUnicode {
            let lie = EncodingLie(
                declared: reading.declared, found: reading.verdict.encoding, isByLeader: reading.isByLeader)
            counts.lies[lie, default: 0] += 1
        }
        convert(survey)
    }

    private mutating func declare() {
        reading.isByLeader = settings.encoding == .auto || isUnicode
        switch settings.encoding {
        case _ where isUnicode, .auto: reading.declared = record.leader.coding == UInt8(ascii: "a") ? .utf8 : .marc8
        case .marc8: reading.declared = .marc8
        case .utf8: reading.declared = .utf8
        case .latin1: reading.declared = .windows1252
        case .windows1251: reading.declared = .codePage(.windows1251)
        case .cp866: reading.declared = .codePage(.cp866)
        case .koi8r: reading.declared = .codePage(.koi8r)
        case .iso5426: reading.declared = .codePage(.iso5426)
        }
    }

    /// Whether the verdict is anything but what was declared, the declaration itself is wrong, or the text had faults.
    var isReadingToReport: Bool {
        if !reading.faults.isEmpty { return true }
        let coding = record.leader.coding
        if coding != 0x20, coding != UInt8(ascii: "a") { return true }
        return reading.verdict.basis != .ascii && reading.verdict.basis != .declared
    }

    private mutating func convert(_ survey: Survey) {
        switch reading.verdict.encoding {
        case .marc8: convertMARC8()
        case .windows1252: convertWindows1252()
        case .codePage(let page): convert(from: page)
        case .utf8:
            if survey.hasIllegalUTF8 { replaceIllegal() }
            convertPlain()
        }
    }

    /// A record of nothing but ASCII that is declared as MARC-8 may still hold numeric character references.
    private mutating func convertPlain() {
        guard reading.isPlainMARC8, !isUnicode, !reading.isByLeader || record.leader.coding == 0x20 else { return }
        counts.marc8Converted += 1
        let hasReference = record.withView { view in
            view.fields.contains { field in
                field.tag.isControl
                    ? Self.hasReference(field.value) : field.subfields.contains { Self.hasReference($0.value) }
            }
        }
        if hasReference { transcodeMARC8() }
    }

    private static func hasReference(_ value: ByteView) -> Bool {
        guard var start = value.firstIndex(of: UInt8(ascii: "&")) else { return false }
        while start + 2 < value.count {
            if value[start] == UInt8(ascii: "&"), value[start + 1] == UInt8(ascii: "#") { return true }
            start += 1
        }
        return false
    }

    private mutating func convertMARC8() {
        if reading.declared == .marc8 { counts.marc8Converted += 1 }
        transcodeMARC8()
    }

    private mutating func convertWindows1252() {
        if reading.declared == .windows1252 { counts.latin1Converted += 1 }
        rewriteEncoding(.notInWindows1252) { value, output in
            guard !UTF8Check.isASCII(value) else { return nil }
            let unknown = Windows1252.append(value, to: &output)
            return (unknown, value.first { [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }.map { [$0] } ?? [])
        }
    }

    private mutating func convert(from page: CodePage) {
        counts.convertedFromCodePage[page, default: 0] += 1
        rewriteEncoding(.notInCodePage(page)) { value, output in
            guard !UTF8Check.isASCII(value) else { return nil }
            let unknown = page.append(value, to: &output)
            return (unknown, value.first { page.character($0) == nil }.map { [$0] } ?? Array(value.suffix(1)))
        }
    }

    private mutating func replaceIllegal() {
        rewriteEncoding(.illegalUTF8) { value, output in
            guard let first = UTF8Check.firstInvalid(in: value) else { return nil }
            let count = Self.appendLegal(value, to: &output)
            return (count, Array(value.slice(first, UTF8Check.illFormedLength(at: first, in: value))))
        }
    }

    /// Appends `value` with U+FFFD for each ill-formed sequence, and gives their number.
    private static func appendLegal(_ value: ByteView, to output: inout [UInt8]) -> Int {
        var (start, count) = (0, 0)
        while let illegal = UTF8Check.firstInvalid(in: value, from: start) {
            output.append(contentsOf: value[start..<illegal])
            output.append(contentsOf: UTF8Text.replacement)
            start = illegal + max(1, UTF8Check.illFormedLength(at: illegal, in: value))
            count += 1
        }
        output.append(contentsOf: value[start...])
        return count
    }

    /// Rewrites values, and keeps what was wrong with them.
    ///
    /// - Parameter change: appends the text and gives the number of faults and the bytes of the first; nil for a value
    ///   that stays.
    private mutating func rewriteEncoding(
        _ kind: TextFault.Kind, _ change: (ByteView, inout [UInt8]) -> (count: Int, first: [UInt8])?
    ) {
        var edits: [ValueEdit] = []
        var faults: [TextFault] = []
        record.withView { view in
            view.forEachValue { value in
                var text: [UInt8] = []
                guard let (count, first) = change(value.bytes, &text) else { return }
                let edit = ValueEdit(
                    field: value.field.index, subfield: value.subfield, place: value.place, before: Array(value.bytes),
                    after: text, message: "")
                edits.append(edit)
                guard count > 0 else { return }
                faults.append(
                    TextFault(
                        kind: kind, place: edit.place, before: edit.before, after: text, bytes: first, count: count))
            }
        }
        for edit in edits { apply(edit) }
        reading.faults += faults
        if !edits.isEmpty { reading.hasChangedText = true }
    }
}
