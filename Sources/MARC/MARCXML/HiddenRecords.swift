/// Comments and CDATA sections in which records begin. They were taken out on purpose, or damage in one record began the
/// section that another one ends; XML does not tell which, and the records are not read.
public enum HiddenRecords {
    /// A fault for each such section of `bytes`, with the number of records that begin in it as what was expected.
    public static func faults(in bytes: ByteView) -> [ReadFault] {
        var faults: [ReadFault] = []
        var index = 0
        while let start = find(UInt8(ascii: "<"), in: bytes, from: index) {
            index = start + 1
            let rest = bytes.slice(start, min(9, bytes.count - start))
            guard rest.starts(with: "<!--") || rest.starts(with: "<![CDATA[") else { continue }
            let markup = XMLMarkup.read(bytes, at: start, isLast: true)
            guard markup.kind == .comment || markup.kind == .cdata else { continue }
            index = markup.end
            let section = bytes.slice(start, markup.end - start)
            let count = records(in: section)
            guard count > 0, faults.count < 100 else { continue }
            faults.append(ReadFault(.xmlRecordHidden, offset: start, found: section, expected: "\(count)"))
        }
        return faults
    }

    private static func records(in section: ByteView) -> Int {
        var (index, count) = (1, 0)
        while let start = find(UInt8(ascii: "<"), in: section, from: index) {
            index = start + 1
            guard index < section.count, section[index] != UInt8(ascii: "!") else { continue }
            let markup = XMLMarkup.read(section, at: start, isLast: true)
            let name = section.slice(markup.name.lowerBound, markup.name.count)
            if markup.kind == .startTag, MARCXMLElement(name) == .record { count += 1 }
        }
        return count
    }
}
