internal import MARC
internal import Update

/// How a fault that reading met becomes a defect: one type a kind of fault, in the file that bears its name.
protocol FaultRule {
    static var code: DefectCode { get }

    /// What was found, what was expected, what was done, the way out.
    ///
    /// - Parameter length: the record's bytes.
    static func message(_ fault: ReadFault, length: Int) -> String

    /// Where in the record; by default the field that the fault names.
    static func place(_ fault: ReadFault) -> FieldPlace
}

extension FaultRule {
    static func place(_ fault: ReadFault) -> FieldPlace { FieldPlace(tag: fault.tag) }
}

enum FaultRules {
    /// Of one kind, so many faults of a record are reported one by one.
    static let mostOfAKind = 20

    static func rule(for kind: ReadFault.Kind) -> any FaultRule.Type {
        switch kind {
        case .recordLengthWrong: RecordLengthWrong.self
        case .baseAddressWrong: BaseAddressWrong.self
        case .entryMapWrong: EntryMapWrong.self
        case .leaderDamaged: LeaderDamaged.self
        case .leaderMissing: LeaderMissing.self
        case .directoryDamaged: DirectoryDamaged.self
        case .directoryEntryWrong: DirectoryEntryWrong.self
        case .directoryOverlap: DirectoryOverlap.self
        case .fieldTerminatorMissing: FieldTerminatorMissing.self
        case .recordTerminatorMissing: RecordTerminatorMissing.self
        case .recordTruncated: RecordTruncated.self
        case .tagMalformed: TagMalformed.self
        case .indicatorCountWrong: IndicatorCountWrong.self
        case .delimiterMissing: DelimiterMissing.self
        case .subfieldCodeMissing: SubfieldCodeMissing.self
        case .delimiterInControlField: DelimiterInControlField.self
        case .recordTooLong: RecordTooLong.self
        case .recordInChunks: RecordInChunks.self
        case .fieldTooLong: FieldTooLong.self
        case .xmlNotWellFormed: XMLNotWellFormed.self
        case .xmlShapeWrong: XMLShapeWrong.self
        case .xmlEntityRefused: XMLEntityRefused.self
        case .xmlRecordHidden: XMLRecordHidden.self
        case .jsonNotWellFormed: JSONNotWellFormed.self
        case .jsonShapeWrong: JSONShapeWrong.self
        case .lineMalformed: LineMalformed.self
        }
    }

    static let codes: [DefectCode] = ReadFault.Kind.allCases.map { rule(for: $0).code }

    /// Reports the faults of the record that `log` has begun; beyond ``mostOfAKind`` of a kind their number alone.
    static func report(_ faults: [ReadFault], length: Int, to log: inout DefectLog) {
        var seen: [ReadFault.Kind: Int] = [:]
        for fault in faults {
            let count = seen[fault.kind, default: 0] + 1
            seen[fault.kind] = count
            guard count <= mostOfAKind else { continue }
            let rule = rule(for: fault.kind)
            log.report(
                rule.code, at: rule.place(fault), before: fault.found.isEmpty ? nil : fault.found,
                rule.message(fault, length: length))
        }
        for kind in ReadFault.Kind.allCases {
            guard let count = seen[kind], count > mostOfAKind else { continue }
            log.report(
                rule(for: kind).code, "and \(count - mostOfAKind) more places of this record with the same defect")
        }
    }
}

/// The parts of a fault as a message shows them.
extension ReadFault {
    /// What stands there, in quotation marks, at most 40 characters of it.
    var quoted: String { found.isEmpty ? "nothing" : "\"\(Bytes.display(found, limit: 40))\"" }

    /// What stands there as bytes, `1E 1D hex`.
    var hex: String {
        if found.isEmpty { return "nothing" }
        return found.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
            + " hex"
    }

    /// ` 245`, or nothing where no tag is known.
    var ofTag: String { tag.map { " \($0)" } ?? "" }

    /// What reading says further, with a comma before it.
    var remark: String { expected.isEmpty ? "" : ", \(expected)" }
}
