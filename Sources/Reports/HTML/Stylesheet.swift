/// How all pages look: on screen and on paper, without any other file.
enum Stylesheet {
    static let text = """
        :root {
          --ink: #1d2329; --soft: #545d66; --line: #d5dae0; --paper: #ffffff; --wash: #f4f6f8; --link: #0b4f8a;
          --critical: #8f1d1d; --critical-wash: #fbe9e7; --major: #7d4300; --major-wash: #fdefdc;
          --minor: #5c5200; --minor-wash: #f8f3d3; --info: #2a4a6e; --info-wash: #e6eef7; --good: #1d5b34; --good-wash: #e3f2e8;
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--wash); color: var(--ink); line-height: 1.5;
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
        }
        main, .masthead > div, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.5rem; }
        a { color: var(--link); text-underline-offset: .15em; }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: .1rem 0 .6rem; letter-spacing: -.01em; }
        h2 { font-size: 1.25rem; margin: 0 0 .9rem; }
        h3 { font-size: 1.05rem; margin: 1.6rem 0 .5rem; }
        p { margin: 0 0 .7rem; }
        .masthead { background: var(--paper); border-bottom: 1px solid var(--line); padding: 1.6rem 0 1.1rem; }
        .kicker { color: var(--soft); margin: 0; font-size: .92rem; }
        .lede { font-size: 1.05rem; max-width: 56rem; }
        section { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1.3rem 1.5rem; margin: 1.3rem 0; }
        .soft { color: var(--soft); }
        .note { color: var(--soft); font-size: .9rem; margin: .7rem 0 0; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .94rem; }
        caption { text-align: left; color: var(--soft); padding-bottom: .4rem; }
        th, td { text-align: left; vertical-align: top; padding: .42rem .7rem .42rem 0; border-bottom: 1px solid var(--line); }
        thead th { color: var(--soft); font-weight: 600; font-size: .85rem; border-bottom: 2px solid var(--line); white-space: nowrap; }
        tbody th { font-weight: 600; }
        tbody tr:last-child > * { border-bottom: 0; }
        .group th { padding-top: 1.1rem; border-bottom: 1px solid var(--line); }
        tr:has(+ .why) > * { border-bottom: 0; }
        .why td { color: var(--soft); font-size: .9rem; padding-top: 0; overflow-wrap: anywhere; }
        tfoot th, tfoot td { border-top: 2px solid var(--line); border-bottom: 0; font-weight: 600; }
        .changes > span { margin-right: .4rem; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        th.number, td.number { padding-right: 1rem; }
        code, .mono { font: .92em ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        .hash { color: var(--soft); word-break: break-all; font-size: .8em; }
        .file { overflow-wrap: anywhere; }
        .badge { display: inline-block; border-radius: .3rem; padding: .05rem .5rem; font-size: .85rem; font-weight: 600; white-space: nowrap; }
        .critical { color: var(--critical); background: var(--critical-wash); }
        .major { color: var(--major); background: var(--major-wash); }
        .minor { color: var(--minor); background: var(--minor-wash); }
        .info { color: var(--info); background: var(--info-wash); }
        .good { color: var(--good); background: var(--good-wash); }
        .tiles { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1.1rem 0 0; padding: 0; list-style: none; }
        .tiles li { flex: 1 1 8.5rem; border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .9rem; background: var(--paper); }
        .tiles b { display: block; font-size: 1.5rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
        .tiles span { color: var(--soft); font-size: .88rem; }
        .share { display: flex; height: 1.1rem; border-radius: .3rem; overflow: hidden; gap: 2px; margin: .2rem 0 .8rem; background: var(--wash); }
        .share i { min-width: 4px; }
        .legend { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; list-style: none; margin: 0 0 1.1rem; padding: 0; font-size: .94rem; }
        .legend i { display: inline-block; width: .8rem; height: .8rem; border-radius: .2rem; margin-right: .45rem; vertical-align: -.05rem; }
        .legend b { font-variant-numeric: tabular-nums; }
        .d-added { background: #2f7d4f; } .d-replaced { background: #5aa66f; } .d-unchanged { background: #a9cdb3; }
        .d-passed { background: #6d9fc4; } .d-deleted { background: #4a5d78; } .d-delete-not-held { background: #a3adbd; }
        .d-duplicate { background: #b9a05a; } .d-rejected { background: #b03a2e; } .d-out-of-scope { background: #c9c3b6; }
        .d-held { background: #d98a1f; } .d-refused { background: #7c2d5e; } .d-superseded { background: #8a8f98; } .d-rolled-back { background: #6b2b20; }
        .repairs { padding-left: 1.3rem; margin: 0; }
        .repairs li { margin: 0 0 .9rem; padding-left: .3rem; }
        .repairs p { margin: .1rem 0 0; max-width: 52rem; }
        .meter { display: inline-block; width: 5rem; height: .5rem; border-radius: .25rem; background: var(--wash); overflow: hidden; vertical-align: .08rem; }
        .meter i { display: block; height: 100%; background: currentColor; }
        article { border-top: 1px solid var(--line); padding: 1.1rem 0 .9rem; }
        article > h4 { margin: 0 0 .4rem; font-size: 1rem; display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline; }
        article > h4 code { font-size: 1rem; font-weight: 700; }
        article > h4 .soft { font-weight: 400; font-size: .92rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.1rem; margin: .3rem 0 .8rem; }
        dt { color: var(--soft); }
        dd { margin: 0; max-width: 52rem; overflow-wrap: anywhere; }
        .example { border-left: 3px solid var(--line); padding: .1rem 0 .1rem .9rem; margin: .7rem 0; }
        .example p { margin: 0; overflow-wrap: anywhere; }
        .where { font-size: .9rem; color: var(--soft); }
        .evidence { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .8rem; margin: .3rem 0 0; }
        .evidence dd { white-space: pre-wrap; }
        del, ins { text-decoration: none; border-radius: .15rem; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
        del { background: var(--critical-wash); color: var(--critical); text-decoration: line-through; text-decoration-thickness: 1px; }
        ins { background: var(--good-wash); color: var(--good); }
        nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; font-size: .94rem; }
        footer { color: var(--soft); font-size: .88rem; padding-bottom: 2.5rem; }
        .skip { position: absolute; left: -100rem; } .skip:focus { position: static; }
        @media (max-width: 40rem) {
          section { padding: 1rem; } main, .masthead > div, footer { padding: 0 .9rem; }
          dl, .evidence { grid-template-columns: 1fr; gap: 0; } dt { margin-top: .4rem; }
        }
        @media print {
          body { background: #fff; font-size: 9.5pt; }
          section { border: 0; padding: 0; margin: 1.2rem 0; } .masthead { padding: 0 0 .6rem; }
          main, .masthead > div, footer { max-width: none; padding: 0; }
          nav, .skip { display: none; } h2, h3, h4 { break-after: avoid; } .example, tr, .repairs li { break-inside: avoid; }
          .badge, .share i, .legend i, .meter i, del, ins { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .scroll { overflow: visible; }
        }
        """
}
