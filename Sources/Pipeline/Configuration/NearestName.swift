/// Which of some names a mistyped one was probably meant to be.
enum NearestName {
    /// The name with the fewest single-letter changes, if there are at most two, or a third of the letters.
    static func of(_ typed: String, among names: some Sequence<String>) -> String? {
        let ranked = names.map { (name: $0, distance: distance(typed, $0)) }.min { $0.distance < $1.distance }
        guard let ranked, ranked.distance <= max(2, typed.count / 3) else { return nil }
        return ranked.name
    }

    /// Levenshtein's distance: letters inserted, removed or replaced.
    static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let substituted = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
