internal import CLibCrypto
internal import Glibc
public import Update

/// A checksum being computed, piece by piece.
public struct Digest: ~Copyable {
    public enum Algorithm: String, Sendable, CaseIterable {
        case md5, sha1, sha256, sha512

        /// Bytes of the checksum.
        var length: Int {
            switch self {
            case .md5: 16
            case .sha1: 20
            case .sha256: 32
            case .sha512: 64
            }
        }
    }

    private let context: OpaquePointer
    private let length: Int

    /// - Throws: where the system's cryptographic library has no memory or no such checksum.
    public init(_ algorithm: Algorithm) throws(FileFailure) {
        length = algorithm.length
        guard let context = EVP_MD_CTX_new() else { throw Self.failure }
        let kind =
            switch algorithm {
            case .md5: EVP_md5()
            case .sha1: EVP_sha1()
            case .sha256: EVP_sha256()
            case .sha512: EVP_sha512()
            }
        guard EVP_DigestInit_ex(context, kind, nil) == 1 else {
            EVP_MD_CTX_free(context)
            throw Self.failure
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
        guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else { throw Self.failure }
    }

    /// The checksum of all that was given, in lower-case hexadecimal digits.
    public mutating func finish() throws(FileFailure) -> String {
        var digest = [UInt8](repeating: 0, count: length)
        guard EVP_DigestFinal_ex(context, &digest, nil) == 1 else { throw Self.failure }
        return Hexadecimal.text(digest)
    }

    /// The checksum of the file at `path`.
    public static func ofFile(_ path: String, _ algorithm: Algorithm) throws(FileFailure) -> String {
        let file = try InputFile(path: path)
        var digest = try Digest(algorithm)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while true {
            let got = try file.read(at: offset, into: buffer)
            if got == 0 { return try digest.finish() }
            try digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
            offset += got
        }
    }

    private static var failure: FileFailure { FileFailure("compute", "a checksum", code: ENOMEM) }
}
