extension Profile {
    /// A profile as it was when a submission was collected, from the text that `submission.json` keeps.
    ///
    /// - Parameter knownCodes: the names of all defect codes.
    /// - Throws: `ConfigurationError` with everything that is wrong.
    public init(pinnedAs name: String, text: String, knownCodes: Set<String>) throws(ConfigurationError) {
        let problems = ProblemList()
        self.init(
            name: name, file: "submission.json (profile \(name))", text: text, knownCodes: knownCodes,
            problems: problems)
        try problems.check()
    }
}
