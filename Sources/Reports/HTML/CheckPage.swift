public import Pipeline
public import Update

/// The page of files that were checked, `holdfast check --format html`: what they hold and what is wrong with it.
public struct CheckPage {
    struct FileLine {
        let name: String
        let format: String
        let encoding: String
        let cells: [String]
    }

    private let codes: CodeBook
    private let program: String
    private var files: [FileLine] = []
    private var statistics = DefectStatistics()
    private var totals = [Int](repeating: 0, count: CheckPage.columns.count)

    static let columns = ["records", "accepted", "repaired", "rejected", "unreadable pieces", "defects"]

    /// - Parameters:
    ///   - codes: the pages that explain the defects.
    ///   - program: the program's version.
    public init(codes: [DefectCode] = DefectCodes.all, program: String) {
        self.codes = CodeBook(codes)
        self.program = program
    }

    /// Adds a file and its defects.
    ///
    /// - Throws: `FileFailure` or `DefectFileDamaged`.
    public mutating func add(_ check: FileCheck) throws {
        let counts = [
            check.records, check.accepted, check.repaired, check.rejected, check.unreadable,
            check.defects.values.reduce(0, +),
        ]
        for (index, count) in counts.enumerated() { totals[index] += count }
        files.append(
            FileLine(
                name: check.path, format: check.format, encoding: check.encoding, cells: counts.map { Numbers.text($0) }
            ))
        for attempt in check.attempts {
            try DefectFile(path: attempt.file(StageFile.defects)).forEach { statistics.add($0) }
        }
    }

    /// The page as one document without anything from elsewhere.
    ///
    /// - Throws: where the template is none.
    public func html() throws -> String { try HTMLTemplate(Self.template).render(Values(self)) }

    /// The page's values, ready to be put into its template.
    private struct Values {
        let style = Stylesheet.text
        let title: String
        let tiles: [SubmissionPage.Tile]
        let columns = CheckPage.columns
        let files: [FileLine]
        let repairs: [CodeSection]
        let stages: [StageSection]
        let hasDefects: Bool
        let hasTable = false
        let examplesPerCode = DefectStatistics.examplesPerCode
        let program: String

        init(_ page: CheckPage) {
            let all = "holdfast check --format csv prints all"
            title = page.files.count == 1 ? page.files[0].name : Numbers.text(page.files.count, "file")
            tiles = zip(CheckPage.columns, page.totals).map { .init(number: Numbers.text($1), label: $0) }
            files = page.files
            repairs = page.statistics.toRepair.prefix(10).map { CodeSection($0, page.codes, all: all) }
            stages = StageName.allCases.compactMap { StageSection($0, page.statistics, page.codes, all: all) }
            hasDefects = page.statistics.total > 0
            program = page.program
        }
    }

    private static let template =
        #"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}} – check</title>
        <style>
        {{{style}}}
        </style>
        </head>
        <body>
        <a class="skip" href="#defects">To the defects</a>
        <header class="masthead"><div>
        <p class="kicker">Read, scrubbed and validated; nothing was installed</p>
        <h1>Check of <bdi>{{title}}</bdi></h1>
        <ul class="tiles">
        {{#tiles}}
        <li><b>{{number}}</b><span>{{label}}</span></li>
        {{/tiles}}
        </ul>
        </div></header>
        <main>
        <section id="came">
        <h2>Files</h2>
        <div class="scroll"><table>
        <thead><tr><th scope="col">file</th><th scope="col">format</th><th scope="col">encoding</th>{{#columns}}<th scope="col" class="number">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#files}}
        <tr><th scope="row" class="file"><bdi>{{name}}</bdi></th><td>{{format}}</td><td>{{encoding}}</td>{{#cells}}<td class="number">{{.}}</td>{{/cells}}</tr>
        {{/files}}
        </tbody>
        </table></div>
        </section>

        """# + DefectSections.template + #"""
            </main>
            <footer><p>Holdfast {{program}}. <code>holdfast explain CODE</code> prints the page of any code.</p></footer>
            </body>
            </html>

            """#
}
