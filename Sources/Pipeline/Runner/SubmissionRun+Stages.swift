internal import Foundation
internal import Scrub
internal import Update
internal import Validate

/// Scrub and validate: each reads what the stage before has left.
extension SubmissionRun {
    func scrub(_ ingested: Attempt, _ profile: Profile) throws -> Attempt {
        try attempt(
            .scrub, input: ingested.summary.output, profile, requireRoom: { try requireRoomToScrub(ingested) }
        ) { pending, context in
            let places = try SpoolReader(path: ingested.file(StageFile.places), kind: .places)
            let sources = RecordSources(files: places.tail.files, folder: ingested.folder)
            return try ScrubRun.run(places: places, sources: sources, settings: profile.scrubSettings, context: context)
        }
    }

    func validate(_ scrubbed: Attempt, _ profile: Profile, _ mode: Mode) throws -> Attempt {
        try attempt(
            .validate, input: scrubbed.summary.output, profile, requireRoom: { try requireRoomToValidate(scrubbed) }
        ) { pending, context in
            let records = try SpoolReader(path: scrubbed.file(StageFile.records), kind: .records)
            return try ValidateRun.run(
                records: records, settings: profile.validateSettings(on: slotDay, isFullLoad: mode == .full),
                context: context)
        }
    }

    /// The calendar day of the slot where the pipeline's schedule lives.
    private var slotDay: ValidateSettings.Day { ValidateSettings.Day(slot, in: pipeline.schedule.timeZone) }
}
