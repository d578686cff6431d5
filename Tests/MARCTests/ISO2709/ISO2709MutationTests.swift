import MARC
import TestSupport
import Testing

/// Files made of sound records into which one to four accidents have been put.
@Suite struct ISO2709MutationTests {
    static let records: [[UInt8]] = {
        let texts = [
            smallText, "=245  10$aTitle", "=LDR  00000cz  a2200000n  4500\n=001  1\n=100  1\\$aÉlan, Œuvre$d1900-",
            "=LDR  00000cas a2200000   4500\n=001  22\n=022  \\\\$a1234-5679\n=245  00$aSerial$b\n"
                + String(repeating: "=500  \\\\$aNote$5X\n", count: 20),
        ]
        return texts.compactMap { try? encode($0) }
    }()

    /// One accident: a bit flipped, a stretch cut, copied or swapped, a terminator or digit put in, the end broken off.
    static func mutate(_ bytes: inout [UInt8], _ generator: inout SeededRandom) {
        guard bytes.count > 2 else { return }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let stretch = place..<min(bytes.count, place + Int.random(in: 1...40, using: &generator))
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes.removeSubrange(stretch)
        case 2: bytes.insert(contentsOf: bytes[stretch], at: place)
        case 3: bytes[place] = [0x1D, 0x1E, 0x1F, 0x00, 0x39, 0xC3].randomElement(using: &generator) ?? 0
        case 4: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
        case 5: bytes.insert([0x1D, 0x1E, 0x1F, 0x20, 0x30, 0xFF].randomElement(using: &generator) ?? 0, at: place)
        case 6: bytes.remove(at: place)
        default: bytes.removeLast(min(bytes.count - place, 60))
        }
    }

    @Test(arguments: 0..<20)
    func `however a file is damaged, its pieces cover each byte once and every record can be read`(seed: Int) {
        var generator = SeededRandom(seed: UInt64(seed))
        for _ in 0..<400 {
            var file = (0..<3).flatMap { _ in Self.records.randomElement(using: &generator) ?? [] }
            for _ in 0..<Int.random(in: 1...4, using: &generator) { Self.mutate(&file, &generator) }
            let pieces = frame(file)
            var next = 0
            for piece in pieces {
                #expect(piece.range.lowerBound == next && !piece.range.isEmpty)
                next = piece.range.upperBound
                if piece.kind == .record { Self.check(Array(file[piece.range])) }
            }
            #expect(next == file.count)
            let step = Int.random(in: 1...80, using: &generator)
            #expect(frame(file, step: step) == pieces, "windows of \(step) bytes")
        }
    }

    /// A decoded record can be walked, agrees with the plain twin, has its faults inside, and can be written or says why not.
    static func check(_ bytes: [UInt8]) {
        let (record, faults) = decode(bytes)
        let length = record.withView { view in
            view.fields.reduce(0) { sum, field in
                sum + field.value.count + field.subfields.reduce(0) { $0 + $1.value.count }
            }
        }
        #expect(length >= 0)
        #expect(faults.allSatisfy { (0...bytes.count).contains($0.offset) })
        if let plain = decodePlainly(bytes) { #expect(sameContent(record, plain)) }
        var output: [UInt8] = []
        do {
            try record.withView { view throws(ISO2709WriteError) in try ISO2709Writer.append(view, to: &output) }
            let again = decode(output)
            #expect(record.fieldCount == again.record.fieldCount)
            if faults.isEmpty { #expect(sameContent(record, again.record) || record.leader != again.record.leader) }
        } catch {
            #expect(output.isEmpty)
        }
    }

    @Test func `one damaged record costs no neighbour`() throws {
        var generator = SeededRandom(seed: 7)
        let one = try small()
        var lost = 0
        for _ in 0..<2_000 {
            var middle = one
            Self.mutate(&middle, &generator)
            let file = one + middle + one
            let pieces = frame(file).filter { $0.kind == .record }
            if pieces.first?.range != 0..<one.count || pieces.last?.range != (file.count - one.count)..<file.count {
                lost += 1
            }
        }
        #expect(lost == 0)
    }
}
