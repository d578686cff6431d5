@testable import Catalog
import Scrub
import Testing
import Update

@testable import Pipeline

@Suite struct `Gates on a contributor's history` {
    /// Earlier submissions of that many records each, the newest first, as `fill` makes them.
    private func history(_ records: [Int], _ fill: (inout FieldProfile, Int) -> Void = { _, _ in }) -> [CatalogHistory]
    {
        records.enumerated().map { index, count in
            var profile = FieldProfile()
            profile.add(count, at: .submission, "records")
            profile.add(count, at: .bibliographic, "records")
            fill(&profile, count)
            let week = records.count - index
            let version = CatalogVersion(
                id: week, contributor: 1, period: "2026-W\(week)", mode: .changes, submission: "", input: "")
            return CatalogHistory(version: version, profile: profile)
        }
    }

    private func measurement(
        _ records: Int, _ history: [CatalogHistory], encoding: DeclaredEncoding = .auto,
        plan: GateMeasurement.Plan = .init(), policy: DefectPolicy = DefectPolicy(), mode: Mode = .changes,
        _ fill: (inout FieldProfile, Int) -> Void = { _, _ in }
    ) -> GateMeasurement {
        GateMeasurement(
            limits: .standard, mode: mode, encoding: encoding, declaredForms: [], policy: policy,
            validate: StageSummary(stage: .validate),
            plan: plan, profile: self.history([records], fill)[0].profile, history: history, anyHistory: history,
            holds: [])
    }

    private let weeks = [402, 380, 425, 391, 410, 377, 440, 400]

    @Test func `a submission half as long as usual is held, and the sentence has number, limit and history`() {
        let volume = measurement(200, history(weeks)).volume
        #expect(volume?.isOpen == false)
        #expect(volume?.count == 201)
        #expect(
            volume?.message
                == "200 records came (usual 401, median of the last 8: 377–440); the limit is 241 to 1604 records, and more "
                + "than 20 fewer than usual")
        #expect(volume?.history?.periods.first == "2026-W8" && volume?.history?.values.first == 402)
    }

    @Test(arguments: [245, 401, 900, 1600]) func `a somewhat smaller or a much larger submission is not held`(
        records: Int
    ) {
        #expect(measurement(records, history(weeks)).volume?.isOpen == true)
    }

    @Test func `a full load among weekly changes is held`() {
        #expect(measurement(9000, history(weeks)).volume?.isOpen == false)
    }

    @Test func `a library whose submissions vary much is allowed to`() {
        #expect(measurement(60, history([100, 900, 50, 400, 1200, 80, 300, 200])).volume?.isOpen == true)
    }

    @Test func `few records more or less hold nothing, and two submissions are no history`() {
        #expect(measurement(5, history([20, 24, 22])).volume?.isOpen == true)
        let early = measurement(5, history([400, 380])).volume
        #expect(early?.isOpen == true)
        #expect(
            early?.message
                == "5 records came; 3 earlier submissions of the same mode are needed to say what is usual, there are 2"
        )
    }

    /// 856 on that share of the records.
    private func links(_ percent: Int) -> (inout FieldProfile, Int) -> Void {
        { profile, count in
            profile.add(count * percent / 100, at: .bibliographic, "856")
            profile.add(count * percent / 100, at: .bibliographic, "856$u")
            profile.add(count, at: .bibliographic, "245")
        }
    }

    @Test func `a field lost on a third of the records is held, and the sentence says which moved by how much`() {
        let drift = measurement(400, history(weeks, links(60)), links(40)).drift
        #expect(drift?.isOpen == false)
        #expect(
            drift?.message
                == "856 stands in 40 % of 400 bibliographic records (usual 60 %, median of the last 8: 59.8–60): 80 records "
                + "have lost it; the limit is 25 % of the usual share, 5 points and more than 20 records")
    }

    @Test func `growth holds nothing, but is told`() {
        let drift = measurement(400, history(weeks, links(20)), links(80)).drift
        #expect(drift?.isOpen == true)
        #expect(drift?.details?.count == 1)
        #expect(drift?.details?.first?.hasSuffix("240 records have it newly") == true)
    }

    @Test func `small submissions and small falls hold nothing`() {
        #expect(measurement(30, history(weeks, links(60)), links(20)).drift?.isOpen == true)
        #expect(measurement(400, history(weeks, links(60)), links(50)).drift?.isOpen == true)
        #expect(measurement(400, history(weeks, links(4)), links(0)).drift?.isOpen == true)
    }

    @Test func `one code on most records is named as one fault of the export, unless the library always had it`() {
        func code(_ percent: Int) -> (inout FieldProfile, Int) -> Void {
            { profile, count in profile.add(count * percent / 100, at: .code, "validate.fixed-field-shifted") }
        }
        let first = measurement(400, history(weeks), code(90)).oneCode
        #expect(first?.isOpen == false)
        #expect(
            first?.message
                == "validate.fixed-field-shifted touches 360 of 400 records: one fault of the export rather than of each "
                + "record (90 %; usual 0 %, median of the last 8); the limit is 50 % and more than 50")
        #expect(measurement(400, history(weeks, code(88)), code(90)).oneCode?.isOpen == true)
        #expect(measurement(40, history(weeks), code(100)).oneCode?.isOpen == true)
    }

    @Test func `a code that the profile makes minor is named and holds nothing`() {
        var policy = DefectPolicy()
        policy.exceptions["validate.fixed-field-shifted"] = .init(severity: .minor)
        let measure = measurement(400, history(weeks), policy: policy) { profile, count in
            profile.add(count, at: .code, "validate.fixed-field-shifted")
        }.oneCode
        #expect(measure?.isOpen == true)
        #expect(measure?.message.contains("one fault of the export") == true)
    }

    @Test func `another encoding than before is held where the profile leaves it open`() {
        let earlier = history(weeks) { profile, count in profile.add(count / 4, at: .encoding, "utf8") }
        let measure = measurement(400, earlier) { profile, _ in profile.add(90, at: .encoding, "windows1252") }
            .encodingChanged
        #expect(measure?.isOpen == false)
        #expect(
            measure?.message
                == "of 90 records with characters beyond ASCII, 90 are not in UTF-8, in which the contributor has sent before: "
                + "90 Windows-1252 (100 %; usual 0 %, median of the last 8); the limit is 20 % and more than 10")
        #expect(measurement(400, history(weeks)).encodingChanged?.isOpen == true)
    }

    @Test func `hardly any known number is a change of scheme`() {
        var earlier = history(weeks)
        for index in earlier.indices {
            earlier[index].version.counts.rowsBefore = 3000
            earlier[index].version.counts.replaced = 260
            earlier[index].version.counts.added = 140
        }
        let measure = measurement(400, earlier, plan: .init(installed: 3000, known: 4, unknown: 396)).numbersKnown
        #expect(measure?.isOpen == false)
        #expect(
            measure?.message
                == "4 of 400 control numbers are known from before (1 %; usual 65 %, median of the last 8); the limit is "
                + "16.3 %, and more than 20 records that ought to be known; the scheme of the control numbers seems to have "
                + "changed")
        #expect(
            measurement(400, earlier, plan: .init(installed: 3000, known: 100, unknown: 300)).numbersKnown?.isOpen
                == true)
    }

    @Test func `a full load that the database does not know is held although it is the first`() {
        let plan = GateMeasurement.Plan(installed: 3000, known: 12, unknown: 2900)
        #expect(measurement(2912, [], plan: plan, mode: .full).numbersKnown?.isOpen == false)
    }
}

