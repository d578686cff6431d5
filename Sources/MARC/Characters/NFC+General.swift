@_spi(_Unicode) internal import Swift

/// The general case, by the standard library: the plain twin of the fast path in `NFC.swift`, which tests hold to it.
extension NFC {
    /// As `isNormal`, for any text.
    static func isNormalInGeneral(_ utf8: ByteView) -> Bool {
        var text = UTF8Span(unchecked: utf8.span)
        return text.checkForNFC(quickCheck: false)
    }

    /// As `append`, for any text.
    static func appendInGeneral(_ utf8: ByteView, into output: inout [UInt8]) {
        for scalar in String(decoding: utf8, as: UTF8.self)._nfc {
            output.append(contentsOf: scalar.utf8)
        }
    }
}
