internal import MARC

extension DefectRow {
    /// Reads a line of `defects.jsonl`; nil where it is not one object of texts and whole numbers with code and message.
    init?(line: ByteView) {
        var cursor = FlatJSONCursor(line)
        var hasCode = false
        var hasMessage = false
        guard cursor.begin() else { return nil }
        while let key = cursor.key() {
            guard let value = cursor.value() else { return nil }
            switch (key, value) {
            case ("code", .text(let text)):
                code = text
                hasCode = true
            case ("severity", .text(let text)): severity = text
            case ("action", .text(let text)): action = text
            case ("stage", .text(let text)): stage = text
            case ("client", .text(let text)): client = text
            case ("contributor", .text(let text)): contributor = text
            case ("file", .text(let text)): file = text
            case ("offset", .number(let number)): offset = number
            case ("record", .number(let number)): record = number
            case ("control", .text(let text)): control = text
            case ("tag", .text(let text)): tag = text
            case ("occurrence", .number(let number)): occurrence = number
            case ("indicator", .number(let number)): indicator = number
            case ("subfield", .text(let text)): subfield = text
            case ("position", .number(let number)): position = number
            case ("before", .text(let text)): before = text
            case ("after", .text(let text)): after = text
            case ("message", .text(let text)):
                message = text
                hasMessage = true
            default: break
            }
        }
        guard cursor.isAtEnd, hasCode, hasMessage else { return nil }
    }
}
