import Foundation
import Ingest
import MARC
import TestSupport
import Update

/// A folder for one test with an inbox and attempts, gone when the test ends.
final class Workbench {
    let folder: TemporaryFolder
    let root: String
    var inbox: DropFolder { DropFolder(path: root + "/inbox") }

    init() throws {
        folder = try TemporaryFolder()
        root = folder.path + "/bench"
        try FileManager.default.createDirectory(atPath: root + "/inbox/bc/bva", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func put(_ name: String, _ bytes: [UInt8], contributor: String = "bva") throws {
        try FileManager.default.createDirectory(
            atPath: "\(root)/inbox/bc/\(contributor)", withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: "\(root)/inbox/bc/\(contributor)/\(name)"))
    }

    func put(_ name: String, _ text: String) throws { try put(name, Array(text.utf8)) }

    /// An attempt's folder, new and empty.
    func attempt(_ name: String = "001") throws -> String {
        let path = "\(root)/\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    /// Collects what lies in the inbox and ingests it.
    func ingest(_ collector: Collector = Collector(), attempt name: String = "001", threads: Int = 1) throws -> Outcome
    {
        let folder = try attempt(name)
        let deliveries = try inbox.deliveries(client: "bc", contributor: "bva")
        let collected = try collector.collect(deliveries, intoAttempt: folder)
        let context = StageContext(
            client: "bc", contributor: "bva", folder: folder, threads: threads, policy: collector.policy)
        let summary = try IngestStage.run(collected, context: context)
        return try Outcome(folder: folder, collected: collected, summary: summary)
    }
}

/// What an attempt at ingest left.
struct Outcome {
    let folder: String
    let collected: CollectedFiles
    let summary: StageSummary
    /// The lines of `defects.jsonl`.
    let defects: [String]
    /// What the spool leads back to: each record's control number, its intent and whether it passed.
    var records: [String] = []

    init(folder: String, collected: CollectedFiles, summary: StageSummary) throws {
        self.folder = folder
        self.collected = collected
        self.summary = summary
        let text = try String(contentsOfFile: "\(folder)/\(StageFile.defects)", encoding: .utf8)
        defects = text.split(separator: "\n").map(String.init)
        let spool = try SpoolReader(path: "\(folder)/\(StageFile.places)", kind: .places)
        let sources = RecordSources(files: spool.tail.files, folder: folder)
        for block in 0..<spool.blockCount { append(try spool.collected(block: block, from: sources)) }
    }

    private mutating func append(_ batch: Batch<Collected>) {
        var decoder = CollectedDecoder(files: batch.files)
        var record = Record()
        var faults: [ReadFault] = []
        for index in 0..<batch.count {
            decoder.decode(index, of: batch, into: &record, faults: &faults)
            let mark = batch.marks[index]
            let number = record.withView { $0.control("001")?.text ?? "-" }
            records.append(
                number + (mark.intent == .delete ? " delete" : "") + (mark.disposition == .passed ? "" : " rejected"))
        }
    }

    /// The codes of the defects in their order.
    var codes: [String] { defects.compactMap { value("code", in: $0) } }

    /// The value of a key in one line.
    func value(_ key: String, in line: String) -> String? {
        let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return object?[key].map { "\($0)" }
    }

    /// The value of a key in the first line with that code.
    func value(_ key: String, of code: String) -> String? {
        defects.first { value("code", in: $0) == code }.flatMap { value(key, in: $0) }
    }
}

/// Sample records as bytes.
enum Sample {
    static func record(_ number: String, title: String = "The title /", status: String = "n") -> Record {
        Records.record(
            """
            =LDR  00000\(status)am\\a2200000\\a\\4500
            =001  \(number)
            =245  10$a\(title)$cA. Author.
            """)
    }

    static func iso2709(_ numbers: [String], title: String = "The title /", status: String = "n") throws -> [UInt8] {
        var bytes: [UInt8] = []
        for number in numbers {
            try record(number, title: title, status: status).withView { (view) throws in
                try ISO2709Writer.append(view, to: &bytes)
            }
        }
        return bytes
    }

    static func marcxml(_ numbers: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        MARCXMLWriter.appendHead(to: &bytes)
        for number in numbers { record(number).withView { _ = MARCXMLWriter.append($0, to: &bytes) } }
        MARCXMLWriter.appendFoot(to: &bytes)
        return bytes
    }
}

/// Archives, made by the system's own programs.
enum Packing {
    static func run(_ program: String, _ arguments: [String], in folder: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(program: program) }
    }

    struct Failed: Error {
        let program: String
    }

    static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/file"))
        try run("gzip", ["-n", "file"], in: folder.path)
        return Array(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/file.gz")))
    }

    /// A zip file whose members bear exactly these names and are stored as they are.
    static func zip(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var (file, directory) = ([UInt8](), [UInt8]())
        func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> ($0 * 8) & 0xFF) } }
        for member in members {
            let name = Array(member.name.utf8)
            let facts =
                little(0, 8) + little(checksum(member.bytes), 4) + little(member.bytes.count, 4)
                + little(member.bytes.count, 4) + little(name.count, 2) + little(0, 2)
            directory +=
                [0x50, 0x4B, 1, 2] + little(20, 2) + little(20, 2) + facts + little(0, 10) + little(file.count, 4)
                + name
            file += [0x50, 0x4B, 3, 4] + little(20, 2) + facts + name + member.bytes
        }
        let end =
            [0x50, 0x4B, 5, 6] + little(0, 4) + little(members.count, 2) + little(members.count, 2)
            + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
        return file + directory + end
    }

    /// CRC-32 as zip has it.
    private static func checksum(_ bytes: [UInt8]) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(~sum)
    }
}
