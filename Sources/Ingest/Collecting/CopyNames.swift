/// Names for reading copies: plain, unique, and never outside their folder, whatever the archive calls its members.
struct CopyNames {
    /// The folder for the copies.
    let folder: String
    /// What stands before a copy's name in the file table.
    let prefix: String
    private var taken: Set<String>

    init(folder: String, prefix: String, taken: Set<String>) {
        self.folder = folder
        self.prefix = prefix
        self.taken = taken
    }

    /// A new name for a copy of what people call `name`: the letters, digits, `.`, `_`, `-` and `+` of ASCII, everything
    /// else as `_`, at most 100 bytes.
    mutating func next(for name: String) -> String {
        let plain = name.utf8.map { Self.isPlain($0) ? $0 : UInt8(ascii: "_") }.suffix(100)
        let stem = "copy-" + String(decoding: plain, as: UTF8.self)
        var candidate = stem
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(stem)-\(number)"
            number += 1
        }
        return candidate
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "+"):
            true
        default: false
        }
    }
}
