extension FixedFieldPosition {
    /// What is wrong with the element's bytes; nil when all is current.
    ///
    /// - Parameter bytes: exactly ``count`` bytes; anything else is undefined.
    /// - Returns: the first place where nothing is defined, else the first obsolete code.
    public func fault(in bytes: UnsafeBufferPointer<UInt8>) -> FixedFieldFault? {
        guard bytes.count == count else { return whole(.undefined) }
        if isVariant || isOpen { return nil }
        if isUndefined { return firstUnit(of: 1, in: bytes) { $0[0] == 0x20 || $0[0] == 0x7C ? .current : .undefined } }
        if allowsFill, bytes.allSatisfy({ $0 == 0x7C }) { return nil }
        if let pattern, pattern.matches(bytes) { return nil }
        if codes.entries.isEmpty && listNumber < 0 { return whole(.undefined) }
        return firstUnit(of: unit, in: bytes, standing: unitStanding)
    }

    /// The standing of the element as a whole.
    public func standing(of bytes: UnsafeBufferPointer<UInt8>) -> Standing { fault(in: bytes)?.standing ?? .current }

    /// What a code of the element means, its list included; nil for one that is not defined.
    public func entry(_ code: UnsafeBufferPointer<UInt8>) -> CodeEntry? { codes.entry(code) ?? list?.entry(code) }

    private func unitStanding(_ code: UnsafeBufferPointer<UInt8>) -> Standing {
        let own = code.count == 1 ? codes.standing(of: code[0]) : codes.standing(of: code)
        guard own == .undefined, let list else { return own }
        return list.standing(of: code)
    }

    private func firstUnit(
        of unit: Int, in bytes: UnsafeBufferPointer<UInt8>, standing: (UnsafeBufferPointer<UInt8>) -> Standing
    ) -> FixedFieldFault? {
        var obsolete: FixedFieldFault?
        var index = 0
        while index < bytes.count {
            let end = Swift.min(index + unit, bytes.count)
            let found = standing(UnsafeBufferPointer(rebasing: bytes[index..<end]))
            let fault = FixedFieldFault(first: first + index, last: first + end - 1, standing: found)
            if found == .undefined { return fault }
            if found == .obsolete, obsolete == nil { obsolete = fault }
            index = end
        }
        return obsolete
    }

    private func whole(_ standing: Standing) -> FixedFieldFault {
        FixedFieldFault(first: first, last: last, standing: standing)
    }
}
