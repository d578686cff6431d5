extension FixedFieldPosition {
    /// What is wrong with the element's bytes; nil when all is current.
    ///
    /// - Parameter bytes: exactly ``count`` bytes; anything else is undefined.
    /// - Returns: the first place where nothing is defined, else the first obsolete code.
    public func fault(in bytes: UnsafeBufferPointer<UInt8>) -> FixedFieldFault? {
        guard bytes.count == count else { return whole(.undefined) }
        if isVariant || isOpen { return nil }
        guard let fault = isUndefined || unit == 1 ? firstCharacter(in: bytes) : firstCode(in: bytes) else {
            return nil
        }
        if allowsFill, bytes.allSatisfy({ $0 == 0x7C }) { return nil }
        if let pattern, pattern.matches(bytes) { return nil }
        return fault
    }

    /// The standing of the element as a whole.
    public func standing(of bytes: UnsafeBufferPointer<UInt8>) -> Standing { fault(in: bytes)?.standing ?? .current }

    /// What a code of the element means, its list included; nil for one that is not defined.
    public func entry(_ code: UnsafeBufferPointer<UInt8>) -> CodeEntry? { codes.entry(code) ?? list?.entry(code) }

    private static let blankOrFill = ASCIISet([0x20, 0x7C])

    /// The fault where every character is a code of its own.
    private func firstCharacter(in bytes: UnsafeBufferPointer<UInt8>) -> FixedFieldFault? {
        let current = isUndefined ? Self.blankOrFill : codes.currentCharacters
        var obsolete: FixedFieldFault?
        for index in 0..<bytes.count where !current.contains(bytes[index]) {
            let isObsolete = codes.obsoleteCharacters.contains(bytes[index])
            let place = first &+ index
            let fault = FixedFieldFault(first: place, last: place, standing: isObsolete ? .obsolete : .undefined)
            if !isObsolete { return fault }
            if obsolete == nil { obsolete = fault }
        }
        return obsolete
    }

    /// The fault where a code takes several characters.
    private func firstCode(in bytes: UnsafeBufferPointer<UInt8>) -> FixedFieldFault? {
        var obsolete: FixedFieldFault?
        for index in stride(from: 0, to: bytes.count, by: unit) {
            let end = Swift.min(index &+ unit, bytes.count)
            let standing = standing(ofCode: UnsafeBufferPointer(rebasing: bytes[index..<end]))
            let fault = FixedFieldFault(first: first &+ index, last: first &+ end &- 1, standing: standing)
            if standing == .undefined { return fault }
            if standing == .obsolete, obsolete == nil { obsolete = fault }
        }
        return obsolete
    }

    private func standing(ofCode code: UnsafeBufferPointer<UInt8>) -> Standing {
        let own = codes.standing(of: code)
        return own == .undefined && listNumber >= 0 ? CodeList.all[listNumber].standing(of: code) : own
    }

    private func whole(_ standing: Standing) -> FixedFieldFault {
        FixedFieldFault(first: first, last: last, standing: standing)
    }
}
