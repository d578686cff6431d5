import Foundation
import Pipeline
import Testing

/// A library's weekly submissions, one after another, and then one in which something is wrong as a whole.
@Suite struct `A submission as a whole` {
    /// A workspace with one library, which has sent a full load.
    private final class Workspace {
        let folder: TemporaryFolder
        var path: String { folder.path }

        init() throws {
            folder = try TemporaryFolder()
            for name in ["pipelines", "clients", "profiles", "databases", "inbox/coast/bva"] {
                try FileManager.default.createDirectory(
                    atPath: "\(path)/\(name)", withIntermediateDirectories: true)
            }
            for name in ["weekly.yaml", "monthly.yaml"] {
                try FileManager.default.copyItem(
                    atPath: "\(Program.package)/Pipelines/\(name)", toPath: "\(path)/pipelines/\(name)")
            }
            try write("settle-seconds: 0\n", to: "holdfast.yaml")
            try write("contributors:\n  bva: { profile: bva }\n", to: "clients/coast.yaml")
            try write("encoding: marc8\nholdings:\n  required: true\n", to: "profiles/bva.yaml")
        }

        init(copying other: Workspace) throws {
            folder = try TemporaryFolder()
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.copyItem(atPath: other.path, toPath: path)
        }

        func write(_ text: String, to name: String) throws {
            try Data(text.utf8).write(to: folder.url(name))
        }

        /// Delivers a file and runs the update.
        func run(_ pipeline: String, _ period: String, _ bytes: [UInt8]) throws -> Program.Outcome {
            try Data(bytes).write(to: folder.url("inbox/coast/bva/\(period).mrc"))
            return try Program.run("run", pipeline, "--period", period, "--workspace", path, "--quiet")
        }

        func gate(_ period: String) throws -> GateVerdict {
            let data = try Data(contentsOf: folder.url("runs/coast/\(period)/bva/gate.json"))
            return try JSONDecoder().decode(GateVerdict.self, from: data)
        }
    }

    private static let weeks = 20

    private static func period(_ week: Int) -> String { week < 10 ? "2026-W0\(week)" : "2026-W\(week)" }

    /// The library and its workspace after a full load and twenty honest weeks, each of which has to pass.
    private static func afterHonestWeeks() throws -> (library: WeeklyLibrary, workspace: Workspace) {
        let workspace = try Workspace()
        var library = WeeklyLibrary(seed: 20)
        let full = try workspace.run("monthly", "2026-01", library.fullLoad(3000).bytes())
        try #require(full.status == 0, "\(full.output)\(full.messages)")
        for week in 1...weeks {
            let outcome = try workspace.run("weekly", period(week), library.week().bytes())
            let gate = try workspace.gate(period(week))
            #expect(gate.closed.map(\.message) == [], "week \(week)")
            try #require(outcome.status == 0, "week \(week): \(outcome.output)\(outcome.messages)")
        }
        return (library, workspace)
    }

    @Test func `twenty honest weeks pass, and each fault is held for the right reason`() throws {
        let (library, workspace) = try Self.afterHonestWeeks()
        let expected: [WeeklyLibrary.Fault: (gate: String, words: [String])] = [
            .linksLost: ("drift", ["856 stands in ", "records have lost it"]),
            .fixedFieldsShifted: (
                "drift", ["008/15-17=country stands in 0 % of", "008/35-37=language stands in 0 % of"]
            ),
            .wrongEncoding: ("encoding", ["are not in MARC-8, in which the profile says they are"]),
            .halfAsLong: ("volume", ["205 records came (usual ", "fewer than usual"]),
            .manyDeletes: ("delete-share", ["records are deletes", "usual 5"]),
            .otherNumbers: (
                "number-form", ["have a form that the contributor has not sent before (in# instead of ocm#)"]
            ),
        ]
        for fault in WeeklyLibrary.Fault.allCases {
            var library = library
            let copy = try Workspace(copying: workspace)
            let period = Self.period(Self.weeks + 1)
            let outcome = try copy.run("weekly", period, library.week(fault).bytes(fault))
            #expect(outcome.status == 1, "\(fault): \(outcome.output)\(outcome.messages)")
            let closed = try copy.gate(period).closed
            let (gate, words) = try #require(expected[fault])
            let measure = try #require(closed.first { $0.gate == gate }, "\(fault): \(closed.map(\.message))")
            for word in words { #expect(measure.message.contains(word), "\(fault): \(measure.message)") }
            if gate != "number-form" { #expect(measure.history?.periods.count == 8, "\(fault)") }
            let status = try Program.run("status", "coast/\(period)", "--workspace", copy.path)
            #expect(status.output.contains("gate \(gate) closed: \(measure.message)"), "\(status.output)")
            let page = try String(
                contentsOf: copy.folder.url("runs/coast/\(period)/bva/report/index.html"), encoding: .utf8)
            #expect(page.contains("<th scope=\"row\">\(gate)</th>"), "\(fault)")
        }
    }
}
