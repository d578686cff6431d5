internal import Foundation

/// JSON for people and programs: keys in alphabetical order, indented, so that two files compare byte for byte.
enum JSONText {
    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try [UInt8](encoder.encode(value)) + [0x0A]
    }
}
