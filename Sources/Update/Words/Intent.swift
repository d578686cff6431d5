/// What a contributor wants done with a record that it sends.
public enum Intent: UInt8, Sendable {
    /// Add it, or replace the earlier one.
    case keep = 0
    /// Delete it: leader/05 is `d`, or the record stands in a delete list.
    case delete = 1
}
