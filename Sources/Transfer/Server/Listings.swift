/// A name in a folder of a server, and what the listing says of it.
struct ListedName: Equatable {
    let name: [UInt8]
    var state = RemoteFile.State()
}

/// The answer to ftp's MLSD: a line a name, `type=file;size=12;modify=20261125180000; name` (RFC 3659, 7).
enum MachineListing {
    /// The files, without folders and links.
    static func files(in text: [UInt8]) -> [ListedName] {
        text.split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
            guard let blank = line.firstIndex(of: 0x20) else { return nil }
            var facts: [Substring: Substring] = [:]
            let head = String(decoding: line[..<blank], as: UTF8.self)
            for fact in head.split(separator: ";") {
                let pair = fact.split(separator: "=", maxSplits: 1)
                if pair.count == 2 { facts[Substring(pair[0].lowercased())] = pair[1] }
            }
            guard facts["type"]?.lowercased() == "file" else { return nil }
            return ListedName(
                name: Array(line[(blank + 1)...]),
                state: .init(
                    size: facts["size"].flatMap { Int($0) }, modified: facts["modify"].flatMap(ServerDate.machine)))
        }
    }
}

/// A listing as `ls -l` prints it, which is what sftp servers send: `-rw-r--r-- 1 user group 12 Nov 25 18:04 a b.mrc`.
enum LongListing {
    /// The files, without folders and links. The time is too coarse to be of use.
    static func files(in text: [UInt8]) -> [ListedName] {
        text.split(separator: 0x0A).compactMap { line in
            guard line.first == UInt8(ascii: "-") else { return nil }
            var rest = line
            var words: [ArraySlice<UInt8>] = []
            while words.count < 8 {
                rest = rest.drop { $0 == 0x20 }
                let word = rest.prefix { $0 != 0x20 }
                guard !word.isEmpty else { return nil }
                words.append(word)
                rest = rest.dropFirst(word.count)
            }
            let name = rest.dropFirst().filter { $0 != 0x0D }
            guard let size = Int(String(decoding: words[4], as: UTF8.self)), !name.isEmpty else { return nil }
            return ListedName(name: Array(name), state: .init(size: size))
        }
    }
}

/// Names alone, one a line.
enum PlainListing {
    static func files(in text: [UInt8]) -> [ListedName] {
        text.split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
            // Some servers put the folder before each name.
            let name = line.reversed().prefix { $0 != UInt8(ascii: "/") }.reversed()
            return name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) ? nil : ListedName(name: Array(name))
        }
    }
}

/// The page that a web server makes of a folder.
enum IndexPage {
    /// What the page's links lead to in the folder itself: no folders, nothing elsewhere, no other orders of the listing.
    static func files(in page: [UInt8], of folder: Address) -> [ListedName] {
        var found: [ListedName] = []
        var seen: Set<[UInt8]> = []
        var rest = page[...]
        while let link = nextLink(&rest) {
            guard let name = name(link, in: folder), seen.insert(name).inserted else { continue }
            found.append(ListedName(name: name))
        }
        return found
    }

    /// The value of the next `href="…"`.
    private static func nextLink(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        while let place = rest.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "h") }) {
            rest = rest[(place + 1)...]
            guard rest.count > 5, rest.prefix(3).elementsEqual("ref".utf8, by: { $0 | 0x20 == $1 }) else { continue }
            var value = rest.dropFirst(3).drop { $0 == 0x20 }
            guard value.first == UInt8(ascii: "=") else { continue }
            value = value.dropFirst().drop { $0 == 0x20 }
            guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
            value = value.dropFirst()
            let link = Array(value.prefix { $0 != quote })
            rest = value.dropFirst(link.count)
            return link
        }
        return nil
    }

    private static func name(_ link: [UInt8], in folder: Address) -> [UInt8]? {
        var text = String(decoding: link, as: UTF8.self)
        for (reference, character) in [("&amp;", "&"), ("&#38;", "&"), ("&#39;", "'"), ("&quot;", "\"")] {
            text = text.split(separator: reference, omittingEmptySubsequences: false).joined(separator: character)
        }
        let whole = String(folder.text.prefix { $0 != "?" })
        for beginning in [whole, folder.path, "./"] where text.hasPrefix(beginning) {
            text = String(text.dropFirst(beginning.count))
            break
        }
        guard !text.isEmpty, !text.contains(where: { "/?#:".contains($0) }) else { return nil }
        let name = Address.decoded(Array(text.utf8))
        return name.contains { $0 == UInt8(ascii: "/") || $0 < 0x20 } || name.first == UInt8(ascii: ".") ? nil : name
    }
}
