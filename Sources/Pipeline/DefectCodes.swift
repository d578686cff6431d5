internal import Ingest
internal import Inspect
internal import Install
internal import Scrub
public import Update
internal import Validate

/// Every code that any stage can report, from the stages' own lists.
public enum DefectCodes {
    /// In the order of the stages and of their lists.
    public static let all: [DefectCode] =
        IngestStage.codes + ScrubRules.codes + [Conversion.tooLong] + ValidateRules.codes + InstallCodes.all
        + InspectCodes.all

    /// The codes' names.
    public static let names = Set(all.map(\.name))

    /// The code of that name.
    public static func code(_ name: String) -> DefectCode? { all.first { $0.name == name } }

    /// What a profile has to list under `repairs` so that the code is reported; nil for a code that needs nothing.
    public static func repair(for code: DefectCode) -> String? { ScrubRules.repair(for: code)?.name }

    /// The code whose name is most like `typed`; nil where none is.
    public static func nearest(_ typed: String) -> String? { NearestName.of(typed, among: names) }
}
