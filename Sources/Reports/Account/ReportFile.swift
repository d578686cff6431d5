/// A file of a report folder, as the page links to it.
struct ReportFile: Sendable, Equatable {
    let name: String
    /// What it holds, in a few words.
    let what: String
}
