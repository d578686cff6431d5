internal import MARC
internal import Update

/// Words of one script with letters of another that look the same: a Cyrillic а in a Latin word, a Latin c in a Cyrillic
/// one.
enum LookAlikeLetter: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .greekOrCyrillic

    static func apply(to work: inout ScrubWork) {
        var found: [(place: FieldPlace, bytes: [UInt8], message: String)] = []
        work.forEachValue { value in
            guard let message = complaint(value) else { return }
            found.append((value.place, Array(value.bytes), message))
        }
        for (place, bytes, message) in found { work.report(code, at: place, before: bytes, message) }
    }

    /// What there is to say of the first mixed word; nil where there is none.
    private static func complaint(_ value: RecordValue) -> String? {
        var (start, index, word) = (0, 0, LetterCounts())
        while index <= value.bytes.count {
            let (scalar, length) =
                index < value.bytes.count ? CharacterClass.scalar(at: index, in: value.bytes) : (0x20, 1)
            if let script = LetterScript(scalar) {
                word.add(script)
            } else {
                let letters = value.bytes.slice(start, index - start)
                if let script = word.minority, let stranger = stranger(in: letters, script, mayBeSigns: word.hasGreek) {
                    return
                        "\(value.name) has '\(Bytes.display(letters))', in which \(CharacterClass.name(of: stranger)) is a "
                        + "\(script.name) letter that looks like one of the others; type the word again"
                }
                (start, word) = (index + length, LetterCounts())
            }
            index += length
        }
        return nil
    }

    /// The first letter of `script` in the word, where all its letters of that script look like another script's.
    ///
    /// - Parameter mayBeSigns: letters of the script at either end are signs, as Greek ones in `βphenyl`.
    private static func stranger(in word: ByteView, _ script: LetterScript, mayBeSigns: Bool) -> UInt32? {
        var (first, index, isAtEnd) = (UInt32?.none, 0, false)
        while index < word.count {
            let (scalar, length) = CharacterClass.scalar(at: index, in: word)
            isAtEnd = LetterScript(scalar) == script
            if isAtEnd {
                if !script.twins.contains(scalar) || mayBeSigns && index == 0 { return nil }
                first = first ?? scalar
            }
            index += length
        }
        return mayBeSigns && isAtEnd ? nil : first
    }

    static let code = DefectCode(
        "scrub.look-alike-letter", .minor, .noted,
        what:
            "A word has a Greek or Cyrillic letter among Latin ones, or the other way round, that looks like one of them.",
        why: "The word looks right on the screen, and nobody who types it finds the title.",
        done: "Nothing: text about such letters has them on purpose.",
        repair: "Type the word again with one keyboard layout.",
        example: "=245  10$aT{xD1}{x96}tle /$cA. Author.")
}

/// The scripts whose letters are taken for each other.
private enum LetterScript {
    case latin, greek, cyrillic

    init?(_ scalar: UInt32) {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x370...0x373, 0x376...0x37D, 0x37F, 0x386, 0x388...0x3FF: self = .greek
        case 0x400...0x481, 0x48A...0x52F: self = .cyrillic
        default: return nil
        }
    }

    var name: String {
        switch self {
        case .latin: "Latin"
        case .greek: "Greek"
        case .cyrillic: "Cyrillic"
        }
    }

    /// The letters that look like one of another script.
    var twins: Set<UInt32> {
        switch self {
        case .latin: Self.latinTwins
        case .greek: Self.greekTwins
        case .cyrillic: Self.cyrillicTwins
        }
    }

    private static let latinTwins = Set("aceijopsvxyABCEHIJKMNOPSTXYZ".unicodeScalars.map(\.value))
    private static let greekTwins = Set("ορνΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".unicodeScalars.map(\.value))
    private static let cyrillicTwins = Set("аеорсухіјѕАВЕКМНОРСТХІЈЅ".unicodeScalars.map(\.value))
}

/// The letters of a word, counted by script.
private struct LetterCounts {
    private var counts: (latin: Int, greek: Int, cyrillic: Int) = (0, 0, 0)

    @inline(__always) mutating func add(_ script: LetterScript) {
        switch script {
        case .latin: counts.latin &+= 1
        case .greek: counts.greek &+= 1
        case .cyrillic: counts.cyrillic &+= 1
        }
    }

    var hasGreek: Bool { counts.greek > 0 }

    /// In a word of three letters or more in two scripts, the script that has fewer of them.
    var minority: LetterScript? {
        let total = counts.latin + counts.greek + counts.cyrillic
        guard total > 2, max(counts.latin, counts.greek, counts.cyrillic) < total else { return nil }
        if counts.cyrillic > 0, counts.cyrillic * 2 < total { return .cyrillic }
        if counts.greek > 0, counts.greek * 2 < total { return .greek }
        return counts.latin * 2 < total ? .latin : nil
    }
}
