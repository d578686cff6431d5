public import Update

/// A folder of the inbox that no client file names.
public enum ContributorUnknown {
    public static let code = DefectCode(
        "ingest.contributor-unknown", .major, .submissionHeld,
        what: "Files lie in a folder of the inbox that belongs to no contributor.",
        why: "Nobody would ever collect them, and the library would wonder why its titles do not appear.",
        done: "The files stay where they are and are not read.",
        repair: "Add the contributor to the client's file, or move the files into the folder of the right contributor.",
        example:
            "Files lie in inbox/coast/old-harbour; the client coast has no contributor of that symbol.")

    /// The folders of `inbox` with deliveries that no client file names, a defect each, in the order of their names.
    ///
    /// - Parameter known: the contributors of each client.
    public static func defects(in inbox: DropFolder, known: [String: Set<String>]) throws(FileFailure) -> [Defect] {
        var defects: [Defect] = []
        for client in try names(in: inbox.path) {
            for contributor in try names(in: "\(inbox.path)/\(client)")
            where known[client]?.contains(contributor) != true {
                let count = try inbox.deliveries(client: client, contributor: contributor).count
                guard count > 0 else { continue }
                defects.append(defect(client, contributor, files: count, isClientKnown: known[client] != nil))
            }
        }
        return defects
    }

    private static func names(in folder: String) throws(FileFailure) -> [String] {
        try FolderListing.names(in: folder).filter { !DropFolder.isPending($0) }
            .compactMap { String(validating: $0, as: UTF8.self) }
    }

    private static func defect(_ client: String, _ contributor: String, files: Int, isClientKnown: Bool) -> Defect {
        let expected =
            isClientKnown
            ? "clients/\(client).yaml names no contributor \(contributor)" : "there is no clients/\(client).yaml"
        return Defect(
            code: code, file: "\(client)/\(contributor)",
            message: "\(files) file\(files == 1 ? "" : "s") in inbox/\(client)/\(contributor), but \(expected); "
                + "add the contributor there or move the files")
    }
}
