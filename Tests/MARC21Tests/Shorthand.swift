import MARC21

/// `245` as the number that the room calls a tag.
func tag(_ text: String) -> UInt32 { text.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

/// The one ASCII character of `text`.
func byte(_ text: Unicode.Scalar) -> UInt8 { UInt8(ascii: text) }

/// Lends the bytes of `text`.
func bytes<Result>(_ text: String, _ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    Array(text.utf8).withUnsafeBufferPointer(use)
}
