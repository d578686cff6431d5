import Foundation
import MARC
import TestSupport
import Testing

/// The compiled-in tables against LC's, and the decoder against the real files of the corpus.
@Suite struct MARC8TableTests {
    /// One line of `marc21/marc8.tsv`.
    struct Code: Sendable {
        let set: String
        let final: String
        let g0: [UInt8]
        let g1: [UInt8]
        let character: Unicode.Scalar?
        let flags: String

        init?(_ line: Substring) {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard columns.count >= 7, columns[0] != "set" else { return nil }
            (set, final, flags) = (columns[0], columns[1], columns[6])
            (g0, g1) = (Self.bytes(columns[2]), Self.bytes(columns[3]))
            character = UInt32(columns[4], radix: 16).flatMap(Unicode.Scalar.init)
        }

        private static func bytes(_ hexadecimal: String) -> [UInt8] {
            stride(from: 0, to: hexadecimal.count, by: 2).compactMap {
                UInt8(hexadecimal.dropFirst($0).prefix(2), radix: 16)
            }
        }

        /// The escape sequence that puts the set in force.
        func escape(g1: Bool) -> [UInt8] {
            switch set {
            case "greek-symbols", "subscript", "superscript": marc8("\\x1B\(final)")
            case "eacc": marc8(g1 ? "\\x1B$)1" : "\\x1B$1")
            case "ansel": marc8(g1 ? "\\x1B)!E" : "\\x1B(!E")
            default: marc8("\\x1B\(g1 ? ")" : "(")\(final)")
            }
        }
    }

    static let codes: [Code] = {
        guard let root = Corpus.root,
            let text = try? String(contentsOf: root.appendingPathComponent("../marc21/marc8.tsv"), encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").compactMap(Code.init)
    }()

    static let skipReason: Comment = "no ../shared/marc21/marc8.tsv beside the package"

    @Test(.enabled(if: !codes.isEmpty, skipReason))
    func `each of the 16,398 codes converts, in both halves`() {
        #expect(Self.codes.count == 16_398)
        for code in Self.codes where code.flags != "control" {
            if !code.g0.isEmpty { expectConverted(code, code.escape(g1: false) + code.g0) }
            if !code.g1.isEmpty, code.set != "greek-symbols", !code.set.hasSuffix("script") {
                expectConverted(code, code.escape(g1: true) + code.g1)
            }
        }
        for code in Self.codes where code.flags == "control" && code.g0 != [0x1B] {
            expectConverted(code, code.g0 + code.g1)
        }
    }

    @Test(.enabled(if: !codes.isEmpty, skipReason))
    func `a three-byte code that EACC does not have is reported`() {
        let known = Set(Self.codes.filter { $0.set == "eacc" }.map(\.g0))
        var random = SeededRandom(seed: 31)
        for _ in 0..<20_000 {
            let code = (0..<3).map { _ in UInt8.random(in: 0x21...0x7E, using: &random) }
            var decoder = MARC8Decoder()
            var faults: [MARC8Fault] = []
            let text = decode(marc8("\\x1B$1") + code, with: &decoder, faults: &faults)
            #expect((text == "\u{FFFD}") == !known.contains(code))
            #expect(faults.map(\.kind) == (known.contains(code) ? [] : [.codeNotInSet]))
        }
    }

    /// Values of real files and how often each fault occurs in them, looked at one by one: yaz-marcdump gives the same
    /// text for all of them but two, in which the code or the mark's base is missing.
    @Test(
        .enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)),
        arguments: [
            ("evergreen-library-system__Evergreen/tests/datasets/lul_fre_500.mrc", [:]),
            ("folio-org__mod-data-import/src/test/resources/61PRINT160129.mrc", [:]),
            ("edsu__pymarc/marc8.dat", [:]),
            ("solrmarc__solrmarc/uva_001_2000.mrc", [.doubleMarkIncomplete: 2]),
            ("solrmarc__solrmarc/record_set_045.mrc", [.markWithoutBase: 1]),
            ("BookOps-CAT__bookops-marc/nyp-sample.mrc", [.codeNotInSet: 1]),
        ] as [(String, [MARC8Fault.Kind: Int])])
    func `decodes the files of the corpus`(path: String, expected: [MARC8Fault.Kind: Int]) throws {
        var decoder = MARC8Decoder()
        var faults: [MARC8Fault] = []
        for field in try Corpus.file(at: path).read().split(whereSeparator: { $0 == 0x1D || $0 == 0x1E }) {
            decoder.startField()
            for value in field.split(separator: 0x1F) { _ = decode(Array(value), with: &decoder, faults: &faults) }
        }
        #expect(Dictionary(grouping: faults, by: \.kind).mapValues(\.count) == expected)
    }

    private func expectConverted(_ code: Code, _ value: [UInt8]) {
        var decoder = MARC8Decoder()
        var faults: [MARC8Fault] = []
        let isMark = code.flags.contains("combining")
        let text = decode(value + (isMark ? [0x20] : []), with: &decoder, faults: &faults)
        let character = code.character.map { String($0) } ?? ""
        let half: Set<[UInt8]> = [[0xEB], [0xEC], [0xFA], [0xFB]]
        let isHalf = code.set == "ansel" && half.contains(code.g1)
        #expect(Array(text.unicodeScalars) == Array(((isMark ? " " : "") + character).unicodeScalars), "\(code)")
        #expect(faults.map(\.kind) == (isHalf ? [.doubleMarkIncomplete] : []), "\(code)")
    }
}
