internal import Glibc

/// Names in a folder, made to last: what a crash may not undo.
public enum Durably {
    /// Renames a file or folder and syncs the folder that holds the new name.
    public static func rename(_ source: String, to target: String) throws(FileFailure) {
        guard Glibc.rename(source, target) == 0 else { throw FileFailure.last("rename", source) }
        try syncFolder(of: target)
    }

    /// Puts `bytes` in place of the file at `path`: readers see the old content or the new.
    public static func replace(_ path: String, with bytes: some Collection<UInt8>) throws(FileFailure) {
        var file = try OutputFile(path: path + ".new")
        try file.write(bytes)
        try file.finish()
        try rename(path + ".new", to: path)
    }

    /// Syncs the folder that holds `path`, so that its names survive a crash.
    public static func syncFolder(of path: String) throws(FileFailure) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        try syncFolder(folder.isEmpty ? "/" : folder)
    }

    /// Syncs the folder itself.
    public static func syncFolder(_ folder: String) throws(FileFailure) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure.last("open", folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileFailure.last("sync", folder) }
    }
}
