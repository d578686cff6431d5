internal import MARC
internal import MARC21

/// Cities in which much is published, and the codes of the countries that a record may give for them: where the name stands
/// alone, without a region that would say which of several it is.
///
/// Source: MARC Code List for Countries.
enum KnownPlaces {
    private static let places: [(name: StaticString, countries: StaticString)] = [
        ("new york", "nyu xxu"), ("new york, n.y", "nyu xxu"), ("chicago", "ilu xxu"), ("philadelphia", "pau xxu"),
        ("san francisco", "cau xxu"), ("los angeles", "cau xxu"), ("washington, d.c", "dcu xxu"),
        ("boston", "mau xxu enk"),
        ("toronto", "onc xxc"), ("montréal", "quc xxc"), ("montreal", "quc xxc"), ("ottawa", "onc xxc ilu ksu"),
        ("london", "enk xxk onc kyu"), ("edinburgh", "stk xxk"), ("dublin", "ie ohu cau"), ("paris", "fr txu"),
        ("lyon", "fr"), ("bruxelles", "be"), ("amsterdam", "ne"), ("berlin", "gw"), ("münchen", "gw"), ("munich", "gw"),
        ("hamburg", "gw"), ("stuttgart", "gw"), ("leipzig", "gw"), ("frankfurt am main", "gw"), ("köln", "gw"),
        ("wien", "au"), ("vienna", "au"), ("zürich", "sz"), ("zurich", "sz"), ("basel", "sz"), ("roma", "it"),
        ("milano", "it"), ("torino", "it"), ("madrid", "sp"), ("barcelona", "sp"), ("lisboa", "po"),
        ("stockholm", "sw"),
        ("københavn", "dk"), ("oslo", "no"), ("helsinki", "fi"), ("moskva", "ru"), ("moscow", "ru idu"),
        ("praha", "xr"),
        ("warszawa", "pl"), ("budapest", "hu"), ("sydney", "at nsa xna nsc"), ("new delhi", "ii"), ("tokyo", "ja"),
        ("tōkyō", "ja"), ("beijing", "cc"), ("são paulo", "bl"), ("buenos aires", "ag"), ("jerusalem", "is"),
    ]

    private static let byFirst = FlatTable(places.sorted { $0.name.utf8Start[0] < $1.name.utf8Start[0] })

    /// By first byte, where its places start in ``byFirst``; they end where the next one's start.
    private static let starts = FlatTable(
        (0...256).map { first in UInt16(clamping: places.count { Int($0.name.utf8Start[0]) < first }) })

    /// The codes that a record of something published in `place` may have; nil for places that are not known.
    static func countries(of place: ByteView) -> StaticString? {
        let name = bare(place)
        guard let first = name.first?.lowered else { return nil }
        for index in Int(starts.start[Int(first)])..<Int(starts.start[Int(first) + 1])
        where name.isWord(byFirst.start[index].name) {
            return byFirst.start[index].countries
        }
        return nil
    }

    /// Whether `code` is one of `countries`.
    static func has(_ countries: StaticString, _ code: ByteView) -> Bool {
        let text = ByteView(start: countries.utf8Start, count: countries.utf8CodeUnitCount)
        return text.split(separator: 0x20).contains { $0.elementsEqual(code) }
    }

    /// Without brackets and the marks of ISBD around it.
    private static func bare(_ place: ByteView) -> ByteView {
        var start = 0
        while start < place.count, place[start] == 0x20 || place[start] == UInt8(ascii: "[") { start += 1 }
        return place.slice(start, place.count - start).trimmingEnd(":;,.]")
    }
}
