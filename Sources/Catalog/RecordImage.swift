public import MARC

/// A record by everything that identifies it in a client database.
public struct RecordName: Sendable, Equatable, Hashable {
    public var identity: RecordIdentity
    /// `bibliographic`, `holdings` or `authority`.
    public var kind: String

    public init(_ identity: RecordIdentity, kind: String) {
        self.identity = identity
        self.kind = kind
    }
}

extension RecordName: CustomStringConvertible {
    /// `CONTRIBUTOR/CONTROL-NUMBER`, with the kind where it is not bibliographic.
    public var description: String {
        kind == RecordKind.bibliographic.name ? identity.description : "\(identity) (\(kind))"
    }
}

/// A record in the form in which a database keeps it, or kept it once.
public struct RecordImage: Sendable, Equatable {
    var form: RecordForm
    public var bytes: [UInt8]

    init(_ bytes: ByteView, _ form: ByteView) {
        self.bytes = Array(bytes)
        self.form = form.equals("marcxml") ? .marcxml : .iso2709
    }

    /// The record; nil where the stored form cannot be read.
    public var record: Record? { bytes.withUnsafeBufferPointer { StoredRecord.read($0, form) } }
}

/// A record that stands otherwise after one version than after another.
public struct RecordDifference: Sendable, Equatable {
    public var name: RecordName
    /// nil where it was not held.
    public var before: RecordImage?
    /// nil where it is not held.
    public var after: RecordImage?

    public init(name: RecordName, before: RecordImage?, after: RecordImage?) {
        (self.name, self.before, self.after) = (name, before, after)
    }
}
