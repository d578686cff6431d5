internal import MARC
internal import Pipeline
internal import Update

/// Something that a profile does otherwise, as a report says it.
struct ProfileException: Equatable {
    /// The code, or `level major`.
    let name: String
    /// `minor, record-rejected, only holdings`.
    let what: String
    let reason: String

    /// Everything that `profile` does otherwise, levels first.
    static func all(of profile: Profile) -> [ProfileException] {
        let levels = profile.levels.map { rule in
            ProfileException(
                name: "level \(rule.level.name)", what: text([rule.action.name], rule.kinds, []), reason: rule.reason)
        }
        let codes = profile.codes.map { code in
            let exception = code.exception
            let what = exception.isOff ? ["off"] : [exception.severity?.name, exception.action?.name].compactMap { $0 }
            return ProfileException(
                name: code.name, what: text(what, exception.kinds, exception.tags.map(\.description)),
                reason: code.reason)
        }
        return levels + codes
    }

    private static func text(_ what: [String], _ kinds: Set<RecordKind>, _ tags: [String]) -> String {
        let scope = kinds.map(\.name).sorted() + tags
        return what.joined(separator: ", ") + (scope.isEmpty ? "" : ", only \(scope.joined(separator: " "))")
    }
}
