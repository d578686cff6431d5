internal import MARC

/// What is compared: values of a record, taken from some place and brought into some form.
///
/// Written as people of the trade name it: `245$a title first 10`, `260|264$b any-word of 5`, `leader/06-07 code`.
struct MatchTerm: Sendable, Hashable {
    /// Where the values stand.
    enum Source: Sendable, Hashable {
        /// Fields with one of the tags, subfields with one of the codes.
        case field(tags: [Tag], codes: [UInt8])
        /// Characters of the leader, by positions from 0.
        case leader(ClosedRange<Int>)
        /// Characters of a control field, by positions from 0.
        case fixed(Tag, ClosedRange<Int>)
    }

    /// Only so much of a value counts.
    enum Length: Sendable, Hashable {
        case whole
        case characters(Int)
        case words(Int)
    }

    var source: Source
    var form: MatchForm
    var length = Length.whole
    /// Whether records agree in this that both lack it; else one that lacks it never matches.
    var mayBeAbsent = false
}

/// The form that values are brought into before they are compared.
enum MatchForm: String, Sendable, Hashable, CaseIterable {
    /// Each ISBN in 13 digits, whatever its hyphens and length.
    case isbn
    /// Each ISSN in 8 characters.
    case issn
    /// Each LCCN, by the rules of the Library of Congress.
    case lccn
    /// Each OCLC number, in its digits.
    case oclc
    /// Words, without the article at the start that 008/35-37 names the language of.
    case title
    /// Words, without the characters at the start that the second indicator counts.
    case filing
    /// Words: letters and digits in lower case without marks, one blank between words.
    case words
    /// Words as before, each of them a value of its own.
    case anyWord = "any-word"
    /// The first four digits that can be a year.
    case year
    /// Characters as they stand, in lower case.
    case code

    /// Whether each occurrence gives a value of its own.
    var isNumber: Bool { self == .isbn || self == .issn || self == .lccn || self == .oclc }
}

extension MatchTerm: CustomStringConvertible {
    var description: String {
        let lengths =
            switch length {
            case .whole: ""
            case .characters(let count): " first \(count)"
            case .words(let count): " of \(count)"
            }
        return "\(source) \(form.rawValue)\(lengths)\(mayBeAbsent ? " or-absent" : "")"
    }

    /// Reads what ``description`` writes; nil where `text` is no term.
    init?(_ text: some StringProtocol) {
        var words = String(text).split(separator: " " as Character).map(String.init)[...]
        guard words.count >= 2, let source = Source(words.removeFirst()),
            let form = MatchForm(rawValue: words.removeFirst())
        else { return nil }
        self.init(source: source, form: form)
        if words.last == "or-absent" {
            mayBeAbsent = true
            words.removeLast()
        }
        if words.isEmpty { return }
        guard words.count == 2, let name = words.first, let count = words.last.flatMap({ Int($0) }),
            (1...1000).contains(count)
        else { return nil }
        switch name {
        case "first": length = .characters(count)
        case "of": length = .words(count)
        default: return nil
        }
    }

    /// How a term is written, for messages.
    static let expectation = """
        a place, a form and perhaps a length, as in '245$a title first 10', '260|264$b any-word of 5' or \
        'leader/06-07 code'; forms are \(MatchForm.allCases.map(\.rawValue).joined(separator: ", "))
        """
}

extension MatchTerm.Source: CustomStringConvertible {
    var description: String {
        switch self {
        case .field(let tags, let codes):
            tags.map(\.description).joined(separator: "|") + "$" + String(decoding: codes, as: UTF8.self)
        case .leader(let positions): "leader/\(Self.text(positions))"
        case .fixed(let tag, let positions): "\(tag)/\(Self.text(positions))"
        }
    }

    init?(_ text: String) {
        if let slash = text.firstIndex(of: "/") {
            guard let positions = Self.positions(text[text.index(after: slash)...]) else { return nil }
            if text[..<slash] == "leader" {
                guard positions.upperBound < Leader.length else { return nil }
                self = .leader(positions)
                return
            }
            guard let tag = Tag(text[..<slash]), tag.isControl else { return nil }
            self = .fixed(tag, positions)
            return
        }
        let halves = text.split(separator: "$", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[1].isEmpty else { return nil }
        let tags = halves[0].split(separator: "|", omittingEmptySubsequences: false).map { Tag($0) }
        let isSound = tags.allSatisfy { $0.map { $0.isWellFormed && !$0.isControl } ?? false }
        guard isSound, halves[1].utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }) else { return nil }
        self = .field(tags: tags.compactMap { $0 }, codes: Array(halves[1].utf8))
    }

    private static func positions(_ text: Substring) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first >= 0, first <= last
        else { return nil }
        return first...last
    }

    private static func text(_ positions: ClosedRange<Int>) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return positions.count == 1
            ? two(positions.lowerBound) : "\(two(positions.lowerBound))-\(two(positions.upperBound))"
    }
}
