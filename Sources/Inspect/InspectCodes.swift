public import Update

/// What inspect reports: each means that the database does not hold what was validated.
public enum InspectCodes {
    /// Every code of the stage.
    public static let all =
        EveryRecordIsThere.codes + DeletedRecordsAreGone.codes + RejectedIsNotAbsent.codes + AbsentRecordsAreGone.codes
        + BooksBalance.codes + SumsAgree.codes + NothingElseChanged.codes + RowsWrittenAreIntended.codes
        + HoldingsHaveTheirRecord.codes + KnownItemsAreFound.codes + ClustersAreThoseOfTheRecords.codes
        + VersionIsCommitted.codes
}
