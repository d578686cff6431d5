internal import Foundation
public import Pipeline
public import Update

/// The `report/` folder of a submission: page, table, mail, rejected records and lists. Made from what the stages and the
/// ledger left, as often as needed, and the same bytes each time.
public enum SubmissionReports {
    /// The folder's name inside that of the submission.
    public static let folderName = "report"

    /// Makes the report of the submission in `folder` anew.
    ///
    /// Nothing is written where no file was pinned: then the ledger says why. A report stays as it is where the files that it
    /// was made from are no longer kept.
    ///
    /// - Parameter codes: the pages that explain the defects.
    public static func write(_ folder: SubmissionFolder, in workspace: Workspace, codes: [DefectCode] = DefectCodes.all)
        throws
    {
        let isMade = FileManager.default.fileExists(atPath: "\(folder.path)/\(folderName)")
        if isMade, try folder.isSpent() { return }
        guard let account = try SubmissionAccount(folder, in: workspace, codes: codes) else { return }
        try ReportFolder(path: "\(folder.path)/\(folderName)").replace { part in
            try SubmissionReport(account, CodeBook(codes), folder: part, workspace).write()
        }
    }
}

/// The making of one report.
private struct SubmissionReport {
    let account: SubmissionAccount
    let codes: CodeBook
    let folder: String
    let place: String

    init(_ account: SubmissionAccount, _ codes: CodeBook, folder: String, _ workspace: Workspace) {
        (self.account, self.codes, self.folder) = (account, codes, folder)
        let runs = workspace.settings.runs
        // Where the workspace lies is nobody's business.
        let start = runs.hasPrefix("/") ? "" : "\(runs)/"
        place =
            "\(start)\(account.client)/\(account.period)/\(account.contributor)/\(SubmissionReports.folderName)/index.html"
    }

    func write() throws {
        var (statistics, files) = try writeDefects()
        if let records = try SubmissionRecords(account.attempts) {
            files += try MARCReport.write(records, into: folder)
            if account.lists.contains(.noStandardNumber) {
                files.append(try NoStandardNumberList.write(records, hiding: account.hidden, into: folder))
            }
        }
        if let table = try FieldsTable.write(account.attempts, into: folder) { files.append(table) }
        let notice = MailNotice(account: account, statistics: statistics, codes: codes, report: place)
        try write(notice.text, to: "notice.txt")
        files.append(ReportFile(name: "notice.txt", what: "a mail to the library"))
        let changes = try DefectChanges.of(account.attempts)
        let page = SubmissionPage(account, statistics, codes: codes, changes: changes.groups, files: files)
        try write(try HTMLTemplate(SubmissionPage.template).render(page), to: "index.html")
    }

    /// Reads every defect once: into the table, the statistics and the list of rejected records.
    private func writeDefects() throws -> (DefectStatistics, [ReportFile]) {
        var statistics = DefectStatistics()
        var table = try CSVReport(path: "\(folder)/defects.csv")
        var list = account.lists.contains(.failedFilter) ? try FailedFilterList(folder: folder) : nil
        try SubmissionDefects(account.attempts, hiding: account.hidden, uncollected: account.uncollected).forEach {
            row in
            statistics.add(row)
            try table.add(row)
            try list?.add(row)
        }
        try table.finish()
        var files = [
            ReportFile(
                name: "defects.csv", what: "all \(Numbers.text(statistics.total, "defect")) of all stages as a table")
        ]
        if let file = try list?.finish() { files.append(file) }
        return (statistics, files)
    }

    private func write(_ text: String, to name: String) throws {
        var file = try OutputFile(path: "\(folder)/\(name)")
        try file.write(text.utf8)
        try file.finish()
    }
}
