/// Numbers as people read them.
enum Numbers {
    /// `1,204,000`.
    static func text(_ number: Int) -> String {
        var digits = Array(String(number.magnitude))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return (number < 0 ? "-" : "") + String(digits)
    }

    /// `1 record`, `1,200 records`.
    static func text(_ number: Int, _ noun: String) -> String { "\(text(number)) \(noun)\(number == 1 ? "" : "s")" }

    /// `812 bytes`, `4.1 kB`, `1.2 MB`: thousands, as file managers count.
    static func size(_ bytes: Int) -> String {
        var (value, unit) = (Double(bytes), 0)
        while value >= 999.95, unit < 4 {
            value /= 1000
            unit += 1
        }
        guard unit > 0 else { return text(bytes, "byte") }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) \(["bytes", "kB", "MB", "GB", "TB"][unit])"
    }

    /// A share in whole percent; `<1 %` for less than half of one, and never 100 where something is left out.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0, part > 0 else { return "0 %" }
        if part >= whole { return "100 %" }
        let percent = Int((Double(part) * 100 / Double(whole)).rounded())
        return percent == 0 ? "<1 %" : "\(min(percent, 99)) %"
    }
}