@Suite struct `Limits of gates` {
    private func limits(_ text: String) -> (limits: GateLimits, problems: [String]) {
        let problems = ProblemList()
        let limits = GateLimits(YAMLMap(file: "pipelines/weekly.yaml", text: text, problems: problems))
        return (limits, problems.problems.map(\.description))
    }

    @Test func `are read, switched off, and completed by what stands behind them`() {
        let (profile, problems) = limits(
            """
            drift: off
            volume: { below: 50, above: 900, at-least: 30 }
            one-code: { percent: 80 }
            history: 12
            """)
        #expect(problems == [])
        let all = profile.completed(by: .standard)
        #expect(all.drift == .off && all.history == 12)
        #expect(all.volume == .on(.init(below: 50, above: 900, atLeast: 30)))
        #expect(all.oneCode == .on(.init(percent: 80, atLeast: 0)))
        #expect(all.rejects == .on(.init(percent: 10, atLeast: 20)))
    }

    @Test func `name file, line and column of what is wrong`() {
        let (_, problems) = limits(
            """
            drift: { percent: 25, at-least: 20 }
            volume:
              below: much
              above: 300
              at-leest: 20
            volum: off
            """)
        #expect(
            problems == [
                "pipelines/weekly.yaml:3:10: 'below' expects a number from 0.0 to 100.0, found 'much'",
                "pipelines/weekly.yaml:5:3: unknown key 'at-leest'; did you mean 'at-least'?",
                "pipelines/weekly.yaml:1:8: the key 'points' is missing",
                "pipelines/weekly.yaml:6:1: unknown key 'volum'; did you mean 'volume'?",
            ])
    }
}
