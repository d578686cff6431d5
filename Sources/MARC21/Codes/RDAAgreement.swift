/// What usually goes together in a record described by RDA: rough rules, for warnings.
public struct RDAAgreement: Sendable {
    /// The rules of the compiled-in table.
    public static let rules = RDAParser.rules()

    let contents: Definitions<ContentRule>
    let mediaOfCarrier: Definitions<MediaRule>
    let mediaOf007: Definitions<MediaRule>
    let rejectedLines: Definitions<Int>

    /// Content codes (336 $b) that go with a type of record (leader/06).
    struct ContentRule: Sendable {
        let type: UInt8
        /// Nil: any.
        let contents: CodeTable?
    }

    /// The media code (337 $b) that goes with a carrier's first letter (338 $b) or a category of material (007/00).
    struct MediaRule: Sendable {
        let character: UInt8
        /// Nil: any.
        let media: UInt8?
    }

    /// The content codes that go with leader/06 `type`; nil where any may.
    public func contents(ofType type: UInt8) -> CodeTable? { contents.first { $0.type == type }?.contents }

    /// The media code that goes with a carrier code; nil where any may.
    ///
    /// - Parameter carrier: the first character of the carrier code.
    public func media(ofCarrier carrier: UInt8) -> UInt8? { mediaOfCarrier.first { $0.character == carrier }?.media }

    /// The media code that goes with 007/00; nil where any may.
    public func media(of007 category: UInt8) -> UInt8? { mediaOf007.first { $0.character == category }?.media }
}
