internal import MARC
internal import Update

/// An image before, as it lies in `change`.
struct StoredImage {
    /// The number of the change.
    var change: Int
    /// The version that had written what the image shows.
    var version: Int
    /// What its rows come to.
    var sums: TableSums
    var kind: RecordKind
    var controlNumber: ByteView
    var form: RecordForm
    var hash: Hash128
    var texts: (title: ByteView, author: ByteView, subject: ByteView)
    var marc: ByteView
}
