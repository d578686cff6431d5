internal import Pipeline
internal import Update

/// The values of a submission's page, ready to be put into its template: texts and lists of texts.
struct SubmissionPage {
    struct Tile {
        let number: String
        let label: String
    }
    struct FileLine {
        let name: String
        let size: String
        let format: String
        let records: String
        let hash: String
        let members: [Member]
    }
    struct Member {
        let name: String
        let format: String
        let records: String
    }
    struct Share {
        let name: String
        let count: String
        let percent: String
        let weight: Int
        let meaning: String
    }
    struct LevelLine {
        let name: String
        let style: String
        let count: String
        let percent: String
    }
    struct Gate {
        let name: String
        let message: String
        /// What earlier submissions came to; `–` where that does not matter.
        let history: String
        let details: [String]
        let verdict: String
        let style: String
    }

    let style = Stylesheet.text
    let title: String
    let contributor: String
    let symbol: String
    let client: String
    let period: String
    let pipeline: String
    let mode: String
    let profile: String
    let program: String
    let state: String
    let stateStyle: String
    let lede: String
    let reason: String?
    let decisions: [String]
    let tiles: [Tile]
    let files: [FileLine]
    let shares: [Share]
    let stageTable: StageTable
    let collected: String
    let balance: String
    let balanceStyle: String
    let levels: [LevelLine]
    let hasLevels: Bool
    let exceptions: [ProfileException]
    let hasExceptions: Bool
    let gates: [Gate]
    let hasGates: Bool
    let repairs: [CodeSection]
    let stages: [StageSection]
    let changes: [ChangeGroup]
    let hasChanges: Bool
    let hasDefects: Bool
    let total: String
    let examplesPerCode = DefectStatistics.examplesPerCode
    /// `defects.csv` lies beside the page.
    let hasTable = true
    let reportFiles: [ReportFile]

    init(
        _ account: SubmissionAccount, _ statistics: DefectStatistics, codes: CodeBook, changes: [ChangeGroup],
        files: [ReportFile]
    ) {
        let books = account.books
        title = "\(account.contributor) · \(account.client)/\(account.period)"
        (contributor, symbol, client) = (account.contributorName, account.contributor, account.clientTitle)
        (period, pipeline, profile, program) = (account.period, account.pipeline, account.profile, account.program)
        mode = account.mode.words
        state = account.state.rawValue
        stateStyle = account.state.style
        lede = account.lede
        reason = account.reasonText.isEmpty ? nil : account.reasonText
        decisions = account.decisions
        tiles = Self.tiles(account, statistics)
        self.files = account.files.map { Self.line($0, account.parts) }
        shares = books.dispositions.map { Self.share($0.name, $0.count, of: books.collected) }
        stageTable = StageTable(books)
        collected = Numbers.text(books.collected)
        balance =
            books.balance
            ? "The books balance: every collected record has exactly one disposition."
            : "The books do not balance; holdfast status says which stage failed."
        balanceStyle = books.balance ? "good" : "critical"
        let levelTotal = account.levels.reduce(0) { $0 + $1.count }
        levels = account.levels.map { level, count in
            LevelLine(
                name: level.name, style: level == .clean ? "good" : level.name, count: Numbers.text(count),
                percent: Numbers.percent(count, of: levelTotal))
        }
        hasLevels = !levels.isEmpty
        (exceptions, hasExceptions) = (account.exceptions, !account.exceptions.isEmpty)
        gates = account.gate.map(Self.gates) ?? []
        hasGates = !gates.isEmpty
        repairs = statistics.toRepair.prefix(10).map { CodeSection($0, codes) }
        stages = StageName.allCases.compactMap { StageSection($0, statistics, codes) }
        self.changes = changes
        hasChanges = !changes.isEmpty
        hasDefects = statistics.total > 0
        total = Numbers.text(statistics.total, "defect")
        reportFiles = files
    }

    private static func tiles(_ account: SubmissionAccount, _ statistics: DefectStatistics) -> [Tile] {
        let books = account.books
        var tiles = [Tile(number: Numbers.text(books.collected), label: "records collected")]
        if account.state == .installed {
            tiles.append(Tile(number: Numbers.text(books.installed), label: "of them in the database"))
            tiles.append(Tile(number: Numbers.text(books.count(.deleted)), label: "deleted on demand"))
        } else {
            tiles.append(
                Tile(number: Numbers.text(books.count(account.state.settled)), label: account.state.passedWords))
        }
        tiles.append(Tile(number: Numbers.text(books.count(.rejected)), label: "rejected"))
        tiles.append(
            Tile(number: Numbers.text(account.attempt(.scrub)?.summary.repaired ?? 0), label: "repaired by Holdfast"))
        tiles.append(Tile(number: Numbers.text(statistics.total), label: "defects found"))
        return tiles
    }

    private static func line(_ file: SubmissionAccount.File, _ parts: [SubmissionAccount.Part]) -> FileLine {
        let whole = parts.first { $0.name == file.name }
        let members = parts.filter { $0.name.hasPrefix(file.name + "/") }
        let records = whole.map(\.records) ?? (members.isEmpty ? nil : members.reduce(0) { $0 + $1.records })
        return FileLine(
            name: file.name, size: Numbers.size(file.size),
            format: whole?.format ?? (members.isEmpty ? "not read" : "archive"),
            records: records.map { Numbers.text($0) } ?? "–", hash: file.sha256,
            members: members.map { Member(name: $0.name, format: $0.format, records: Numbers.text($0.records)) })
    }

    private static func share(_ name: String, _ count: Int, of total: Int) -> Share {
        Share(
            name: name, count: Numbers.text(count), percent: Numbers.percent(count, of: total), weight: count,
            meaning: DispositionWords.meaning(name))
    }

    /// `2026-W46 1204, 2026-W45 1188`: the newest first.
    private static func text(_ history: GateVerdict.History) -> String {
        zip(history.periods, history.values).map { period, value in
            "\(period) \(value == value.rounded() ? "\(Int(value))" : "\(value)")"
        }.joined(separator: ", ")
    }

    private static func gates(_ verdict: GateVerdict) -> [Gate] {
        let closed = Set(verdict.closed.map(\.gate))
        return verdict.measures.map { measure in
            let isReleased = !measure.isOpen && !closed.contains(measure.gate)
            return Gate(
                name: measure.gate, message: measure.message, history: measure.history.map(Self.text) ?? "–",
                details: measure.details ?? [],
                verdict: measure.isOpen ? "passed" : isReleased ? "released" : "held",
                style: measure.isOpen ? "good" : isReleased ? "info" : "major")
        }
    }
}
