internal import CLibCurl

/// Takes what arrives: the headers of the last answer, and its body piece by piece.
final class ResponseSink {
    /// Gets each piece of the body; what it throws ends the transfer.
    private let take: (ResponseSink, UnsafeRawBufferPointer) throws -> Void
    /// The http status of the answer at hand; 0 for other protocols.
    private(set) var status = 0
    /// As in `Service Unavailable`.
    private(set) var reason = ""
    /// Names in lower case.
    private(set) var headers: [(name: String, value: String)] = []
    /// Bytes of the bodies so far.
    private(set) var count = 0
    /// What the taker threw.
    private(set) var thrown: (any Error)?

    /// Headers beyond so many are not kept.
    private static let mostHeaders = 200

    init(_ take: @escaping (ResponseSink, UnsafeRawBufferPointer) throws -> Void) { self.take = take }

    func header(_ name: String) -> String? { headers.last { $0.name == name }?.value }

    static func body(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
        guard let bytes, let context else { return 0 }
        let sink = Unmanaged<ResponseSink>.fromOpaque(context).takeUnretainedValue()
        do {
            sink.count += count
            try sink.take(sink, UnsafeRawBufferPointer(start: bytes, count: count))
            return count
        } catch {
            sink.thrown = error
            // Fewer bytes than came end the transfer.
            return count == 0 ? 1 : 0
        }
    }

    static func header(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int
    {
        guard let bytes, let context else { return 0 }
        let sink = Unmanaged<ResponseSink>.fromOpaque(context).takeUnretainedValue()
        sink.readHeader(String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self))
        return count
    }

    private func readHeader(_ line: String) {
        let line = line.prefix { !$0.isNewline }
        if line.hasPrefix("HTTP/") {
            // A new answer: after a redirect, or after one that only said to go on.
            headers = []
            let words = line.split(separator: " ", maxSplits: 2)
            status = words.count > 1 ? Int(words[1]) ?? 0 : 0
            reason = words.count > 2 ? String(words[2].prefix(100)) : ""
            return
        }
        guard status > 0, headers.count < Self.mostHeaders, let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        headers.append((line[..<colon].lowercased(), String(value)))
    }
}
