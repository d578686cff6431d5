extension SubmissionPage {
    /// The template of a submission's page. Texts from records stand in `bdi`, so that a direction of writing does not
    /// run on into what follows.
    static let template =
        #"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}} – defect report</title>
        <style>
        {{{style}}}
        </style>
        </head>
        <body>
        <a class="skip" href="#defects">To the defects</a>
        <header class="masthead"><div>
        <p class="kicker">{{contributor}} ({{symbol}}) for {{client}}</p>
        <h1>Submission {{period}} <span class="badge {{stateStyle}}">{{state}}</span></h1>
        <p class="lede">{{lede}}</p>
        {{#reason}}
        <p><strong>Why:</strong> <bdi>{{.}}</bdi></p>
        {{/reason}}
        {{#decisions}}
        <p><bdi>{{.}}</bdi></p>
        {{/decisions}}
        <nav aria-label="On this page"><ul>
        <li><a href="#came">What came</a></li>
        <li><a href="#became">What became of it</a></li>
        <li><a href="#repair">What to repair</a></li>
        <li><a href="#defects">Defects</a></li>
        <li><a href="#files">Files</a></li>
        </ul></nav>
        <ul class="tiles">
        {{#tiles}}
        <li><b>{{number}}</b><span>{{label}}</span></li>
        {{/tiles}}
        </ul>
        </div></header>
        <main>
        <section id="came">
        <h2>What came</h2>
        <div class="scroll"><table>
        <thead><tr><th scope="col">file</th><th scope="col">format</th><th scope="col" class="number">size</th><th scope="col" class="number">records</th><th scope="col">SHA-256</th></tr></thead>
        <tbody>
        {{#files}}
        <tr><th scope="row" class="file"><bdi>{{name}}</bdi></th><td>{{format}}</td><td class="number">{{size}}</td><td class="number">{{records}}</td><td class="hash"><code>{{hash}}</code></td></tr>
        {{#members}}
        <tr><td class="file soft"><bdi>{{name}}</bdi></td><td>{{format}}</td><td class="number"></td><td class="number">{{records}}</td><td></td></tr>
        {{/members}}
        {{/files}}
        {{^files}}
        <tr><td colspan="5">No file was pinned.</td></tr>
        {{/files}}
        </tbody>
        </table></div>
        <p class="note">Mode: {{mode}}. Pipeline {{pipeline}}, profile {{profile}}.</p>
        </section>
        <section id="became">
        <h2>What became of it</h2>
        <div class="share" role="img" aria-label="Shares of the dispositions; the list below has the numbers">{{#shares}}<i class="d-{{name}}" style="flex-grow:{{weight}}"></i>{{/shares}}</div>
        <ul class="legend">
        {{#shares}}
        <li><i class="d-{{name}}"></i><b>{{count}}</b> {{name}} <span class="soft">({{percent}}; {{meaning}})</span></li>
        {{/shares}}
        </ul>
        <p><span class="badge {{balanceStyle}}">{{collected}} collected</span> {{balance}}</p>
        {{#stageTable}}
        <div class="scroll"><table>
        <thead><tr><th scope="col">stage</th><th scope="col" class="number">records in</th>{{#columns}}<th scope="col" class="number">{{.}}</th>{{/columns}}{{#hasUnreadable}}<th scope="col" class="number">unreadable pieces</th>{{/hasUnreadable}}<th scope="col" class="number">repaired</th><th scope="col" class="number">defects</th><th scope="col">also counted</th></tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{stage}}</th><td class="number">{{recordsIn}}</td>{{#cells}}<td class="number">{{.}}</td>{{/cells}}{{#hasUnreadable}}<td class="number">{{unreadable}}</td>{{/hasUnreadable}}<td class="number">{{repaired}}</td><td class="number">{{defects}}</td><td class="soft">{{counts}}</td></tr>
        {{/rows}}
        </tbody>
        </table></div>
        {{/stageTable}}
        {{#hasLevels}}
        <p class="levels">Records by the worst defect left after scrubbing:
        {{#levels}}
        <span><span class="badge {{style}}">{{name}}</span> {{count}} <span class="soft">({{percent}})</span></span>
        {{/levels}}
        </p>
        {{/hasLevels}}
        {{#hasExceptions}}
        <h3>What the profile does otherwise</h3>
        <div class="scroll"><table>
        <thead><tr><th scope="col">code or level</th><th scope="col">what is done</th><th scope="col">why</th></tr></thead>
        <tbody>
        {{#exceptions}}
        <tr><th scope="row"><code>{{name}}</code></th><td>{{what}}</td><td><bdi>{{reason}}</bdi></td></tr>
        {{/exceptions}}
        </tbody>
        </table></div>
        {{/hasExceptions}}
        {{#hasGates}}
        <h3>Gates</h3>
        <div class="scroll"><table>
        <thead><tr><th scope="col">gate</th><th scope="col">measured, and the limit</th><th scope="col">earlier submissions</th><th scope="col">verdict</th></tr></thead>
        <tbody>
        {{#gates}}
        <tr><th scope="row">{{name}}</th><td><bdi>{{message}}</bdi>{{#details}}{{#first()}}<details><summary>what moved</summary><ul>{{/first()}}<li><bdi>{{.}}</bdi></li>{{#last()}}</ul></details>{{/last()}}{{/details}}</td><td class="soft">{{history}}</td><td><span class="badge {{style}}">{{verdict}}</span></td></tr>
        {{/gates}}
        </tbody>
        </table></div>
        {{/hasGates}}
        {{#hasChanges}}
        <h3>Against the version before</h3>
        {{#changes}}
        <p class="changes"><span class="badge {{style}}">{{name}}</span> <span class="soft">{{meaning}}:</span>
        {{#entries}}
        <span><code>{{code}}</code>&nbsp;{{count}}{{^last()}},{{/last()}}</span>
        {{/entries}}
        </p>
        {{/changes}}
        {{/hasChanges}}
        </section>

        """# + DefectSections.template + #"""
            <section id="files">
            <h2>Files beside this page</h2>
            <dl>
            {{#reportFiles}}
            <dt><a href="{{name}}">{{name}}</a></dt><dd>{{what}}</dd>
            {{/reportFiles}}
            </dl>
            </section>
            </main>
            <footer><p>Holdfast {{program}}. <code>holdfast explain CODE</code> prints the page of any code.</p></footer>
            </body>
            </html>

            """#
}
