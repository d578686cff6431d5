internal import MARC

/// One code and what it means.
public struct CodeEntry: Sendable {
    /// `current` or `obsolete`; `notStated` for a source code that is in use but in no list of the Library of Congress.
    public let standing: Standing
    @usableFromInline let codeLabel: Label
    let meaning: Label
    let successorCode: Label
    let formerMeaning: Label

    init(_ code: Label, meaning: Label, standing: Standing = .current, successor: Label = .none, former: Label = .none)
    {
        codeLabel = code
        self.meaning = meaning
        self.standing = standing
        successorCode = successor
        formerMeaning = former
    }

    public var code: String { codeLabel.string }

    /// What the code means; empty where only the code is known.
    public var label: String { meaning.string }

    /// Whether the code means `term`, letter for letter.
    public func means(_ term: UnsafeBufferPointer<UInt8>) -> Bool { meaning.bytes.equals(term) }

    /// The code to use instead of an obsolete one, where there is exactly one.
    public var successor: String? { successorCode.isEmpty ? nil : successorCode.string }

    /// What the code meant before it was withdrawn and given to something else.
    public var formerLabel: String? { formerMeaning.isEmpty ? nil : formerMeaning.string }
}
