internal import CSQLite
internal import MARC
internal import Update

/// Cuts texts into the words that are searched for: letters and digits, in small letters and without accents, by the same
/// code that makes the search index of an SQLite file, so that a search finds the same records in both stores.
final class SearchWords {
    private let connection: SQLiteConnection
    private var functions = fts5_tokenizer()
    private let tokenizer: OpaquePointer

    /// The words of a text, one after another.
    struct List {
        var bytes: [UInt8] = []
        /// Where each word ends in `bytes`.
        var ends: [Int] = []

        var count: Int { ends.count }

        subscript(index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

        mutating func removeAll() {
            bytes.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
        }
    }

    init() throws(CatalogError) {
        connection = try SQLiteConnection(path: ":memory:", access: .create)
        guard let made = holdfast_fts5_tokenizer(connection.handle, &functions) else {
            throw CatalogError(
                .misuse, "search", connection.path, cause: "the SQLite library has no full-text search")
        }
        tokenizer = made
    }

    deinit { functions.xDelete(tokenizer) }

    /// Puts the words of `text` into `list`, in the place of those that were there.
    func cut(_ text: ByteView, into list: inout List) {
        list.removeAll()
        guard let start = text.baseAddress else { return }
        withUnsafeMutablePointer(to: &list) { list in
            _ = functions.xTokenize(
                tokenizer, list, FTS5_TOKENIZE_DOCUMENT,
                UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self), Int32(clamping: text.count)
            ) { list, _, word, count, _, _ in
                guard let list = list?.assumingMemoryBound(to: List.self), let word else { return SQLITE_OK }
                SearchWords.append(UnsafeRawBufferPointer(start: word, count: Int(count)), to: &list.pointee)
                return SQLITE_OK
            }
        }
    }

    /// Bytes of a word that PostgreSQL takes are below 2 KB; a longer one stands as its beginning and its hash.
    private static let longest = 1000

    private static func append(_ word: UnsafeRawBufferPointer, to list: inout List) {
        if word.count <= longest {
            list.bytes.append(contentsOf: word)
        } else {
            list.bytes.append(contentsOf: word.prefix(64))
            // No part of a letter may be left alone.
            while let last = list.bytes.last, last >= 0x80 { list.bytes.removeLast() }
            list.bytes.append(contentsOf: Hash128(of: word).hexadecimal.utf8)
        }
        list.ends.append(list.bytes.count)
    }
}
