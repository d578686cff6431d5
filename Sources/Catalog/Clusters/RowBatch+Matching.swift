internal import MARC
public import Update

extension RowBatch {
    /// The rows of validated records, with what matching has to know of them.
    ///
    /// - Parameters:
    ///   - rules: nil where records are not matched.
    ///   - map: where the holdings stand; nil for where the standard has them.
    public init(
        of validated: borrowing Batch<Validated>, matching rules: (any ClusterRules)?, holdings map: HoldingsMap? = nil
    ) {
        self.init(of: validated, holdings: map)
        if let rules { match = MatchColumns(of: validated, rules) }
    }

    /// What matching has to know of the record at `index`; nothing where records are not matched.
    public func matchFacts(_ index: Int) -> MatchFacts { match?.facts(index) ?? MatchFacts() }
}

extension MatchColumns {
    /// What matching has to know of validated records, of each one.
    init(of validated: borrowing Batch<Validated>, _ rules: any ClusterRules) {
        self.init()
        let writer = rules.makeWriter()
        for index in 0..<validated.count {
            let mark = validated.marks[index]
            if mark.disposition == .passed, mark.intent == .keep, mark.kind == .bibliographic {
                validated.withRecord(index) { writer.append($0, to: &self) }
            } else {
                endEmpty()
            }
        }
    }
}
