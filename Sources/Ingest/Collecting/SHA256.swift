internal import CLibCrypto
internal import Glibc
internal import Update

/// A SHA-256 checksum being computed, piece by piece.
struct SHA256: ~Copyable {
    private let context: OpaquePointer

    /// - Throws: where the system's cryptographic library has no memory or no SHA-256.
    init() throws(FileFailure) {
        guard let context = EVP_MD_CTX_new() else { throw Self.failure }
        guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            EVP_MD_CTX_free(context)
            throw Self.failure
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    mutating func update(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
        guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else { throw Self.failure }
    }

    /// The checksum of all that was given: 64 lower-case hexadecimal digits.
    mutating func finish() throws(FileFailure) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        guard EVP_DigestFinal_ex(context, &digest, nil) == 1 else { throw Self.failure }
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static var failure: FileFailure { FileFailure("compute", "a SHA-256 checksum", code: ENOMEM) }
}
