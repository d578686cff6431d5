internal import Glibc
internal import Update

/// What lies at the source.
extension RemoteServer {
    /// The files of the folder whose names fit, in the order of their names, each with its state; where the address names
    /// a file, that one. Hidden names and those of files that are still being written (`.part`, `.tmp`, `.filepart`) are
    /// never taken.
    ///
    /// - Throws: ``TransferError``; `FileFailure` for a folder of this machine.
    public func files(matching pattern: NamePattern) throws -> [RemoteFile] {
        guard address.isFolder else {
            let file = RemoteFile(address: address)
            return [RemoteFile(address: file.address, state: try look(at: file.address))]
        }
        var files: [RemoteFile] = []
        for listed in try retrying({ try list() }) {
            var file = RemoteFile(in: address, name: listed.name, state: listed.state)
            guard Self.isTakeable(listed.name), pattern.matches(file.name) else { continue }
            // The listing of a web server or of sftp says too little.
            if !file.state.isTelling {
                let state = try look(at: file.address)
                file.state = .init(size: state.size ?? file.state.size, modified: state.modified, etag: state.etag)
            }
            files.append(file)
        }
        return files.sorted { $0.name < $1.name }
    }

    /// The state of a file now, as much as the server says of it.
    public func look(at file: Address) throws -> RemoteFile.State {
        do {
            return try retrying { try ask(file, .head, into: ResponseSink { _, _ in }).state }
        } catch let error as TransferError where error.kind == .refused && file.isWeb {
            // Some servers know no HEAD: fetching will tell.
            return RemoteFile.State()
        }
    }

    private func list() throws -> [ListedName] {
        switch address.scheme {
        case .http, .https: IndexPage.files(in: try pageOnce(address), of: address)
        case .ftp, .ftps: try listByFTP()
        case .sftp: LongListing.files(in: try pageOnce(address))
        case .file: try listHere()
        }
    }

    private func listByFTP() throws -> [ListedName] {
        do {
            return MachineListing.files(in: try pageOnce(address, .machineListing))
        } catch let error as TransferError where error.kind == .notFound || error.kind == .unusable {
            // A server that does not know MLSD.
            return PlainListing.files(in: try pageOnce(address, .names))
        }
    }

    private func listHere() throws -> [ListedName] {
        let path = String(decoding: address.pathBytes, as: UTF8.self)
        guard let listing = opendir(path) else { throw FileFailure("open", path, code: errno) }
        defer { closedir(listing) }
        var names: [ListedName] = []
        while let entry = readdir(listing) {
            guard entry.pointee.d_type == UInt8(DT_REG) || entry.pointee.d_type == UInt8(DT_UNKNOWN) else { continue }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            names.append(ListedName(name: name))
        }
        return names
    }

    private static func isTakeable(_ name: [UInt8]) -> Bool {
        guard let first = name.first, first != UInt8(ascii: "."), !name.contains(where: { $0 < 0x20 || $0 == 0x2F })
        else {
            return false
        }
        let lower = String(decoding: name, as: UTF8.self).lowercased()
        return ![".part", ".tmp", ".filepart"].contains { lower.hasSuffix($0) }
    }

    // MARK: Tidying up

    /// Whether files can be taken away at the source.
    public static func canTidy(_ scheme: Address.Scheme) -> Bool { scheme != .http && scheme != .https }

    /// Deletes a file at the source; one that is gone already is done.
    public func remove(_ file: Address) throws {
        let name = Self.quoted(file)
        switch file.scheme {
        case .http, .https: throw TransferError(.setting, at: file, "a web server deletes no files")
        case .ftp, .ftps: try command(["DELE \(String(decoding: file.lastName, as: UTF8.self))"], on: file)
        case .sftp: try command(["rm \(name)"], on: file)
        case .file:
            let path = String(decoding: file.pathBytes, as: UTF8.self)
            guard unlink(path) == 0 || errno == ENOENT else { throw FileFailure("remove", path, code: errno) }
        }
    }

    /// Moves a file at the source into another folder there, which must exist.
    ///
    /// - Parameter folder: relative to the file's folder, or from the root.
    public func move(_ file: Address, to folder: String) throws {
        let name = String(decoding: file.lastName, as: UTF8.self)
        let target = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        switch file.scheme {
        case .http, .https: throw TransferError(.setting, at: file, "a web server moves no files")
        case .ftp, .ftps: try command(["RNFR \(name)", "RNTO \(target)"], on: file)
        case .sftp:
            let whole = target.hasPrefix("/") ? target : Self.path(file.folder) + target
            try command(["rename \(Self.quoted(file)) \(Self.quoted(whole))"], on: file)
        case .file:
            let path = String(decoding: file.pathBytes, as: UTF8.self)
            let whole = target.hasPrefix("/") ? target : String(decoding: file.folder.pathBytes, as: UTF8.self) + target
            guard rename(path, whole) == 0 else { throw FileFailure("move", path, code: errno) }
        }
    }

    private func command(_ commands: [String], on file: Address) throws {
        guard !commands.contains(where: { $0.utf8.contains { $0 < 0x20 } }) else {
            throw TransferError(.setting, at: file, "the name holds a control character")
        }
        try retrying { _ = try ask(file.folder, .head, commands: commands, into: ResponseSink { _, _ in }) }
    }

    /// The path as sftp's commands take it: `/~/x` is relative to the login's folder.
    private static func path(_ address: Address) -> String {
        let path = String(decoding: address.pathBytes, as: UTF8.self)
        return path.hasPrefix("/~/") ? String(path.dropFirst(3)) : path
    }

    private static func quoted(_ address: Address) -> String { quoted(path(address)) }

    private static func quoted(_ path: String) -> String {
        "\"" + path.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
    }
}
