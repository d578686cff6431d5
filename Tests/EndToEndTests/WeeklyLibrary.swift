import Foundation

/// Numbers that look random and are the same every time.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var mixed = state
        mixed ^= mixed >> 33
        mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
        return mixed ^ (mixed >> 33)
    }
}

/// A library that sends MARC-8 every week: what it bought, what it changed, what it withdrew. Every week is somewhat
/// different: in size, in the share of films, in how many titles have a link.
struct WeeklyLibrary {
    /// A submission before it is written down.
    struct Submission {
        var titles: [Title]
        /// Control numbers of titles that were withdrawn.
        var withdrawn: [Int]
    }

    struct Title {
        var number: Int
        var isFilm = false
        var hasLink = false
        var hasAccent = false
        var edition = 0
        var prefix = "ocm"
    }

    /// What is wrong with a submission.
    enum Fault: CaseIterable {
        case linksLost, fixedFieldsShifted, wrongEncoding, halfAsLong, manyDeletes, otherNumbers
    }

    private var random: SeededNumbers
    private var held: [Title] = []
    private var bought = 0

    init(seed: UInt64) { random = SeededNumbers(state: seed) }

    /// The whole catalogue, with which everything starts.
    mutating func fullLoad(_ count: Int) -> Submission {
        held = (0..<count).map { _ in newTitle(films: 0.15, links: 0.6) }
        return Submission(titles: held, withdrawn: [])
    }

    /// An honest week.
    mutating func week() -> Submission {
        let count = Int.random(in: 300...500, using: &random)
        let films = Double.random(in: 0.08...0.22, using: &random)
        let links = Double.random(in: 0.52...0.68, using: &random)
        var titles: [Title] = []
        for _ in 0..<(count / 3) {
            let title = newTitle(films: films, links: links)
            titles.append(title)
            held.append(title)
        }
        var chosen = Set<Int>()
        while titles.count < count * 95 / 100 {
            let index = Int.random(in: 0..<held.count, using: &random)
            guard chosen.insert(held[index].number).inserted else { continue }
            held[index].edition += 1
            titles.append(held[index])
        }
        return Submission(titles: titles, withdrawn: withdraw(count - titles.count, except: chosen))
    }

    /// A week with a fault in it.
    mutating func week(_ fault: Fault) -> Submission {
        var week = self.week()
        switch fault {
        case .linksLost: for index in week.titles.indices where index % 3 == 0 { week.titles[index].hasLink = false }
        case .halfAsLong:
            week.titles = Array(week.titles.shuffled(using: &random).prefix(195))
            week.withdrawn = Array(week.withdrawn.prefix(10))
        case .manyDeletes:
            let count = week.titles.count * 3 / 10
            week.titles.removeLast(count)
            week.withdrawn += withdraw(count, except: Set(week.titles.map(\.number) + week.withdrawn))
        case .otherNumbers: for index in week.titles.indices { week.titles[index].prefix = "in" }
        case .fixedFieldsShifted, .wrongEncoding: break
        }
        return week
    }

    private mutating func newTitle(films: Double, links: Double) -> Title {
        bought += 1
        var title = Title(number: bought)
        title.isFilm = Double.random(in: 0..<1, using: &random) < films
        title.hasLink = Double.random(in: 0..<1, using: &random) < links
        title.hasAccent = Double.random(in: 0..<1, using: &random) < 0.3
        return title
    }

    private mutating func withdraw(_ count: Int, except chosen: Set<Int>) -> [Int] {
        var withdrawn: [Int] = []
        while withdrawn.count < count {
            let index = Int.random(in: 0..<held.count, using: &random)
            if chosen.contains(held[index].number) { continue }
            withdrawn.append(held[index].number)
            held.swapAt(index, held.count - 1)
            held.removeLast()
        }
        return withdrawn
    }
}

extension WeeklyLibrary.Submission {
    /// The submission as a file of ISO 2709.
    func bytes(_ fault: WeeklyLibrary.Fault? = nil) -> [UInt8] {
        titles.flatMap { Self.record($0, fault) }
            + withdrawn.flatMap { number in
                Self.iso2709("00000dam  2200000 a 4500", [("001", Array(Self.control(number, "ocm").utf8))])
            }
    }

    private static func control(_ number: Int, _ prefix: String) -> String {
        prefix + String(repeating: "0", count: 8 - "\(number)".count) + "\(number)"
    }

    private static func record(_ title: WeeklyLibrary.Title, _ fault: WeeklyLibrary.Fault?) -> [UInt8] {
        let body = title.isFilm ? "110            vl" : "           000 1 "
        var fixed = "200117s2019    bcc" + body + "eng d"
        if fault == .fixedFieldsShifted { fixed = String((" " + fixed).prefix(40)) }
        let accent: [UInt8] = fault == .wrongEncoding ? Array("é".utf8) : [0xE2, 0x65]
        let word = title.hasAccent ? Array("Caf".utf8) + accent : Array("Coffee".utf8)
        var fields: [(String, [UInt8])] = [
            ("001", Array(control(title.number, title.prefix).utf8)), ("008", Array(fixed.utf8)),
            ("040", field("  ", ("a", "BVA"), ("b", "eng"), ("c", "BVA"))),
        ]
        if title.isFilm { fields.insert(("007", Array("vd cvaizq".utf8)), at: 1) }
        fields.append(
            ("245", field("00", ("a", "")) + word + Array(" number \(title.number), edition \(title.edition).".utf8)))
        fields.append(
            (
                "300",
                field(
                    "  ", ("a", title.isFilm ? "1 videodisc ;" : "120 pages ;"), ("c", title.isFilm ? "12 cm" : "22 cm")
                )
            ))
        fields.append(("852", field("8 ", ("b", "MAIN"), ("h", "\(title.number % 900)"), ("p", "3\(title.number)"))))
        if title.hasLink { fields.append(("856", field("42", ("u", "https://library.example/\(title.number)")))) }
        return iso2709(title.isFilm ? "00000cgm  2200000 a 4500" : "00000cam  2200000 a 4500", fields)
    }

    private static func field(_ indicators: String, _ subfields: (String, String)...) -> [UInt8] {
        Array(indicators.utf8) + subfields.flatMap { [0x1F] + Array(($0 + $1).utf8) }
    }

    private static func iso2709(_ leader: String, _ fields: [(tag: String, data: [UInt8])]) -> [UInt8] {
        func digits(_ number: Int, _ count: Int) -> String {
            String(repeating: "0", count: count - "\(number)".count) + "\(number)"
        }
        var (directory, data) = ("", [UInt8]())
        for field in fields {
            directory += field.tag + digits(field.data.count + 1, 4) + digits(data.count, 5)
            data += field.data + [0x1E]
        }
        let base = 24 + directory.utf8.count + 1
        let leader =
            digits(base + data.count + 1, 5) + leader.dropFirst(5).prefix(7) + digits(base, 5) + leader.dropFirst(17)
        return Array((leader + directory).utf8) + [0x1E] + data + [0x1D]
    }
}
