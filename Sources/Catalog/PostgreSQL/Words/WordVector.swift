internal import MARC

/// The words of a text as PostgreSQL's `tsvector` has them in binary form: each once, in the order of their bytes, with the
/// places where it stands.
struct WordVector {
    private let words: SearchWords
    private var list = SearchWords.List()

    /// PostgreSQL counts places no further, keeps no more of one word, and no more bytes of all words.
    private static let lastPlace = 16383
    private static let placesOfWord = 255
    private static let bytes = 1_000_000

    init() throws(CatalogError) { words = try SearchWords() }

    /// Appends the vector of the words of `text`.
    mutating func append(_ text: ByteView, to output: inout [UInt8]) {
        words.cut(text, into: &list)
        let list = self.list
        let order = list.ends.indices.sorted { left, right in
            let (mine, theirs) = (list[left], list[right])
            if mine.elementsEqual(theirs) { return left < right }
            return mine.lexicographicallyPrecedes(theirs)
        }
        let start = output.count
        var count: Int32 = 0
        PostgreSQLBytes.append(count, to: &output)
        var first = 0
        while first < order.count, output.count - start < Self.bytes {
            var end = first + 1
            while end < order.count, list[order[end]].elementsEqual(list[order[first]]) { end += 1 }
            Self.append(list[order[first]], places: order[first..<end], to: &output)
            count += 1
            first = end
        }
        let number = count.bigEndian
        withUnsafeBytes(of: number) { for (index, byte) in $0.enumerated() { output[start + index] = byte } }
    }

    /// Places count from 1.
    private static func append(_ word: ArraySlice<UInt8>, places: ArraySlice<Int>, to output: inout [UInt8]) {
        output.append(contentsOf: word)
        output.append(0)
        let kept = places.prefix(placesOfWord).prefix { $0 < lastPlace }
        PostgreSQLBytes.append(UInt16(truncatingIfNeeded: kept.count), to: &output)
        for place in kept { PostgreSQLBytes.append(UInt16(truncatingIfNeeded: place + 1), to: &output) }
    }

    /// The words of `text`, one behind the other, as a `tsquery`; nil where there is no word in it.
    mutating func query(_ text: String) -> String? {
        var text = text
        text.withUTF8 { words.cut($0, into: &list) }
        if list.count == 0 { return nil }
        return (0..<list.count).map { "'\(String(decoding: list[$0], as: UTF8.self))'" }.joined(separator: " <-> ")
    }
}
