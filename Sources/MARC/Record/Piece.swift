/// What a framer found at the start of the bytes it was shown.
public enum Framing: Sendable, Equatable {
    /// The next `length` bytes belong together as `kind`; they are done with.
    case piece(Piece, length: Int)
    /// More bytes are needed to tell; never returned where the window is the last.
    case needsMore
    /// The window is empty and the last.
    case end
}

/// What a stretch of a file is.
public enum Piece: Sendable, Equatable {
    /// A record, sound or damaged, for the decoder.
    case record
    /// Bytes between records that carry nothing: line ends, blanks, zero bytes, 1A hex; or XML outside the records.
    case filler
    /// Bytes that no record can be made of; they stay in the pinned file and are reported.
    case unreadable
    /// An OAI-PMH header that says of its record only that it was deleted: see ``OAIHeader``.
    case deletion
}
