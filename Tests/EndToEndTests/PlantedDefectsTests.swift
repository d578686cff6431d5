import Foundation
import Pipeline
import Testing
import Update

/// The sample's three updates, held against the list of the defects planted in its files.
@Suite struct `The defects planted in the sample` {
    @Test func `are reported, no more and no less`() throws {
        let workspace = try SampleWorkspace()
        for (pipeline, period) in SampleWorkspace.updates {
            let run = try workspace.run(pipeline, period)
            #expect((0...1).contains(run.status), "\(pipeline) \(period): \(run.messages)")
        }
        let differences = PlantedDefect.differences(
            planted: try PlantedDefect.planted(), reported: try PlantedDefect.reported(in: workspace))
        #expect(differences.isEmpty, "\(differences.count) differences:\n\(differences.joined(separator: "\n"))")
    }

    @Test func `cover every code, but those that an example proves and those that no file can bring`() throws {
        let planted = Set(try PlantedDefect.planted().keys.map(\.code))
        let excepted = Set(Self.exceptions.keys)
        let proved = Set(DefectCodes.all.filter(\.hasRecordExample).map(\.name))
        #expect(
            DefectCodes.names.subtracting(planted).subtracting(excepted).subtracting(proved).sorted() == [],
            "neither planted nor excepted, and without an example")
        #expect(planted.union(excepted).subtracting(DefectCodes.names).sorted() == [], "no code has this name")
        #expect(planted.intersection(excepted).sorted() == [], "planted, and excepted all the same")
    }

    /// The codes that no content of a file brings, each with the reason. Tests of their own rooms make them happen.
    private static let exceptions: [String: String] = {
        let inspection = "it says that the database is not what the install meant to write: a fault of program or disk"
        let ofInspect = DefectCodes.all.filter { $0.stage == .inspect }
        var exceptions = Dictionary(uniqueKeysWithValues: ofInspect.map { ($0.name, inspection) })
        let source = "a server has to be asked and to fail; the tests of collecting start one"
        for code in [
            "source-unreachable", "source-login-refused", "source-not-trusted", "transfer-broken", "transfer-differs",
            "source-nothing-new", "harvest-incomplete", "harvest-restarted", "harvest-undated",
            "harvest-without-deletions",
        ] {
            exceptions["ingest.\(code)"] = source
        }
        for code in ["delivery-missing", "expected-file-missing"] {
            exceptions["ingest.\(code)"] =
                "the client's file has to have a calendar; the tests of the calendar write one"
        }
        exceptions["scrub.encoding-wrong-throughout"] =
            "every record has to lie; the tests of scrub's run write such a file"
        exceptions["ingest.file-still-growing"] = "the file has to grow while the run waits for it"
        exceptions["scrub.record-too-long-for-format"] = "convert alone reports it, about what it is asked to write"
        return exceptions
    }()
}
