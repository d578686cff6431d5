internal import Glibc
internal import MARC
internal import Update

/// What an archive may still unpack to.
struct UnpackingBudget {
    var bytes: Int
    var members: Int
    /// What was allowed, for the message.
    let limits: ArchiveLimits
    let allowance: Int
    /// The bytes that were left when the archive at hand was opened.
    private var bytesAtStart: Int

    init(_ limits: ArchiveLimits, archiveSize: Int) {
        self.limits = limits
        allowance = limits.allowance(archiveSize: archiveSize)
        bytes = allowance
        bytesAtStart = allowance
        members = limits.members
    }

    /// What is said from now on is about another archive.
    mutating func beginArchive() { bytesAtStart = bytes }

    /// Whether the archive at hand unpacks to more than an honest one does of so many bytes.
    func isBeyondRatio(bytesRead: Int) -> Bool {
        let unpacked = bytesAtStart - bytes
        return unpacked > limits.freeBytes && unpacked / limits.ratio > bytesRead
    }
}

/// Thrown where an archive goes beyond its limits: which one, in words.
private struct LimitExceeded: Error {
    let limit: String

    static let passedOver = LimitExceeded(limit: "\(ArchiveStream.mostInVain >> 30) GiB in a file that is passed over")
}

extension FileOpening {
    /// Unpacks an archive into reading copies and opens each of them.
    mutating func unpack(
        _ name: String, from source: ArchiveSource, _ kind: ArchiveKind, depth: Int, budget: UnpackingBudget
    ) throws {
        var budget = budget
        budget.beginArchive()
        var copies: [(name: String, path: String)] = []
        do {
            guard depth < budget.limits.depth else {
                throw LimitExceeded(limit: "\(budget.limits.depth) layers of archives")
            }
            try copyMembers(of: name, from: source, kind, budget: &budget, into: &copies)
            if copies.isEmpty, !hasSkipped { FileEmpty.report(name, isArchive: true, mode: collector.mode, to: &log) }
        } catch let exceeded as LimitExceeded {
            for copy in copies where !copy.path.isEmpty { unlink(full(copy.path)) }
            ArchiveTooLarge.report(name, limit: exceeded.limit, to: &log)
            return
        } catch let failure as ArchiveFailure {
            if let failure = source.stream?.failure { throw failure }
            ArchiveDamaged.report(name, reason: failure.reason, unpacked: budget.allowance - budget.bytes, to: &log)
        }
        for copy in copies {
            if copy.path.isEmpty {
                FileEmpty.report(copy.name, mode: collector.mode, to: &log)
            } else {
                try open(copy.name, at: copy.path, depth: depth + 1, budget: budget)
            }
        }
    }

    private mutating func copyMembers(
        of name: String, from source: ArchiveSource, _ kind: ArchiveKind, budget: inout UnpackingBudget,
        into copies: inout [(name: String, path: String)]
    ) throws {
        hasSkipped = false
        var reader = try ArchiveReader(source, kind: kind)
        while let member = try next(of: &reader, source) {
            let isSingle = reader.isSingleFile
            let memberName = isSingle ? name : "\(name)/\(member.name)"
            guard isWanted(member, as: memberName) else {
                if member.isRegular, !member.isEncrypted { try passOver(&reader, kind) }
                continue
            }
            budget.members -= 1
            guard budget.members >= 0 else { throw LimitExceeded(limit: "\(budget.limits.members) files") }
            if !isSingle, MemberNameUnsafe.isUnsafe(member.name) { MemberNameUnsafe.report(memberName, to: &log) }
            copies.append((memberName, ""))
            let isDone = try copyMember(&reader, as: memberName, &copies[copies.count - 1].path, budget: &budget)
            // Nothing follows it, and the rest of it is of no use.
            if isSingle { return }
            if !isDone { try passOver(&reader, kind) }
        }
    }

    /// Passes over the rest of the member at hand, which libarchive would do whatever its length.
    private func passOver(_ reader: inout ArchiveReader, _ kind: ArchiveKind) throws {
        // The members of a zip have their length, and are not unpacked for it.
        if case .zip = kind { return }
        var count = 0
        while let block = try reader.nextBlock() {
            count += block.bytes.count
            guard count <= ArchiveStream.mostInVain else { throw LimitExceeded.passedOver }
        }
    }

    private func next(of reader: inout ArchiveReader, _ source: ArchiveSource) throws -> ArchiveReader.Member? {
        do { return try reader.next() } catch let failure {
            guard source.stream?.isStuck == true else { throw failure }
            throw LimitExceeded.passedOver
        }
    }

    /// Whether a member is a file to be read; what is not is reported, but for folders and hidden files.
    private mutating func isWanted(_ member: ArchiveReader.Member, as name: String) -> Bool {
        let parts = member.name.split { $0 == "/" || $0 == "\\" }
        let isHidden = parts.last?.first == "." || parts.first == "__MACOSX"
        if member.isFolder || isHidden { return false }
        hasSkipped = true
        if member.isEncrypted {
            ArchiveEncrypted.report(name, to: &log)
            return false
        }
        guard member.isRegular else {
            NotAFile.report(Delivery(name: name, path: ""), to: &log)
            return false
        }
        hasSkipped = false
        return true
    }

    /// Copies the member at hand, as far as it is of use; no file is made for one without a byte.
    ///
    /// - Parameter path: gets the copy's path, relative to `base`.
    /// - Returns: false where the rest of the member is of no use.
    private mutating func copyMember(
        _ reader: inout ArchiveReader, as name: String, _ path: inout String, budget: inout UnpackingBudget
    ) throws -> Bool {
        guard let first = try reader.nextBlock() else { return true }
        let copy = names.next(for: name)
        path = "\(names.prefix)/\(copy)"
        var file = try OutputFile(path: "\(names.folder)/\(copy)")
        var watch = ContentWatch()
        var written = 0
        var failure: ArchiveFailure?
        var isDone = true
        do {
            var next = Optional(first)
            while let block = next {
                // Archives leave out long runs of zero bytes.
                let gap = max(0, block.offset - written)
                let (size, isOver) = gap.addingReportingOverflow(block.bytes.count)
                guard !isOver, size <= budget.bytes else { throw LimitExceeded(limit: "\(budget.allowance) bytes") }
                budget.bytes -= size
                written += size
                guard !budget.isBeyondRatio(bytesRead: reader.bytesRead) else {
                    throw LimitExceeded(limit: "\(budget.limits.ratio) bytes for each byte packed")
                }
                if gap > 0 { watch.giveUp() }
                for start in stride(from: 0, to: gap, by: 1 << 16) {
                    try file.write(repeatElement(0, count: min(1 << 16, gap - start)))
                }
                try file.write(block.bytes)
                isDone = watch.take(block.bytes)
                next = try isDone ? reader.nextBlock() : nil
            }
        } catch let broken as ArchiveFailure {
            failure = broken
        }
        try file.finish(isDurable: isDurable)
        if let failure { throw failure }
        return isDone
    }
}
