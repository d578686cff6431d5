/// A stage as a function: from a batch to a batch and defects. It keeps nothing between two batches, so that any thread
/// may run it on any batch; what concerns the submission as a whole lives in a type of its own.
public protocol Stage: Sendable {
    associatedtype Input: StreamContent
    associatedtype Output: StreamContent

    /// Every code that the stage can report.
    static var codes: [DefectCode] { get }

    /// Works through the records of `batch` in their order.
    ///
    /// - Returns: as many records, in the same order.
    func process(_ batch: consuming Batch<Input>, log: inout DefectLog) -> Batch<Output>
}
