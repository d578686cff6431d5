/// The part of a page that shows defects: what to repair, the codes as a table, each code with examples. The values are
/// `repairs`, `stages`, `hasDefects`, `examplesPerCode` and `hasTable`.
enum DefectSections {
    static let template = #"""
        <section id="repair">
        <h2>What the library should repair</h2>
        {{#repairs}}
        {{#first()}}
        <ol class="repairs">
        {{/first()}}
        <li><span class="badge {{severity}}">{{severity}}</span> <strong>{{extent}}</strong> <a href="#{{code}}"><code>{{code}}</code></a>
        {{#what}}
        <p class="soft">{{.}}</p>
        {{/what}}
        {{#repair}}
        <p>{{.}}</p>
        {{/repair}}
        </li>
        {{#last()}}
        </ol>
        {{/last()}}
        {{/repairs}}
        {{^repairs}}
        <p>Nothing: no defect is worse than worth knowing.</p>
        {{/repairs}}
        </section>
        <section id="defects">
        <h2>Defects by stage and code</h2>
        {{^hasDefects}}
        <p>No stage found a defect.</p>
        {{/hasDefects}}
        {{#hasDefects}}
        <div class="scroll"><table>
        <thead><tr><th scope="col">code</th><th scope="col">severity</th><th scope="col">action</th><th scope="col" class="number">records</th><th scope="col" class="number">defects</th><td></td></tr></thead>
        {{#stages}}
        <tbody>
        <tr class="group"><th colspan="6" scope="rowgroup">{{stage}}: {{total}}</th></tr>
        {{#codes}}
        <tr><td><a href="#{{code}}"><code>{{code}}</code></a></td><td><span class="badge {{severity}}">{{severity}}</span></td><td>{{action}}</td><td class="number">{{records}}</td><td class="number">{{defects}}</td><td class="soft"><span class="meter"><i style="width:{{share}}%"></i></span></td></tr>
        {{/codes}}
        </tbody>
        {{/stages}}
        </table></div>
        {{/hasDefects}}
        </section>
        {{#hasDefects}}
        <section id="codes">
        <h2>What each code means, with examples</h2>
        <p class="soft">At most {{examplesPerCode}} examples a code are shown{{#hasTable}}; <a href="defects.csv">defects.csv</a> has every defect{{/hasTable}}.</p>
        {{#stages}}
        {{#codes}}
        <article id="{{code}}">
        <h4><code>{{code}}</code> <span class="badge {{severity}}">{{severity}}</span> <span class="soft">{{extent}} · {{action}}</span></h4>
        <dl>
        {{#what}}
        <dt>What it is</dt><dd>{{.}}</dd>
        {{/what}}
        {{#why}}
        <dt>Why it matters</dt><dd>{{.}}</dd>
        {{/why}}
        {{#done}}
        <dt>What Holdfast does</dt><dd>{{.}}</dd>
        {{/done}}
        {{#repair}}
        <dt>How to repair it</dt><dd>{{.}}</dd>
        {{/repair}}
        </dl>
        {{#examples}}
        <div class="example">
        <p class="where"><bdi>{{place}}</bdi></p>
        <p><bdi>{{message}}</bdi></p>
        {{#hasEvidence}}
        <dl class="evidence">
        {{#before}}
        <dt>before</dt><dd class="mono"><bdi>{{head}}{{#changed}}<del>{{.}}</del>{{/changed}}{{tail}}</bdi></dd>
        {{/before}}
        {{#after}}
        <dt>after</dt><dd class="mono"><bdi>{{head}}{{#changed}}<ins>{{.}}</ins>{{/changed}}{{tail}}</bdi></dd>
        {{/after}}
        </dl>
        {{/hasEvidence}}
        </div>
        {{/examples}}
        {{#cap}}
        <p class="note">{{.}}</p>
        {{/cap}}
        </article>
        {{/codes}}
        {{/stages}}
        </section>
        {{/hasDefects}}

        """#
}
