internal import MARC
internal import Update

/// Cuts a file into pieces by the rules of its format.
struct PieceFramer {
    let format: SourceFormat
    private var iso2709 = ISO2709Framer()
    private var marcxml = MARCXMLFramer()
    private var marcjson = MARCJSONFramer()
    private var mrk = MARCMakerFramer()
    private var aleph = AlephFramer()
    private var deleteList = DeleteListFramer()

    init(_ format: SourceFormat) { self.format = format }

    /// The longest piece, in bytes: a window never needs more.
    static let longestPiece = FieldEntry.longest

    @inline(__always) mutating func next(in window: ByteView, isLast: Bool) -> Framing {
        switch format {
        case .iso2709: iso2709.next(in: window, isLast: isLast)
        case .marcxml: marcxml.next(in: window, isLast: isLast)
        case .marcjson: marcjson.next(in: window, isLast: isLast)
        case .mrk: mrk.next(in: window, isLast: isLast)
        case .alephSequential: aleph.next(in: window, isLast: isLast)
        case .deleteList: deleteList.next(in: window, isLast: isLast)
        }
    }

    /// XML: the namespace declarations in force around the record returned last; else none.
    var declarations: [UInt8] { format == .marcxml ? marcxml.context.declarations : [] }

    /// XML: at the file's end, whether the document is not.
    var isCut: Bool { format == .marcxml && marcxml.isInsideElement }

    /// XML: what was refused outside the records since the last call, with places from the start of the file.
    mutating func takeRefusals() -> [ReadFault] {
        // A record that is too long comes as an unreadable piece too.
        format == .marcxml ? marcxml.takeNotices().filter { $0.kind == .xmlEntityRefused } : []
    }
}
