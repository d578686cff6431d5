/// Writes `defects.jsonl`: a line a defect, in the order of the stream.
public struct DefectWriter: ~Copyable {
    private var file: OutputFile
    private let client: String?
    private let contributor: String?
    private var line: [UInt8] = []
    /// Defects written so far, by code and in all.
    public private(set) var tally = DefectTally()

    public init(path: String, client: String? = nil, contributor: String? = nil) throws(FileFailure) {
        file = try OutputFile(path: path)
        self.client = client
        self.contributor = contributor
    }

    public mutating func write(_ defects: [Defect]) throws(FileFailure) {
        for defect in defects {
            tally.add(defect)
            line.removeAll(keepingCapacity: true)
            DefectLine.append(defect, client: client, contributor: contributor, to: &line)
            try file.write(line)
        }
    }

    /// Makes the file durable.
    public mutating func finish() throws(FileFailure) { try file.finish() }
}
