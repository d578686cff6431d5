import Foundation
import Glibc
import Ingest
import Pipeline
import Update

/// Targets that need a file.
extension Harness {
    private static let path = "/dev/shm/holdfast-fuzz-\(getpid())"

    private static func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        precondition(descriptor >= 0 && Glibc.write(descriptor, bytes.baseAddress, bytes.count) == bytes.count)
        close(descriptor)
    }

    /// Opens the file, unpacks it and reads what is in it.
    public static func archive(_ bytes: UnsafeBufferPointer<UInt8>) {
        write(bytes)
        do {
            let scratch = try TemporaryFolder()
            let limits = ArchiveLimits(ratio: 100, freeBytes: 1 << 20, bytes: 1 << 20, members: 20, depth: 3)
            let source = RecordSource(try Collector(limits: limits).open([path], scratch: scratch))
            let stage = IngestStage()
            while let framed = try source.next() { _ = stage.read(framed) }
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// All that `check` does, with each encoding that a profile can declare.
    public static func check(_ bytes: UnsafeBufferPointer<UInt8>) {
        write(bytes)
        do {
            let check = try FileCheck(path, profile: profiles[Int(bytes.last ?? 0) % profiles.count], threads: 1)
            precondition(check.records >= 0)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    private static let profiles = ["auto", "marc8", "utf8", "latin1", "windows1251", "cp866", "koi8r", "iso5426"].map {
        guard let profile = try? Profile(pinnedAs: "any", text: "encoding: \($0)", knownCodes: DefectCodes.names) else {
            preconditionFailure("no profile of the encoding \($0)")
        }
        return profile
    }
}
