public import Transfer
public import Update

/// The defects of collecting from sources.
public enum SourceDefects {
    static let codes = [
        SourceUnreachable.code, SourceLoginRefused.code, SourceNotTrusted.code, TransferBroken.code,
        TransferDiffers.code,
        SourceNothingNew.code,
    ]

    /// The defect that a transfer's error stands for.
    public static func defect(for error: TransferError) -> Defect {
        Defect(code: code(for: error.kind), message: error.description)
    }

    private static func code(for kind: TransferError.Kind) -> DefectCode {
        switch kind {
        case .unreachable, .timedOut, .notFound, .refused, .tooLarge, .unusable, .setting: SourceUnreachable.code
        case .loginRefused: SourceLoginRefused.code
        case .serverNotTrusted: SourceNotTrusted.code
        case .cut, .tooSlow: TransferBroken.code
        case .sizeDiffers, .checksumDiffers: TransferDiffers.code
        case .stillGrows: FileStillGrowing.code
        }
    }

    /// Nothing new at the source.
    public static func nothingNew(at address: String, unchanged: Int) -> Defect {
        Defect(
            code: SourceNothingNew.code,
            message: "\(address) has nothing new"
                + (unchanged == 0 ? "" : ", only \(unchanged) file\(unchanged == 1 ? "" : "s") fetched before")
                + "; check there whether an export should have run")
    }
}
