internal import Foundation
internal import Ingest
internal import MARC
public import Scrub
internal import Update
public import Validate

/// A profile as the stages take it.
extension Profile {
    public var scrubSettings: ScrubSettings {
        ScrubSettings(encoding: encoding, controlNumber: controlNumber, strip: strip, optional: repairs)
    }

    /// What makes files readable.
    ///
    /// - Parameter knownChecksums: of earlier submissions, as `Collector` takes them.
    func collector(mode: Mode = .changes, knownChecksums: [String: String] = [:]) -> Collector {
        var collector = Collector(declared: format, mode: mode, knownChecksums: knownChecksums, policy: policy)
        (collector.controlNumber, collector.identifiers) = (controlNumber, identifiers)
        return collector
    }

    /// - Parameters:
    ///   - day: the date of the slot, "today" for the rules that ask for it; nil outside an update.
    ///   - isFullLoad: whether the submission claims to have every record of the contributor.
    public func validateSettings(on day: ValidateSettings.Day?, isFullLoad: Bool = false) -> ValidateSettings {
        var settings = ValidateSettings()
        settings.isFullLoad = isFullLoad
        settings.controlNumber = controlNumber
        settings.requiresHoldings = withoutHoldings != .keep
        settings.acceptsURL = acceptsURL
        settings.holdingsTags = holdingsTags
        settings.localTags = localFields
        settings.localSubfields = localSubfields
        settings.localFieldSets = localFieldSets
        settings.requiredFields = requiredFields
        settings.outOfScope = outOfScope
        settings.today = day
        settings.levels = levels
        settings.callNumbers = callNumbers
        settings.library = library
        settings.libraries = Set(sendsFor.map { Array($0.utf8) })
        settings.oclcNumber = oclcNumber
        settings.listsRecordsWithoutStandardNumber = codes.contains {
            $0.name == StandardNumberMissing.code.name && !$0.exception.isOff
        }
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
