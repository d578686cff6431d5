internal import MARC
internal import Update

/// Two records with one identity: the earlier, which is set aside, and the next one after it, which takes its place.
struct SetAsidePair {
    let earlier: RecordGlimpse
    let later: RecordGlimpse

    /// Both are to be kept, or both to be deleted.
    var hasOneIntent: Bool { earlier.intent == later.intent }

    /// Nothing is lost when the earlier is left out.
    var saysTheSame: Bool { hasOneIntent && (earlier.intent == .delete || earlier.contentHash == later.contentHash) }

    /// The later record in words: `record 7`, with its file where that is another one.
    var laterName: String {
        let name = "record \(later.origin.ordinalInFile)"
        return later.origin.file == earlier.origin.file ? name : "\(name) of \(later.file)"
    }
}

/// As much of a record as the judgement on duplicates needs.
struct RecordGlimpse: Sendable {
    let origin: RecordOrigin
    /// The name of its file.
    let file: String
    let intent: Intent
    let contentHash: Hash128
    let control: [UInt8]
}
