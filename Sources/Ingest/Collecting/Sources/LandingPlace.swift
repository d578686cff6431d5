internal import Glibc
internal import Update

/// A contributor's drop folder as fetched files come into it, by way of its hidden folder `.fetching`.
struct LandingPlace {
    let folder: String
    let memory: any SourceMemory
    let isDelivered: (String) throws -> Bool

    /// Where files wait until all of them are whole.
    var waiting: String { "\(folder)/.fetching" }

    func prepare() throws(FileFailure) {
        for path in parents + [folder, waiting] where mkdir(path, 0o755) != 0 && errno != EEXIST {
            throw FileFailure("create", path, code: errno)
        }
    }

    /// The client's folder, and the inbox.
    private var parents: [String] {
        let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
        return [2, 1].filter { parts.count > $0 + 1 }.map { parts.dropLast($0).joined(separator: "/") }
    }

    func part(_ name: String) -> String { "\(waiting)/\(name).part" }
    func fetched(_ name: String) -> String { "\(waiting)/\(name)" }

    /// A file name for what a server calls `name`: no folder, not hidden, at most 180 bytes.
    static func localName(_ name: String) -> String {
        var local = String(name.map { $0 == "/" || $0 == "\0" ? "_" : $0 })
        if local.hasPrefix(".") { local = "_" + local.dropFirst() }
        while local.utf8.count > 180 { local.removeFirst() }
        return local
    }

    /// Whether a file that was fetched is still where it belongs: waiting, in the drop folder, or in a submission.
    func has(_ file: RememberedFile) throws -> Bool {
        if access(fetched(file.name), F_OK) == 0 { return true }
        return try hasLanded(file)
    }

    private func hasLanded(_ file: RememberedFile) throws -> Bool {
        if try isDelivered(file.sha256) { return true }
        for name in try FolderListing.names(in: folder) where !DropFolder.isPending(name) {
            let delivery = Delivery(fileName: name, in: folder)
            guard let state = try? delivery.state(), state.isRegular, state.size == file.size else { continue }
            if try PinnedCopy.checksum(of: delivery) == file.sha256 { return true }
        }
        return false
    }

    /// Hands over everything that is whole.
    ///
    /// - Returns: the files that came into the drop folder by it.
    func landAll() throws -> [RememberedFile] {
        var landed: [RememberedFile] = []
        for var file in try memory.files() where file.stage == .whole {
            let path = fetched(file.name)
            if access(path, F_OK) != 0 {
                // Renamed just before a crash, or taken away by hand: then it is fetched again.
                guard try hasLanded(file) else {
                    try memory.forget(file.address)
                    continue
                }
            } else {
                file.name = freeName(file.name)
                try Durably.rename(path, to: "\(folder)/\(file.name)")
            }
            file.stage = .landed
            try memory.remember(file)
            landed.append(file)
        }
        return landed
    }

    /// The name, or `NAME-2.mrc` where something else is called so.
    private func freeName(_ name: String) -> String {
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        var (candidate, number) = (name, 2)
        while access("\(folder)/\(candidate)", F_OK) == 0 {
            candidate = "\(name[..<dot])-\(number)\(name[dot...])"
            number += 1
        }
        return candidate
    }
}
