internal import CLibCurl

/// From curl's numbers and http's to one sentence.
enum CurlFailure {
    /// - Parameters:
    ///   - said: curl's own words.
    ///   - received: bytes of the body that had arrived.
    static func error(_ code: CURLcode, _ said: String, received: Int, at address: Address) -> TransferError {
        TransferError(kind(code, said, received: received), at: address, sentence(code, said, received: received))
    }

    private static func kind(_ code: CURLcode, _ said: String, received: Int) -> TransferError.Kind {
        switch code {
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: .loginRefused
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED: .serverNotTrusted
        case CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .setting
        case CURLE_REMOTE_FILE_NOT_FOUND, CURLE_FTP_COULDNT_RETR_FILE, CURLE_FILE_COULDNT_READ_FILE,
            CURLE_REMOTE_ACCESS_DENIED, CURLE_TFTP_NOTFOUND:
            .notFound
        case CURLE_QUOTE_ERROR, CURLE_TOO_MANY_REDIRECTS: .refused
        case CURLE_FILESIZE_EXCEEDED: .tooLarge
        case CURLE_OPERATION_TIMEDOUT: said.contains("too slow") ? .tooSlow : .timedOut
        case CURLE_PARTIAL_FILE: .cut
        case CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_SSH, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
            received > 0 ? .cut : .unreachable
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR,
            CURLE_FTP_ACCEPT_FAILED, CURLE_FTP_ACCEPT_TIMEOUT, CURLE_FTP_CANT_GET_HOST, CURLE_PROXY:
            .unreachable
        default: .unusable
        }
    }

    private static func sentence(_ code: CURLcode, _ said: String, received: Int) -> String {
        let said = plain(said)
        switch code {
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: return "the server refused the login (\(said))"
        case CURLE_PEER_FAILED_VERIFICATION: return "the server is not the one expected (\(said))"
        case CURLE_USE_SSL_FAILED: return "the server does not offer TLS (\(said))"
        case CURLE_REMOTE_ACCESS_DENIED: return "the folder is not there or not open to the user (\(said))"
        case CURLE_REMOTE_FILE_NOT_FOUND, CURLE_FTP_COULDNT_RETR_FILE, CURLE_FILE_COULDNT_READ_FILE:
            return "there is no such file, or it is not open to the user (\(said))"
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_SSH, CURLE_SEND_ERROR, CURLE_HTTP2,
            CURLE_HTTP2_STREAM:
            return received > 0
                ? "the connection broke off after \(received) bytes (\(said))" : "the connection broke off (\(said))"
        case CURLE_OPERATION_TIMEDOUT: return "it took too long (\(said))"
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST: return "no connection (\(said))"
        default: return "the transfer failed (\(said))"
        }
    }

    /// curl's words on one line, without its advice how to switch the check off, at most 200 characters.
    private static func plain(_ said: String) -> String {
        String(said.prefix { !$0.isNewline }.prefix(200))
    }

    /// The error for an http status that brings no file; nil for one that does, or says that nothing has changed.
    ///
    /// - Parameter wait: how long the server asks to wait, in seconds; 0 or nil where it does not.
    static func error(status: Int, _ sink: ResponseSink, wait: Int?, at address: Address) -> TransferError? {
        let said = "the server answers \(status)\(sink.reason.isEmpty ? "" : " \(sink.reason)")"
        switch status {
        case 200, 206, 304: return nil
        case 401, 407: return TransferError(.loginRefused, at: address, said)
        case 404, 410: return TransferError(.notFound, at: address, said)
        case 408, 425, 429, 500, 502, 503, 504:
            return TransferError(
                .unreachable, at: address, said, retryAfterSeconds: wait.flatMap { $0 > 0 ? Double($0) : nil })
        case 416: return TransferError(.cut, at: address, said)
        default: return TransferError(.refused, at: address, said)
        }
    }
}
