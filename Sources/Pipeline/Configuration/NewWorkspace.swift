internal import Foundation
internal import Update

/// The files of a new workspace.
public enum NewWorkspace {
    /// Makes a workspace at `folder`.
    ///
    /// - Throws: `RunRefusal` where the folder holds something; what the file system refuses.
    public static func make(at folder: String) throws {
        let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard present.isEmpty else { throw RunRefusal("\(folder) is not empty; name a new folder") }
        for subfolder in ["pipelines", "clients", "profiles", "databases", "inbox/mylibraries/lib1"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(subfolder)", withIntermediateDirectories: true)
        }
        for (name, text) in files { try Durably.replace("\(folder)/\(name)", with: Array(text.utf8)) }
    }

    private static let files = [
        (
            "holdfast.yaml",
            """
            # Where things are, relative to this folder; these are the defaults.
            inbox: inbox
            runs: runs
            # A delivered file is taken when it has not changed for so many seconds; one that grows is waited for.
            settle-seconds: 5
            growth-wait-seconds: 60
            # Of each contributor, so many submissions keep their files, and so many versions can be undone.
            # retention: { spools: 12, versions: 12 }

            """
        ),
        (
            "clients/mylibraries.yaml",
            """
            title: My libraries
            database: databases/mylibraries.sqlite
            # Records of several libraries that describe one thing become one title: bc-union, number-only or oclc-first.
            # match: bc-union
            # Where records are equally full, patrons see that of the library named first.
            # priority: [lib1]
            contributors:
              # The symbol is also the name of the drop folder, inbox/mylibraries/lib1.
              lib1: { name: First library, profile: plain-marc21 }

            """
        ),
        (
            "profiles/plain-marc21.yaml",
            """
            description: MARC 21; each record's own evidence decides its encoding.
            format: any
            encoding: auto
            control-number: "001"
            holdings:
              required: true
              tags: ["852"]
            local-fields: ["9XX", "X9X", "XX9"]
            private: ["541", "561", "583"]

            """
        ),
        (
            "pipelines/weekly.yaml",
            """
            description: Adds, changes and deletes that contributors have delivered since the last run.
            mode: changes
            schedule:
              cadence: weekly
              day: sunday
              time: "02:30"
              time-zone: UTC
              deadline-hours: 30
              missed: latest
            # A gate closes when both its share and its number are passed; off switches one off. Not named here, and with
            # limits of their own: delete-share, one-code, encoding, numbers, volume, drift.
            gates:
              rejects: { percent: 10, at-least: 20 }
              deletes: { percent: 10, at-least: 50 }
            # At the end records that have lost their last holding are taken out; those with 856 are left.
            purge: true

            """
        ),
        (
            "pipelines/monthly.yaml",
            """
            description: Full loads. What a contributor's full load does not name is deleted.
            mode: full
            schedule:
              cadence: monthly
              day: 1
              time: "01:00"
              time-zone: UTC
              deadline-hours: 48
              missed: latest
            gates:
              rejects: { percent: 10, at-least: 20 }
              deletes: { percent: 10, at-least: 50 }
              absent: { percent: 10, at-least: 50 }
            # At the end every row of the client's database is read and held against what was installed.
            audit: true
            # What is older than retention in holdfast.yaml keeps is removed then.
            retain: true

            """
        ),
    ]
}
