/// A checksum as the other side offers it.
struct AnnouncedChecksum: Equatable {
    let algorithm: Digest.Algorithm
    /// Lower-case hexadecimal digits.
    let digits: String
    /// Where it was said, as in `the header Digest`.
    let place: String

    /// What the headers of a whole answer say of its body.
    ///
    /// Source: RFC 1864 (`Content-MD5: base64`), RFC 3230 (`Digest: sha-256=base64,md5=base64`), RFC 9530
    /// (`Repr-Digest: sha-256=:base64:`).
    static func inHeaders(_ header: (String) -> String?) -> [AnnouncedChecksum] {
        var found: [AnnouncedChecksum] = []
        if let value = header("content-md5") { found += [make(.md5, base64: value, "Content-MD5")].compactMap { $0 } }
        for name in ["Digest", "Repr-Digest"] {
            for part in (header(name.lowercased()) ?? "").split(separator: ",") {
                let pair = part.split(separator: "=", maxSplits: 1)
                guard pair.count == 2, let algorithm = algorithm(pair[0].filter { $0 != " " }.lowercased()) else {
                    continue
                }
                let value = pair[1].drop { $0 == ":" || $0 == " " }
                if let sum = make(algorithm, base64: String(value), name) { found.append(sum) }
            }
        }
        return found
    }

    /// The checksum in a file beside the one it is of: the first word of the line that names the file, or of the only line.
    ///
    /// Source: the output of `sha256sum` and `md5sum` of GNU coreutils.
    static func inFile(_ text: String, of name: String, _ algorithm: Digest.Algorithm) -> AnnouncedChecksum? {
        let lines = text.split(whereSeparator: \.isNewline)
        let line =
            lines.first { $0.hasSuffix(" \(name)") || $0.hasSuffix("*\(name)") } ?? (lines.count == 1 ? lines[0] : nil)
        guard let word = line?.split(whereSeparator: \.isWhitespace).first, word.utf8.count == algorithm.length * 2,
            let bytes = Hexadecimal.bytes(word.lowercased())
        else { return nil }
        return AnnouncedChecksum(
            algorithm: algorithm, digits: Hexadecimal.text(bytes), place: "the file \(name).\(algorithm.rawValue)")
    }

    private static func algorithm(_ name: String) -> Digest.Algorithm? {
        switch name {
        case "md5": .md5
        case "sha": .sha1
        case "sha-256": .sha256
        case "sha-512": .sha512
        default: nil
        }
    }

    private static func make(_ algorithm: Digest.Algorithm, base64: String, _ header: String) -> AnnouncedChecksum? {
        guard let bytes = Base64.bytes(base64), bytes.count == algorithm.length else { return nil }
        return AnnouncedChecksum(algorithm: algorithm, digits: Hexadecimal.text(bytes), place: "the header \(header)")
    }
}

/// Source: RFC 4648, section 4.
enum Base64 {
    /// The bytes up to the first character that is no digit of base 64.
    static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (bits, count) = (0, 0)
        for character in text.utf8 {
            guard let value = value(character) else { break }
            bits = bits << 6 | value
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            bits &= (1 << count) - 1
        }
        return bytes.isEmpty ? nil : bytes
    }

    private static func value(_ character: UInt8) -> Int? {
        switch character {
        case 0x41...0x5A: Int(character) - 0x41
        case 0x61...0x7A: Int(character) - 0x61 + 26
        case 0x30...0x39: Int(character) - 0x30 + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }
}
