extension StageContext {
    /// The spool of the attempt with that name, from its start.
    public func spoolWriter(_ name: String, kind: SpoolKind) throws(FileFailure) -> SpoolWriter {
        try SpoolWriter(path: "\(folder)/\(name)", kind: kind, isDurable: isDurable)
    }

    /// The attempt's `defects.jsonl`, from its start.
    public func defectWriter() throws(FileFailure) -> DefectWriter {
        try DefectWriter(
            path: "\(folder)/\(StageFile.defects)", client: client, contributor: contributor, isDurable: isDurable)
    }
}
