internal import ArgumentParser
internal import CMalloc
internal import Catalog
internal import Foundation
internal import Glibc
internal import Pipeline
internal import Reports
internal import Update

@main
struct Holdfast: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holdfast",
        abstract: "Keeps the databases of library clients up to date, every week and every month, without defect.",
        version: version,
        subcommands: [
            RunCommand.self, CollectCommand.self, RerunCommand.self, StatusCommand.self, ReleaseCommand.self,
            RefuseCommand.self, UndoCommand.self, WithdrawCommand.self,
            ReadmitCommand.self, RetainCommand.self,
            DueCommand.self, TickCommand.self, LintCommand.self, InitCommand.self, CheckCommand.self,
            ConvertCommand.self, ShowCommand.self, ProfileCommand.self,
            DefectsCommand.self, ReportCommand.self, ExplainCommand.self, CodesCommand.self,
            MatchCommand.self, RematchCommand.self, StatsCommand.self, SearchCommand.self,
            PlanCommand.self, AuditCommand.self, TraceCommand.self, DiffCommand.self, ExportCommand.self,
        ])

    /// The program's version, noted with every submission.
    static let version = "0.1.0"

    static func main() {
        // A full disk or a closed pipe comes back as an error of the call, with its cause, not as a signal.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        keepMemory()
        do {
            var command = try parseAsRoot()
            try command.run()
            Standard.flush()
        } catch {
            Standard.flush()
            Self.end(with: error)
        }
    }

    /// Blocks of records of a megabyte come and go by the thousand: their memory is kept for the next one, not given back to
    /// the system, which takes it away and fills it with zeros page by page.
    private static func keepMemory() {
        mallopt(M_MMAP_THRESHOLD, 64 << 20)
        mallopt(M_TRIM_THRESHOLD, 128 << 20)
    }

    /// Says what went wrong and ends with the exit status that belongs to it.
    private static func end(with error: any Error) -> Never {
        switch error {
        case let code as ExitCode: Glibc.exit(code.rawValue)
        case is ConfigurationError, is RunRefusal:
            Message.error("\(error)")
            Glibc.exit(ExitStatus.usage.rawValue)
        case is StageFailure, is CatalogError, is FileFailure, is SpoolFailure, is BooksFailure, is DefectFileDamaged:
            Message.error("\(error)")
            Glibc.exit(ExitStatus.failed.rawValue)
        default:
            let code = exitCode(for: error)
            if code == .success {
                print(fullMessage(for: error))
                Glibc.exit(0)
            }
            Message.plain(fullMessage(for: error))
            Glibc.exit(code == .validationFailure ? ExitStatus.usage.rawValue : ExitStatus.failed.rawValue)
        }
    }
}

/// How the program ends.
///
/// Source: the contract with those who call it from a timer.
enum ExitStatus: Int32 {
    /// Done, rejects below the gate included.
    case done = 0
    /// A person must decide.
    case held = 1
    /// A usage or configuration error.
    case usage = 2
    /// A stage failed.
    case failed = 3
    /// Done but late.
    case late = 4

    var code: ExitCode { ExitCode(rawValue) }
}

extension UpdateOutcome {
    var status: ExitStatus {
        switch self {
        case .done: .done
        case .held: .held
        case .failed: .failed
        }
    }
}
