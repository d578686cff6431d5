/// A value before and after, cut where the two begin and cease to differ, so that the page can mark the difference.
struct Evidence: Equatable {
    /// A value in three parts: what both have, what only it has, what both have.
    struct Value: Equatable {
        let head: String
        /// nil where nothing is left between the two.
        let changed: String?
        let tail: String
    }

    let before: Value?
    let after: Value?

    init(before: String?, after: String?) {
        let old = Array(before ?? "")
        let new = Array(after ?? "")
        guard before != nil, after != nil else {
            self.before = before.map { Value(head: Visible.text($0), changed: nil, tail: "") }
            self.after = after.map { Value(head: Visible.text($0), changed: nil, tail: "") }
            return
        }
        let shorter = min(old.count, new.count)
        var head = 0
        while head < shorter, Self.same(old[head], new[head]) { head += 1 }
        var tail = 0
        while tail < shorter - head, Self.same(old[old.count - 1 - tail], new[new.count - 1 - tail]) { tail += 1 }
        self.before = Self.value(old, head, tail)
        self.after = Self.value(new, head, tail)
    }

    /// The same scalars, not only the same character: composed and decomposed forms differ.
    private static func same(_ left: Character, _ right: Character) -> Bool {
        left.unicodeScalars.elementsEqual(right.unicodeScalars)
    }

    private static func value(_ text: [Character], _ head: Int, _ tail: Int) -> Value {
        let changed = text[head..<(text.count - tail)]
        return Value(
            head: Visible.text(String(text[..<head])), changed: changed.isEmpty ? nil : Visible.text(String(changed)),
            tail: Visible.text(String(text[(text.count - tail)...])))
    }
}
