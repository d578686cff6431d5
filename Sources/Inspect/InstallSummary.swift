internal import FoundationEssentials
internal import Update

/// What install summed up, read from the version.
enum InstallSummary {
    static func dispositions(_ text: String) -> [String: Int] {
        (try? JSONDecoder().decode(StageSummary.self, from: Data(text.utf8)))?.dispositions ?? [:]
    }
}
