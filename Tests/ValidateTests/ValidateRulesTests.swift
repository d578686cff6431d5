import Testing
import Update

@testable import Validate

@Suite struct `The list of rules` {
    @Test func `every rule's type is named after its code`() {
        for rule in ValidateRules.all() {
            let type = type(of: rule)
            #expect(type.codes.count == 1)
            #expect(type.codes.first?.name == "validate." + Self.words(String(describing: type)))
        }
    }

    @Test func `no code is declared twice and every one has its page`() {
        let codes = ValidateRules.codes
        #expect(Set(codes).count == codes.count)
        for code in codes {
            #expect(code.stage == .validate)
            for text in [code.what, code.why, code.done, code.repair] {
                #expect(text.count > 15 && text.hasSuffix("."), "\(code.name): \(text)")
            }
        }
    }

    @Test func `only what rejects a record or cannot be installed is critical`() {
        for code in ValidateRules.codes where code.severity == .critical {
            #expect(code.action == .recordRejected, "\(code.name)")
        }
    }

    /// `ISBNCheckDigitWrong` as `isbn-check-digit-wrong`.
    private static func words(_ name: String) -> String {
        var words = ""
        let characters = Array(name)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : "A"
            if index > 0, character.isUppercase, characters[index - 1].isLowercase || next.isLowercase { words += "-" }
            words += character.lowercased()
        }
        return words
    }
}
