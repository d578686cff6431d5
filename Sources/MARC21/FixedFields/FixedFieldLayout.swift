/// The elements of a leader, a fixed field or a coded subfield, in their order.
public struct FixedFieldLayout: Sendable {
    /// The elements defined today.
    public let positions: Definitions<FixedFieldPosition>
    /// Earlier definitions of some of the same places.
    public let formerPositions: Definitions<FixedFieldPosition>

    /// The element that covers character position `index`; nil where the format describes none.
    public func position(at index: Int) -> FixedFieldPosition? {
        positions.first { $0.first <= index && index <= $0.last }
    }

    /// What is wrong with the element `position` of `field`; nil when all is current, or when the field ends before the
    /// element does (its length is a matter of its own).
    ///
    /// What only an earlier definition of the place explains is obsolete.
    public func fault(
        at position: FixedFieldPosition, in field: UnsafeBufferPointer<UInt8>
    ) -> FixedFieldFault? {
        guard let value = Self.value(of: position, in: field), let fault = position.fault(in: value) else { return nil }
        guard fault.standing == .undefined, wasDefined(fault, in: field) else { return fault }
        return FixedFieldFault(first: fault.first, last: fault.last, standing: .obsolete)
    }

    /// Hands every element that is not current in `field` to `report`, in their order.
    public func forEachFault(
        in field: UnsafeBufferPointer<UInt8>, _ report: (FixedFieldPosition, FixedFieldFault) -> Void
    ) {
        for index in positions.indices {
            guard let fault = fault(at: positions[index], in: field) else { continue }
            report(positions[index], fault)
        }
    }

    /// The bytes of `position` in `field`; nil where the field ends before the element does.
    @inlinable public static func value(
        of position: FixedFieldPosition, in field: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8>? {
        guard position.first >= 0, position.first <= position.last, position.last < field.count else { return nil }
        return UnsafeBufferPointer(rebasing: field[position.first...position.last])
    }

    private func wasDefined(_ fault: FixedFieldFault, in field: UnsafeBufferPointer<UInt8>) -> Bool {
        formerPositions.contains { former in
            guard former.first <= fault.first, fault.last <= former.last else { return false }
            return Self.value(of: former, in: field).map { former.standing(of: $0) != .undefined } ?? false
        }
    }
}
