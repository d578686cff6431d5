internal import Glibc

/// Runs a function over a stream on several threads and hands on the results in the order of the stream.
///
/// `next` and `consume` are each called by one thread at a time, `consume` always by the caller's. At most
/// `threads * 2 + 2` elements are on their way, so memory does not grow with the stream; what comes out does not depend on
/// the number of threads.
public enum OrderedPipeline {
    /// - Parameters:
    ///   - threads: at least 1; with 1 everything runs on the caller's thread.
    ///   - next: the next element, nil at the end.
    ///   - transform: run on any thread.
    ///   - consume: gets the results in order.
    /// - Throws: the first error of the three in the order of the stream; no further element is then consumed.
    public static func run<Input: Sendable, Output: Sendable>(
        threads: Int, next: @escaping @Sendable () throws -> Input?,
        transform: @escaping @Sendable (consuming Input) throws -> Output, consume: (consuming Output) throws -> Void
    ) throws {
        if threads <= 1 {
            while let input = try next() { try consume(try transform(input)) }
            return
        }
        let exchange = Exchange<Output>(capacity: threads * 2 + 2)
        let workers = (0..<threads).map { _ in
            WorkerThread { while exchange.work(next: next, transform: transform) {} }
        }
        defer {
            exchange.stop()
            for worker in workers { worker.join() }
        }
        while let result = try exchange.take() { try consume(result) }
    }
}

/// The places between the workers and the caller: results wait here until those before them are done.
private final class Exchange<Output: Sendable>: @unchecked Sendable {
    private let monitor = Monitor()
    private let source = Monitor()
    private var results: [Result<Output, any Error>?]
    private var taken = 0
    private var started = 0
    private var end: Int?
    private var isStopped = false

    init(capacity: Int) { results = Array(repeating: nil, count: capacity) }

    /// Takes an element, transforms it and leaves the result; false when there is nothing more to do.
    func work<Input>(next: () throws -> Input?, transform: (consuming Input) throws -> Output) -> Bool {
        guard let (number, input) = claim(next) else { return false }
        switch input {
        case .success(let input): leave(Result { try transform(input) }, at: number)
        case .failure(let error): leave(.failure(error), at: number)
        }
        return true
    }

    /// Draws the next element while no other thread does.
    private func claim<Input>(_ next: () throws -> Input?) -> (Int, Result<Input, any Error>)? {
        source.lock()
        defer { source.unlock() }
        monitor.lock()
        while started - taken >= results.count, !isStopped, end == nil { monitor.wait() }
        let mayGoOn = !isStopped && end == nil
        monitor.unlock()
        guard mayGoOn else { return nil }
        let input = Result { try next() }
        monitor.lock()
        defer { monitor.unlock() }
        let number = started
        switch input {
        case .success(nil):
            end = number
            monitor.wakeAll()
            return nil
        case .success(let input?):
            started += 1
            return (number, .success(input))
        case .failure(let error):
            started += 1
            end = started
            return (number, .failure(error))
        }
    }

    private func leave(_ result: Result<Output, any Error>, at number: Int) {
        monitor.lock()
        results[number % results.count] = result
        monitor.wakeAll()
        monitor.unlock()
    }

    /// The next result in order; nil at the end.
    func take() throws -> Output? {
        monitor.lock()
        defer { monitor.unlock() }
        let place = taken % results.count
        while results[place] == nil {
            if end == taken { return nil }
            monitor.wait()
        }
        let result = results[place]
        results[place] = nil
        taken += 1
        monitor.wakeAll()
        return try result?.get()
    }

    func stop() {
        monitor.lock()
        isStopped = true
        monitor.wakeAll()
        monitor.unlock()
    }
}

/// A lock and a condition on it.
private final class Monitor: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func lock() { pthread_mutex_lock(mutex) }
    func unlock() { pthread_mutex_unlock(mutex) }
    func wait() { pthread_cond_wait(condition, mutex) }
    func wakeAll() { pthread_cond_broadcast(condition) }
}

/// A thread of the operating system with a stack of 8 MiB, for work that blocks or computes long.
private final class WorkerThread: @unchecked Sendable {
    private var thread = pthread_t()
    private let isRunning: Bool

    init(_ body: @escaping @Sendable () -> Void) {
        let box = Unmanaged.passRetained(Body(body))
        var created = pthread_t()
        let status = pthread_create(
            &created, nil,
            { argument in
                if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, box.toOpaque())
        thread = created
        isRunning = status == 0
        // No thread to be had: do the work here, later than hoped but all of it.
        if status != 0 { box.takeRetainedValue().run() }
    }

    func join() { if isRunning { pthread_join(thread, nil) } }

    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
