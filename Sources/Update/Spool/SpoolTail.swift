/// What a spool says of the submission as a whole.
public struct SpoolTail: Sendable {
    /// The files that the records came from.
    public var files: FileTable
    /// The checksum of the spool that the stage read; empty for ingest.
    public var input: String
    /// Verdicts: the ordinals of records that a later record of the submission replaces, ascending. Their disposition is
    /// `duplicate`, whatever the block says, for the block was written before the later record was seen.
    public var setAside: [UInt32]

    /// Verdicts: the ordinals of holdings whose number other holdings of the submission bear as well, ascending. Their
    /// number is followed by their content's, whatever the block says.
    public var numberedByContent: [UInt32]

    /// Records: those that holdings records of the submission belong to.
    public var holdingsLinks: HoldingsLinks

    public init(
        files: FileTable, input: String = "", setAside: [UInt32] = [], numberedByContent: [UInt32] = [],
        holdingsLinks: HoldingsLinks = HoldingsLinks()
    ) {
        self.files = files
        self.input = input
        self.setAside = setAside
        self.numberedByContent = numberedByContent
        self.holdingsLinks = holdingsLinks
    }

    var encoded: [UInt8] {
        var bytes: [UInt8] = []
        Raw.append(UInt64(files.entries.count), to: &bytes)
        for entry in files.entries {
            let texts = [
                entry.name, entry.path, entry.format, entry.namespaces, entry.encoding ?? "", entry.identifiers ?? "",
            ]
            for text in texts { Self.append(text, to: &bytes) }
        }
        Self.append(input, to: &bytes)
        for ordinals in [setAside, numberedByContent] {
            Raw.append(UInt64(ordinals.count), to: &bytes)
            Raw.append(ordinals, to: &bytes)
        }
        Raw.append(UInt64(holdingsLinks.hashes.count), to: &bytes)
        Raw.append(holdingsLinks.hashes, to: &bytes)
        return bytes
    }

    /// nil where the bytes are not a tail.
    init?(_ bytes: UnsafeRawBufferPointer) {
        var cursor = RawCursor(bytes)
        var entries: [FileTable.Entry] = []
        guard let count = cursor.take(UInt64.self) else { return nil }
        for _ in 0..<count {
            guard let name = Self.text(&cursor), let path = Self.text(&cursor), let format = Self.text(&cursor),
                let namespaces = Self.text(&cursor), let encoding = Self.text(&cursor),
                let identifiers = Self.text(&cursor)
            else { return nil }
            let known = SourceFormat.allCases.first { $0.name == format }
            entries.append(
                .init(
                    name: name, path: path, format: known ?? .iso2709, namespaces: namespaces,
                    encoding: encoding.isEmpty ? nil : encoding, identifiers: OAIIdentifierForm(identifiers)))
        }
        guard let input = Self.text(&cursor), let setAside = Self.ordinals(&cursor),
            let numberedByContent = Self.ordinals(&cursor), let linkCount = cursor.take(UInt64.self),
            let links = cursor.takeArray(UInt64.self, count: Int(clamping: linkCount))
        else { return nil }
        self.init(
            files: FileTable(entries), input: input, setAside: setAside, numberedByContent: numberedByContent,
            holdingsLinks: HoldingsLinks(links))
    }

    private static func ordinals(_ cursor: inout RawCursor) -> [UInt32]? {
        cursor.take(UInt64.self).flatMap { cursor.takeArray(UInt32.self, count: Int(clamping: $0)) }
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        Raw.append(UInt64(text.utf8.count), to: &bytes)
        bytes.append(contentsOf: text.utf8)
    }

    private static func text(_ cursor: inout RawCursor) -> String? {
        guard let length = cursor.take(UInt64.self),
            let bytes = cursor.takeArray(UInt8.self, count: Int(clamping: length))
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
