/// The files of a submission, in the order in which they are read; shared by all its batches.
public final class FileTable: Sendable {
    /// One file that holds records.
    public struct Entry: Sendable, Codable, Equatable {
        /// The name as delivered, `out.zip/bva.mrc` for a member of an archive.
        public var name: String
        /// Where its bytes can be read, relative to the folder of the attempt, or absolute for `check`.
        public var path: String
        /// The name of a ``SourceFormat``.
        public var format: String
        /// XML: the namespace declarations of the root, as they stand in its start tag; else empty.
        public var namespaces: String
        /// The encoding of the file as delivered, where its bytes are read from a copy in UTF-8; else nil. Places are
        /// then places in the copy.
        public var encoding: String?
        /// OAI-PMH: how identifiers hold control numbers, as an ``OAIIdentifierForm`` is written; nil where that is not known.
        public var identifiers: String?

        public init(
            name: String, path: String, format: SourceFormat, namespaces: String = "", encoding: String? = nil,
            identifiers: OAIIdentifierForm? = nil
        ) {
            self.name = name
            self.path = path
            self.format = format.name
            self.namespaces = namespaces
            self.encoding = encoding
            self.identifiers = identifiers?.description
        }

        public var sourceFormat: SourceFormat { SourceFormat.allCases.first { $0.name == format } ?? .iso2709 }
    }

    public let entries: [Entry]

    public init(_ entries: [Entry]) { self.entries = entries }

    /// The name as delivered of the file with that index; empty where there is none.
    public func name(of file: UInt16) -> String {
        Int(file) < entries.count ? entries[Int(file)].name : ""
    }
}
