import Foundation
import Testing

@Suite struct `The number of threads` {
    @Test func `changes nothing in spools, reports and database`() throws {
        let (one, two) = (try SampleWorkspace(), try SampleWorkspace())
        for (pipeline, period) in SampleWorkspace.updates {
            let first = try one.run(pipeline, period, "--threads", "1")
            let second = try two.run(pipeline, period, "--threads", "2")
            #expect(
                first.status == second.status && (0...1).contains(first.status), "\(first.messages)\(second.messages)")
        }
        let (left, right) = (try one.runFiles(), try two.runFiles())
        #expect(left.keys.contains { $0.hasSuffix("records.spool") })
        #expect(Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted() == [])
        #expect(try one.databaseDump() == two.databaseDump())
    }
}
