internal import Foundation
internal import MARC
public import Scrub
internal import Update
public import Validate

/// A profile as the stages take it.
extension Profile {
    public var scrubSettings: ScrubSettings {
        ScrubSettings(encoding: encoding, controlNumber: controlNumber, strip: strip, optional: repairs)
    }

    /// - Parameter day: the date of the slot, "today" for the rules that ask for it; nil outside an update.
    public func validateSettings(on day: ValidateSettings.Day?) -> ValidateSettings {
        var settings = ValidateSettings()
        settings.controlNumber = controlNumber
        settings.requiresHoldings = requiresHoldings
        settings.holdingsTags = holdingsTags
        settings.localTags = localFields
        settings.outOfScope = outOfScope
        settings.today = day
        settings.levels = levels
        settings.callNumbers = callNumbers
        settings.library = library
        settings.libraries = Set(sendsFor.map { Array($0.utf8) })
        settings.oclcNumber = oclcNumber
        return settings
    }
}

extension ValidateSettings.Day {
    /// The calendar day at an instant.
    init(_ instant: Date, in timeZone: TimeZone) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let parts = calendar.dateComponents([.year, .month, .day], from: instant)
        self.init(year: parts.year ?? 2000, month: parts.month ?? 1, day: parts.day ?? 1)
    }
}
