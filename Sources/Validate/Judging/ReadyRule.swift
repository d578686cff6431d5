internal import Update

/// A rule as the hot way calls it, some hundred times a record: by one jump. A rule called where it lies in an array, or
/// behind a pointer, is copied for every call.
class ReadyRule<Shown>: @unchecked Sendable {
    func judge(_ shown: UnsafePointer<Shown>, log: inout DefectLog) {}
}

private final class ReadyRecordRule<Rule: RecordRule>: ReadyRule<RecordCase.Parts>, @unchecked Sendable {
    private let rule: Rule
    init(_ rule: Rule) { self.rule = rule }
    override func judge(_ shown: UnsafePointer<RecordCase.Parts>, log: inout DefectLog) {
        rule.judge(RecordCase(shown), log: &log)
    }
}

private final class ReadyFieldRule<Rule: FieldRule>: ReadyRule<FieldCase.Parts>, @unchecked Sendable {
    private let rule: Rule
    init(_ rule: Rule) { self.rule = rule }
    override func judge(_ shown: UnsafePointer<FieldCase.Parts>, log: inout DefectLog) {
        rule.judge(FieldCase(shown), log: &log)
    }
}

/// Rules that are shown the same, in their order.
final class ReadyRules<Shown>: Sendable {
    private let rules: [ReadyRule<Shown>]
    /// The same without counting references; `rules` keeps them.
    private let calls: FlatTable<Unmanaged<ReadyRule<Shown>>>

    init(_ rules: [ReadyRule<Shown>]) {
        self.rules = rules
        calls = FlatTable(rules.map { Unmanaged.passUnretained($0) })
    }

    /// Shows `shown` to the rule at `index`, one of the list's.
    @inline(__always)
    func judge(_ index: Int, _ shown: UnsafePointer<Shown>, log: inout DefectLog) {
        calls.start[index]._withUnsafeGuaranteedRef { $0.judge(shown, log: &log) }
    }

    /// Shows `shown` to every rule.
    @inline(__always)
    func judge(_ shown: UnsafePointer<Shown>, log: inout DefectLog) {
        for index in 0..<calls.count { judge(index, shown, log: &log) }
    }
}

extension ReadyRules<RecordCase.Parts> {
    convenience init(_ rules: [any RecordRule]) {
        func ready(_ rule: some RecordRule) -> ReadyRule<RecordCase.Parts> { ReadyRecordRule(rule) }
        self.init(rules.map { ready($0) })
    }
}

extension ReadyRules<FieldCase.Parts> {
    convenience init(_ rules: [any FieldRule]) {
        func ready(_ rule: some FieldRule) -> ReadyRule<FieldCase.Parts> { ReadyFieldRule(rule) }
        self.init(rules.map { ready($0) })
    }
}
