public import Update

/// The pages of all defect codes, by name.
public struct CodeBook: Sendable {
    private let byName: [String: DefectCode]

    public init(_ codes: [DefectCode]) {
        byName = Dictionary(codes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(name: String) -> DefectCode? { byName[name] }
}
