internal import CLibPQ

/// The one place where PostgreSQL's error codes become a ``CatalogError``.
enum PostgreSQLFailure {
    /// The error that a statement came to.
    ///
    /// - Parameter result: nil where the server sent none.
    static func error(_ result: OpaquePointer?, on handle: OpaquePointer, _ operation: String, _ name: String)
        -> CatalogError
    {
        let state = field("C", of: result)
        // What ends the connection says so before it is gone.
        let isLost = PQstatus(handle) == CONNECTION_BAD
        let words = field("M", of: result) ?? lastLine(of: PQerrorMessage(handle))
        let detail = field("D", of: result).map { " (\($0))" } ?? ""
        let kind = isLost ? .lost : kind(state ?? "")
        return CatalogError(kind, operation, name, cause: words + detail, advice: advice(kind, state ?? ""))
    }

    /// The error that a connection came to which never was; its words hold the code, `FATAL:  28P01: …`.
    static func connecting(_ handle: OpaquePointer, _ name: String) -> CatalogError {
        let text = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
        let state = text.firstMatch(of: #/\b([0-9][0-9A-Z]{4}): /#).map { String($0.1) }
        var words = text.split(separator: "\n").first { $0.contains(": ") }.map(String.init) ?? text
        if let state, let place = words.firstRange(of: "\(state): ") { words = String(words[place.upperBound...]) }
        let isLoginMissing = PQconnectionNeedsPassword(handle) == 1
        let kind = isLoginMissing ? .refused : state.map(kind) ?? .unreachable
        return CatalogError(
            kind == .lost ? .unreachable : kind, "open", name, cause: words,
            advice: advice(kind, state ?? ""))
    }

    private static func kind(_ state: String) -> CatalogError.Kind {
        switch state {
        case "53100": .full
        case "53200": .memory
        case "53300", "55P03", "40001", "40P01", "55006": .busy
        case "42501", "25006": .readOnly
        case "3D000", "3F000", "42P01": .absent
        case "57P01", "57P02", "57P03", "57P05", "25P03": .lost
        case "58P01", "58000", "58030": .device
        default:
            switch state.prefix(2) {
            case "08": .lost
            case "28": .refused
            case "23": .constraint
            case "XX": .damaged
            case "53": .full
            default: .misuse
            }
        }
    }

    /// What to do, where it is not what the same kind asks for of a file.
    private static func advice(_ kind: CatalogError.Kind, _ state: String) -> String? {
        switch kind {
        case .full: "make room on the server's disk and run again"
        case .readOnly: "let this user create the schema and write to it, or make the schema its own"
        case .device: "look at the server's log and its disk, and run again"
        case .damaged: "look at the server's log; restore the schema from a backup or load it afresh"
        case .busy where state == "53300": "the server has no connection free, try again later"
        case .absent where state == "3D000": "make the database with createdb, or mend its name"
        case .absent: "the schema or a part of it is gone; restore it from a backup or load it afresh"
        default: nil
        }
    }

    private static func field(_ code: Unicode.Scalar, of result: OpaquePointer?) -> String? {
        guard let text = PQresultErrorField(result, Int32(code.value)) else { return nil }
        return String(cString: text)
    }

    private static func lastLine(of text: UnsafeMutablePointer<CChar>?) -> String {
        let lines = text.map { String(cString: $0) } ?? ""
        return lines.split(separator: "\n").first.map { String($0.trimmingPrefix("\t")) } ?? "no answer"
    }
}
