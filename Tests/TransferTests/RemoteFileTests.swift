import Testing
import Transfer

@Suite struct `The state of a file at a source` {
    typealias State = RemoteFile.State

    @Test func `tells by its etag alone, where both have one, whether the content is the same`() {
        let state = State(size: 10, modified: 100, etag: "\"a\"")
        #expect(state.isSame(as: State(size: 10, modified: 200, etag: "\"a\"")))
        #expect(!state.isSame(as: State(size: 10, modified: 100, etag: "\"b\"")))
    }

    @Test func `tells by size and date otherwise, and both must be known`() {
        let state = State(size: 10, modified: 100)
        #expect(state.isSame(as: State(size: 10, modified: 100, etag: "\"a\"")))
        #expect(!state.isSame(as: State(size: 11, modified: 100)))
        #expect(!state.isSame(as: State(size: 10, modified: 101)))
        #expect(!State(size: 10).isSame(as: State(size: 10)))
        #expect(!State().isSame(as: State()))
    }
}
