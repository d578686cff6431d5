internal import MARC
internal import MARC21
internal import Scrub
internal import Update
internal import Validate

extension Profile {
    /// Reads a profile; what is wrong goes to `problems`.
    ///
    /// - Parameter knownCodes: the names of all defect codes.
    init(name: String, file: String, text: String, knownCodes: Set<String>, problems: ProblemList) {
        self.init(name: name)
        let map = YAMLMap(file: file, text: text, problems: problems)
        _ = map.string("description")
        format = map.word("format", among: [("any", nil)] + SourceFormat.allCases.map { ($0.name, $0) }) ?? nil
        encoding = map.word("encoding", among: DeclaredEncoding.allCases.map { ($0.rawValue, $0) }) ?? .auto
        if let text = map.string("control-number") {
            if let place = ControlNumberPlace(text) {
                controlNumber = place
            } else {
                map.problem(
                    at: "control-number", "'control-number' expects a field as in 001 or 907$a, found '\(text)'")
            }
        }
        identifiers =
            map.values(
                "oai-identifiers",
                expectation: "one identifier with * for the control number, as in oai:library.example:*"
            ) { OAIIdentifierForm($0) }.first
        controlNumberForms = map.values(
            "control-number-forms", expectation: "what stands before the first digit and then #, as in ocm#"
        ) { $0.hasSuffix("#") ? $0 : nil }
        oclcNumber = map.values("oclc-number", expectation: "one field as in 001 or 035$a") { FieldPart($0) }.first
        callNumbers = map.values("call-numbers", expectation: "a field as in 099 or 852$h") { FieldPart($0) }
        sendsFor = map.strings("sends-for")
        readHoldings(map)
        let pattern = "a tag of three characters, X for any, as in 59X"
        if map.names.contains("local-fields") {
            localFields = map.values("local-fields", expectation: pattern) { TagPattern($0) }
        }
        if map.names.contains("local-subfields") {
            localSubfields = map.values("local-subfields", expectation: "one letter or digit") { text in
                text.utf8.count == 1 ? text.utf8.first : nil
            }
        }
        let sets = LocalFieldSet.all.map(\.name)
        localFieldSets = map.values("local-field-sets", expectation: sets.joined(separator: ", ")) { text in
            sets.contains(text) ? text : nil
        }
        requiredFields = map.values("required-fields", expectation: pattern) { TagPattern($0) }
        strip = map.values("strip", expectation: pattern + ", or a subfield as in 856$z") { StripPattern($0) }
        readRepairs(map)
        privateFields = map.values("private", expectation: pattern) { TagPattern($0) }
        outOfScope = map.values("out-of-scope", expectation: "characters at a place, as in LDR/06=rop or 008/23=os") {
            ScopeCondition($0)
        }
        lists = map.values("lists", expectation: ReportList.allCases.map(\.rawValue).joined(separator: " or ")) {
            ReportList(rawValue: $0)
        }
        mode = map.word("mode", among: Mode.allCases.map { ($0.rawValue, $0) })
        gates = GateLimits(map.map("gates"))
        readCodes(map.map("codes"), knownCodes)
        readLevels(map.map("levels"))
        map.finish()
    }

    private mutating func readHoldings(_ map: YAMLMap) {
        guard let holdings = map.map("holdings") else { return }
        if let isRequired = holdings.flag("required") { withoutHoldings = isRequired ? .reject : .keep }
        if let word = holdings.word("without", among: WithoutHoldings.allCases.map { ($0.rawValue, $0) }) {
            if holdings.names.contains("required") {
                holdings.problem(at: "without", "'without' says more than 'required' does; leave 'required' out")
            }
            withoutHoldings = word
        }
        acceptsURL = holdings.flag("url") ?? acceptsURL
        let tags = holdings.values("tags", expectation: "a tag of three characters, X for any") { TagPattern($0) }
        if !tags.isEmpty { holdingsTags = tags }
        if let text = holdings.string("library") {
            if let part = FieldPart(text), part.subfield != nil {
                library = part
            } else {
                holdings.problem(at: "library", "'library' expects a subfield as in 852$a, found '\(text)'")
            }
        }
        readMap(of: holdings)
        holdings.finish()
    }

    /// Where holdings stand, where that is not 852.
    private mutating func readMap(of holdings: YAMLMap) {
        guard let map = holdings.map("map") else { return }
        let text = map.string("field") ?? "852"
        guard let tag = Tag(text), tag.isWellFormed, !tag.isControl else {
            return map.problem(
                at: "field", "'field' expects the tag of the field that is a holding, as in 949, found '\(text)'")
        }
        let empty = HoldingsMap(tag: tag)
        var made = empty
        for column in HoldingsMap.Column.allCases {
            made[column] = map.values(column.key, expectation: "subfields as in h or 090$ab") { empty.place($0) }
        }
        if let names = map.map("locations") {
            for code in names.names { if let name = names.string(code) { made.translate(code, to: name) } }
            names.finish()
        }
        map.finish()
        holdingsMap = made
        if !holdings.names.contains("tags"), let pattern = TagPattern(text) { holdingsTags = [pattern] }
    }

    private mutating func readRepairs(_ map: YAMLMap) {
        let known = ScrubRules.repairs
        let names = known.map(\.name).joined(separator: ", ")
        repairs = OptionalRepairs(
            map.values("repairs", expectation: "names of repairs (\(names))") { text in
                known.first { $0.name == text }
            })
    }
}

extension ControlNumberPlace {
    /// As in a profile, `035$a`.
    var text: String {
        tag.description + (subfield.map { "$" + String(UnicodeScalar($0)) } ?? "")
    }
}
