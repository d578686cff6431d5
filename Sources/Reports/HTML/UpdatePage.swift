internal import Pipeline
internal import Update

/// The values of an update's page, ready to be put into its template.
struct UpdatePage {
    struct Row {
        let contributor: String
        let name: String
        /// nil where there is no report.
        let link: String?
        let mode: String
        let state: String
        let stateStyle: String
        let reason: String?
        let cells: [String]
    }

    /// A delivery that was due and did not come.
    struct Missing {
        let contributor: String
        let name: String
        let message: String
    }

    /// What was purged of one contributor, or waits to be.
    struct Purge {
        let contributor: String
        let name: String
        let state: String
        let stateStyle: String
        let message: String
    }

    let style = Stylesheet.text
    let client: String
    let run: String
    let period: String
    let pipeline: String
    let lede: String
    let tiles: [SubmissionPage.Tile]
    let columns = ["collected", "added", "replaced", "unchanged", "deleted", "rejected", "critical", "major", "minor"]
    let rows: [Row]
    let totals: [String]
    let absent: String?
    let missing: [Missing]
    let hasMissing: Bool
    let purges: [Purge]
    let hasPurges: Bool

    init(
        client: String, run: String, period: String, pipeline: String, submissions: [SubmissionOverview],
        absent: [String], missing: [Missing] = [], purges: [Purge] = []
    ) {
        (self.purges, hasPurges) = (purges, !purges.isEmpty)
        (self.missing, hasMissing) = (missing, !missing.isEmpty)
        (self.client, self.run, self.period, self.pipeline) = (client, run, period, pipeline)
        let counts = submissions.map(Self.counts)
        rows = zip(submissions, counts).map { Self.row($0, $1.map(Self.cell)) }
        let sums = columns.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
        totals = sums.map(Self.cell)
        lede = Self.lede(submissions)
        tiles = [
            .init(number: Numbers.text(submissions.count), label: "submissions"),
            .init(number: Numbers.text(sums[0]), label: "records collected"),
            .init(number: Numbers.text(submissions.count { $0.state == .held }), label: "held for a decision"),
            .init(number: Numbers.text(submissions.count { $0.state == .failed }), label: "failed"),
            .init(number: Numbers.text(sums[5]), label: "records rejected"),
            .init(number: Numbers.text(missing.count), label: "not delivered"),
        ]
        self.absent = absent.isEmpty ? nil : absent.joined(separator: ", ")
    }

    private static func lede(_ submissions: [SubmissionOverview]) -> String {
        if submissions.isEmpty { return "Nothing was delivered." }
        let states = Dictionary(grouping: submissions, by: \.state.rawValue).mapValues(\.count)
        return states.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ") + "."
    }

    private static func counts(_ submission: SubmissionOverview) -> [Int] {
        let books = submission.books
        return [books.collected] + [.added, .replaced, .unchanged, .deleted, .rejected].map { books.count($0) }
            + [.critical, .major, .minor].map { (severity: Severity) in
                submission.defects.bySeverity[severity.name] ?? 0
            }
    }

    private static func row(_ submission: SubmissionOverview, _ cells: [String]) -> Row {
        Row(
            contributor: submission.contributor, name: submission.contributorName,
            link: submission.hasReport ? "\(submission.contributor)/\(SubmissionReports.folderName)/index.html" : nil,
            mode: submission.mode, state: submission.state.rawValue, stateStyle: submission.state.style,
            reason: submission.reason.isEmpty ? nil : submission.reason, cells: cells)
    }

    private static func cell(_ count: Int) -> String { count == 0 ? "–" : Numbers.text(count) }

    /// The template of an update's page.
    static let template = #"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{run}} – update</title>
        <style>
        {{{style}}}
        </style>
        </head>
        <body>
        <header class="masthead"><div>
        <p class="kicker">{{client}}</p>
        <h1>Update {{period}}</h1>
        <p class="lede">{{lede}}</p>
        <ul class="tiles">
        {{#tiles}}
        <li><b>{{number}}</b><span>{{label}}</span></li>
        {{/tiles}}
        </ul>
        </div></header>
        <main>
        <section id="submissions">
        <h2>Submissions</h2>
        <div class="scroll"><table>
        <thead><tr><th scope="col">library</th><th scope="col">mode</th><th scope="col">state</th>{{#columns}}<th scope="col" class="number">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{#link}}<a href="{{.}}">{{name}}</a>{{/link}}{{^link}}{{name}}{{/link}} <span class="soft">({{contributor}})</span></th><td>{{mode}}</td><td><span class="badge {{stateStyle}}">{{state}}</span></td>{{#cells}}<td class="number">{{.}}</td>{{/cells}}</tr>
        {{#reason}}
        <tr class="why"><td colspan="12"><bdi>{{.}}</bdi></td></tr>
        {{/reason}}
        {{/rows}}
        </tbody>
        <tfoot><tr><th scope="row" colspan="3">all</th>{{#totals}}<td class="number">{{.}}</td>{{/totals}}</tr></tfoot>
        </table></div>
        <p class="note">The last three columns count defects by severity; the others count records.{{#absent}} Nothing came from: {{.}}.{{/absent}}</p>
        </section>
        {{#hasPurges}}
        <section id="purge">
        <h2>Purge of records that had lost their last holding</h2>
        <ul>
        {{#purges}}
        <li>{{name}} <span class="soft">({{contributor}})</span> <span class="badge {{stateStyle}}">{{state}}</span> {{message}}</li>
        {{/purges}}
        </ul>
        </section>
        {{/hasPurges}}
        {{#hasMissing}}
        <section id="missing">
        <h2>Expected and not delivered</h2>
        <ul>
        {{#missing}}
        <li>{{name}} <span class="soft">({{contributor}})</span>: {{message}}</li>
        {{/missing}}
        </ul>
        </section>
        {{/hasMissing}}
        </main>
        <footer><p><code>holdfast status {{run}}</code> says what is to be done next.</p></footer>
        </body>
        </html>

        """#
}
