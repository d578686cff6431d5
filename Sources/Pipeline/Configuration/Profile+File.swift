internal import Foundation
internal import Update

extension Profile {
    /// What holds for a file of which nothing is known: any format, each record's own evidence, no holdings asked for.
    public static var unknown: Profile {
        var profile = Profile(name: "none")
        profile.withoutHoldings = .keep
        return profile
    }

    /// Reads one profile from a file, outside any workspace.
    ///
    /// - Throws: `ConfigurationError` with everything that is wrong.
    public init(file: String) throws(ConfigurationError) {
        let problems = ProblemList()
        let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        let folder = file.hasPrefix("/") ? "" : FileManager.default.currentDirectoryPath
        let text = ConfigurationFiles(folder: folder, problems: problems).text(file)
        try problems.check()
        self.init(name: name, file: file, text: text ?? "", knownCodes: DefectCodes.names, problems: problems)
        try problems.check()
    }
}
