public import Update

/// The list of ingest's rules, by what each can report.
public enum IngestCodes {
    public static let all: [DefectCode] =
        [
            FileStillGrowing.code, DeliveryMissing.code, ExpectedFileMissing.code, ContributorUnknown.code,
            NotAFile.code, FileEmpty.code, SameFileTwice.code,
            ArchiveDamaged.code, ArchiveTooLarge.code, ArchiveEncrypted.code, MemberNameUnsafe.code, FormatUnknown.code,
            RecordIsUNIMARC.code, XMLEncodingUnknown.code, XMLDeclarationWrong.code, TextBytesIllegal.code,
            FormatNotAsDeclared.code,
            FileTruncated.code, FileAbandoned.code, NoRecords.code, UnreadableBytes.code,
            StrayBytes.code, OAIDeleteNotTaken.code, OAIRecordMissing.code, OAIError.code,
        ] + SourceNotice.codes + SourceDefects.codes + FaultRules.codes
}
