import TestSupport

/// The sound bibliographic record with other lines, each of which may hold several.
enum SoundRecordLines {
    static func with(_ lines: [String]) -> String {
        SoundRecord.with(lines.flatMap { $0.split(separator: "\n").map(String.init) }, in: SoundRecord.bibliographic)
    }

    static func authority(_ lines: [String]) -> String { SoundRecord.with(lines, in: SoundRecord.authority) }

    static func holdings(_ lines: [String]) -> String { SoundRecord.with(lines, in: SoundRecord.holdings) }
}
