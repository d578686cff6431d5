/// What an install, or an undo, changed in the records that are matched.
struct ClusterTouches {
    /// Keys that were borne or are, with the number of bearers gained.
    private(set) var keys: [MatchKey: Int] = [:]
    /// Records that were put and not taken again.
    private(set) var records: Set<Int> = []
    /// The masters of records that were taken.
    private(set) var masters: [Int: Int] = [:]
    /// The numbers of records that were taken, as the review list names them.
    private(set) var numbers: Set<String> = []

    var isEmpty: Bool { keys.isEmpty && records.isEmpty && masters.isEmpty }

    mutating func put(_ record: Int, _ borne: [MatchKey]) {
        records.insert(record)
        for key in borne { keys[key, default: 0] += 1 }
    }

    mutating func take(_ record: Int, _ borne: [MatchKey], _ numbers: Set<String>, master: Int) {
        records.remove(record)
        self.numbers.formUnion(numbers)
        if masters[record] == nil { masters[record] = master }
        for key in borne { keys[key, default: 0] -= 1 }
    }

    /// Whether it costs less to make all clusters anew: a touched record is looked up at some 20 times the cost of one
    /// that is read in passing.
    func isMuch(of last: Int) -> Bool {
        let count = records.count + masters.count
        return count > 1000 && count > last / 16
    }
}
