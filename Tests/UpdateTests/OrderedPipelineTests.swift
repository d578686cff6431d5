import Synchronization
import Testing

@testable import Update

/// Counts up to a limit, from any thread.
private final class Counter: Sendable {
    private let value = Mutex(0)
    let limit: Int
    init(limit: Int) { self.limit = limit }
    func next() -> Int? {
        value.withLock { value in
            guard value < limit else { return nil }
            value += 1
            return value - 1
        }
    }
}

private struct Failure: Error, Equatable { let at: Int }

@Suite struct `The ordered pipeline` {
    @Test(arguments: [1, 2, 3, 8]) func `hands on every result in the order of the stream`(_ threads: Int) throws {
        let counter = Counter(limit: 1000)
        var seen: [Int] = []
        try OrderedPipeline.run(
            threads: threads, next: { counter.next() }, transform: { $0 * 2 }, consume: { seen.append($0) })
        #expect(seen == (0..<1000).map { $0 * 2 })
    }

    @Test(arguments: [1, 2, 5]) func `ends at once on an empty stream`(_ threads: Int) throws {
        let counter = Counter(limit: 0)
        try OrderedPipeline.run(
            threads: threads, next: { counter.next() }, transform: { $0 }, consume: { _ in Issue.record() })
    }

    @Test(arguments: [1, 2, 4]) func `throws the first error in the order of the stream, after what came before it`(
        _ threads: Int
    ) {
        let counter = Counter(limit: 100)
        var seen: [Int] = []
        #expect(throws: Failure(at: 17)) {
            try OrderedPipeline.run(
                threads: threads, next: { counter.next() },
                transform: { (number: Int) in
                    if number >= 17 { throw Failure(at: number) }
                    return number
                }, consume: { seen.append($0) })
        }
        #expect(seen == Array(0..<17))
    }

    @Test(arguments: [1, 3]) func `an error of the consumer stops the stream`(_ threads: Int) {
        let counter = Counter(limit: 100_000)
        #expect(throws: Failure(at: 5)) {
            try OrderedPipeline.run(
                threads: threads, next: { counter.next() }, transform: { $0 },
                consume: { if $0 == 5 { throw Failure(at: 5) } })
        }
        #expect((counter.next() ?? 100_000) < 100)
    }

    @Test func `an error of the source comes after the results before it`() {
        let counter = Counter(limit: 100)
        var seen = 0
        #expect(throws: Failure(at: 40)) {
            try OrderedPipeline.run(
                threads: 3,
                next: {
                    let number = counter.next()
                    if number == 40 { throw Failure(at: 40) }
                    return number
                }, transform: { $0 }, consume: { _ in seen += 1 })
        }
        #expect(seen == 40)
    }
}
