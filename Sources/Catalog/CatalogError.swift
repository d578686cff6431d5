/// What a database refused, in one sentence: what was being done, to which file, why, and the way out.
public struct CatalogError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Why, as far as a program needs to tell cases apart.
    public enum Kind: Sendable, Equatable {
        /// Another process holds the database's lock.
        case busy
        /// No room on the device.
        case full
        /// The file or its folder may not be written.
        case readOnly
        /// The file cannot be opened or made.
        case cannotOpen
        /// The file is no database, or a damaged one.
        case damaged
        /// The device failed to read or write.
        case device
        /// A row breaks a rule of its table.
        case constraint
        /// The file was made by a program with another format number.
        case format
        /// No memory was to be had.
        case memory
        /// A statement or a value that the database does not take: a fault of the program.
        case misuse
        /// No server answers.
        case unreachable
        /// The server does not let this user in.
        case refused
        /// The server has no such database, or it lacks a table.
        case absent
        /// The connection broke off while something was done.
        case lost
    }

    public let kind: Kind
    /// What was being done, as in `open` or `add a record to`.
    public let operation: String
    /// The file, or the server with the schema.
    public let path: String
    /// The database's own words.
    public let cause: String
    /// The database's result code; 0 where the program itself refused.
    public let code: Int32
    /// What to do, where it is not what the kind says.
    private let advice: String?

    public init(
        _ kind: Kind, _ operation: String, _ path: String, cause: String, code: Int32 = 0, advice: String? = nil
    ) {
        self.advice = advice
        self.kind = kind
        self.operation = operation
        self.path = path
        self.cause = cause
        self.code = code
    }

    public var description: String {
        "cannot \(operation) \(path): \(cause)\(advice.map { "; \($0)" } ?? wayOut)"
    }

    private var wayOut: String {
        switch kind {
        case .busy: "; another program is writing to it, try again when that has ended"
        case .full: "; make room on the device and run again"
        case .readOnly: "; let this user write to the file and its folder"
        case .cannotOpen: "; check that its folder exists and may be written"
        case .damaged: "; restore it from a backup or load it afresh"
        case .device: "; check the device and run again"
        case .format: "; use the program that made it, or a newer one"
        case .memory: "; give the program more memory and run again"
        case .unreachable: "; check that the server runs and that its address is right, and run again"
        case .refused: "; check the user, and give the password in PGPASSWORD or in a password file"
        case .absent: "; check its name"
        case .lost: "; nothing was changed that had not been finished, run again"
        case .constraint, .misuse: "; report this as a fault of the program"
        }
    }
}
