internal import CLibPQ
internal import Glibc

/// Connects to a server, waiting no longer than is allowed.
enum PostgreSQLDoor {
    /// What libpq is told where the address does not say otherwise: an answer that never comes is given up after a minute.
    private static let defaults = [
        ("fallback_application_name", "holdfast"), ("keepalives_idle", "20"), ("keepalives_interval", "10"),
        ("keepalives_count", "3"),
    ]

    static func open(_ address: PostgreSQLAddress, timeoutSeconds: Double) throws(CatalogError) -> OpaquePointer {
        guard let handle = start(address) else {
            throw CatalogError(.memory, "open", address.name, cause: "no memory for a connection")
        }
        do {
            // The words of a failure then hold its code.
            PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
            try wait(handle, address, timeoutSeconds)
            PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
            _ = PQsetNoticeReceiver(handle, { _, _ in }, nil)
            return handle
        } catch {
            PQfinish(handle)
            throw error
        }
    }

    /// Later options go before earlier ones, so the address comes last.
    private static func start(_ address: PostgreSQLAddress) -> OpaquePointer? {
        let options = defaults + [("dbname", address.url)]
        var keywords = options.map { UnsafePointer(strdup($0.0)) } + [nil]
        var values = options.map { UnsafePointer(strdup($0.1)) } + [nil]
        defer { for pointer in keywords + values { free(UnsafeMutablePointer(mutating: pointer)) } }
        return PQconnectStartParams(&keywords, &values, 1)
    }

    private static func wait(_ handle: OpaquePointer, _ address: PostgreSQLAddress, _ seconds: Double)
        throws(CatalogError)
    {
        let deadline = now() + seconds
        guard PQstatus(handle) != CONNECTION_BAD else { throw PostgreSQLFailure.connecting(handle, address.name) }
        var state = PGRES_POLLING_WRITING
        while state != PGRES_POLLING_OK {
            guard state != PGRES_POLLING_FAILED else { throw PostgreSQLFailure.connecting(handle, address.name) }
            var socket = pollfd(
                fd: PQsocket(handle), events: Int16(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), revents: 0)
            let left = deadline - now()
            let ready = left > 0 ? poll(&socket, 1, Int32(clamping: Int(left * 1000) + 1)) : 0
            guard ready != 0 else {
                throw CatalogError(
                    .unreachable, "open", address.name, cause: "no answer within \(Int(seconds)) seconds")
            }
            state = PQconnectPoll(handle)
        }
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
