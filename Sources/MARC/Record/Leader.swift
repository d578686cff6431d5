/// The 24 bytes at the start of a record, by their positions.
///
/// Source: MARC 21 Format for Bibliographic Data, "Leader".
public struct Leader: Sendable, Equatable, BitwiseCopyable {
    /// Bytes in a leader.
    public static let length = 24

    @usableFromInline var bytes: InlineArray<24, UInt8>

    /// The leader of a new record: `00000nam a2200000   4500`.
    public init() {
        let text: StaticString = "00000nam a2200000   4500"
        self.init(ByteView(start: text.utf8Start, count: Self.length))
    }

    /// The first 24 bytes of `source`, blanks where it has fewer.
    @inlinable public init(_ source: ByteView) {
        bytes = InlineArray(repeating: 0x20)
        withUnsafeMutableBytes(of: &bytes) {
            $0.copyMemory(from: UnsafeRawBufferPointer(source.slice(0, Swift.min(source.count, Self.length))))
        }
    }

    /// The first 24 bytes of `source`, blanks where it has fewer.
    public init(_ source: some Sequence<UInt8>) {
        bytes = InlineArray(repeating: 0x20)
        var index = 0
        for byte in source {
            guard index < Self.length else { break }
            bytes[index] = byte
            index += 1
        }
    }

    /// The byte at `position`, 0 to 23; a blank elsewhere.
    @inlinable public subscript(position: Int) -> UInt8 {
        get { position >= 0 && position < Self.length ? bytes[position] : 0x20 }
        set { if position >= 0 && position < Self.length { bytes[position] = newValue } }
    }

    /// 05, record status.
    @inlinable public var status: UInt8 { bytes[5] }
    /// 06, type of record.
    @inlinable public var type: UInt8 { bytes[6] }
    /// 07, bibliographic level.
    @inlinable public var level: UInt8 { bytes[7] }
    /// 09, character coding scheme: blank MARC-8, `a` UCS/Unicode.
    @inlinable public var coding: UInt8 { bytes[9] }
    /// 17, encoding level.
    @inlinable public var encodingLevel: UInt8 { bytes[17] }

    /// 05 is `d`: the record says that its title is to be deleted.
    @inlinable public var isDeleted: Bool { bytes[5] == UInt8(ascii: "d") }

    /// The 24 bytes.
    public var array: [UInt8] { (0..<Self.length).map { bytes[$0] } }

    public static func == (left: Leader, right: Leader) -> Bool {
        for index in 0..<length where left.bytes[index] != right.bytes[index] { return false }
        return true
    }
}
