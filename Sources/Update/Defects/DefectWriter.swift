/// Writes `defects.jsonl`: a line a defect, in the order of the stream.
public struct DefectWriter: ~Copyable {
    private var file: OutputFile
    private let client: String?
    private let contributor: String?
    private let isDurable: Bool
    private var line: [UInt8] = []
    /// Defects written so far, by code and in all.
    public private(set) var tally = DefectTally()

    /// - Parameter isDurable: whether the file must outlive a crash once it is finished.
    public init(path: String, client: String? = nil, contributor: String? = nil, isDurable: Bool = true)
        throws(FileFailure)
    {
        file = try OutputFile(path: path)
        self.client = client
        self.contributor = contributor
        self.isDurable = isDurable
    }

    public mutating func write(_ defects: [Defect]) throws(FileFailure) {
        for defect in defects {
            tally.add(defect)
            line.removeAll(keepingCapacity: true)
            DefectLine.append(defect, client: client, contributor: contributor, to: &line)
            try file.write(line)
        }
    }

    /// Writes what is left and closes the file.
    public mutating func finish() throws(FileFailure) { try file.finish(isDurable: isDurable) }
}
