internal import Glibc
public import Update

/// The inbox of a workspace: `inbox/CLIENT/CONTRIBUTOR/` holds what a contributor has delivered.
///
/// All files of a contributor make one submission, in the order of their names. Hidden files and those with a name that
/// programs use while they still write (`.part`, `.tmp`, `.filepart`) are no deliveries yet.
public struct DropFolder: Sendable {
    /// The folder `inbox`.
    public let path: String

    public init(path: String) { self.path = path }

    /// The folder into which a contributor delivers.
    public func folder(client: String, contributor: String) -> String { "\(path)/\(client)/\(contributor)" }

    /// What a contributor has delivered, in the order of the names' bytes; none where the folder is absent.
    public func deliveries(client: String, contributor: String) throws(FileFailure) -> [Delivery] {
        let folder = folder(client: client, contributor: contributor)
        var deliveries: [Delivery] = []
        for name in try FolderListing.names(in: folder) where !Self.isPending(name) {
            let delivery = Delivery(fileName: name, in: folder)
            guard let state = try Self.stateUnlessGone(delivery), state.isRegular else { continue }
            deliveries.append(delivery)
        }
        return deliveries
    }

    /// What lies in a contributor's folder and is no file: folders, links, pipes. They are never read.
    public func strangers(client: String, contributor: String) throws(FileFailure) -> [Delivery] {
        let folder = folder(client: client, contributor: contributor)
        var strangers: [Delivery] = []
        for name in try FolderListing.names(in: folder) where !Self.isPending(name) {
            let delivery = Delivery(fileName: name, in: folder)
            if let state = try Self.stateUnlessGone(delivery), !state.isRegular { strangers.append(delivery) }
        }
        return strangers
    }

    /// Takes the collected files out of the inbox. Called when the attempt that holds their copies is durable, and again
    /// as often as needed: a file that is gone already is done, and one that bears the name of a collected file but holds
    /// something else is a new delivery and stays.
    public func remove(_ collected: [PinnedFile], client: String, contributor: String) throws(FileFailure) {
        let folder = folder(client: client, contributor: contributor)
        let sums = Dictionary(collected.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for name in try FolderListing.names(in: folder) {
            let delivery = Delivery(fileName: name, in: folder)
            guard let pinned = sums[delivery.name], let state = try Self.stateUnlessGone(delivery), state.isRegular,
                state.size == pinned.size, try PinnedCopy.checksum(of: delivery) == pinned.sha256,
                try Self.stateUnlessGone(delivery) == state
            else { continue }
            guard delivery.withPath({ unlink($0) }) == 0 || errno == ENOENT else {
                throw FileFailure.last("remove", delivery.displayPath)
            }
        }
    }

    /// Whether a name says that its file is hidden or still being written.
    static func isPending(_ name: [UInt8]) -> Bool {
        if name.first == UInt8(ascii: ".") { return true }
        let lower = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return [".part", ".tmp", ".filepart"].contains { lower.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    private static func stateUnlessGone(_ delivery: Delivery) throws(FileFailure) -> FileState? {
        do { return try delivery.state() } catch  where error.code == ENOENT { return nil }
    }
}

/// The names in a folder.
enum FolderListing {
    /// The names in the order of their bytes, without `.` and `..`; none where the folder is absent.
    static func names(in folder: String) throws(FileFailure) -> [[UInt8]] {
        guard let listing = opendir(folder) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw FileFailure.last("list", folder)
        }
        defer { closedir(listing) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(listing) else { break }
            let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
        }
        guard errno == 0 else { throw FileFailure.last("list", folder) }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
