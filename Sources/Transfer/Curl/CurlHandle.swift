internal import CLibCurl

/// One handle of libcurl: a conversation with servers, whose connections it keeps between requests. The only door to curl.
struct CurlHandle: ~Copyable {
    private let handle: UnsafeMutableRawPointer
    /// Where curl writes what went wrong.
    private let message: UnsafeMutablePointer<CChar>

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    init(for address: Address) throws(TransferError) {
        guard Self.isReady, let handle = curl_easy_init() else {
            throw TransferError(.setting, at: address, "the system's libcurl does not start")
        }
        self.handle = handle
        message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_easy_cleanup(handle)
        message.deallocate()
    }

    // MARK: Options

    borrowing func set(_ option: CURLoption, _ value: Int) { holdfast_curl_set_long(handle, option, value) }
    borrowing func set(_ option: CURLoption, _ value: Bool) { holdfast_curl_set_long(handle, option, value ? 1 : 0) }
    borrowing func set(_ option: CURLoption, _ value: String) { holdfast_curl_set_text(handle, option, value) }
    borrowing func setOffset(_ option: CURLoption, _ value: Int) {
        holdfast_curl_set_offset(handle, option, curl_off_t(value))
    }

    /// Forgets all options, and no connection.
    borrowing func reset() {
        curl_easy_reset(handle)
        message.pointee = 0
        holdfast_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, message)
    }

    // MARK: Talking

    /// Performs the request that the options describe.
    ///
    /// - Parameters:
    ///   - headers: header lines for http.
    ///   - commands: what ftp and sftp do after the transfer.
    ///   - sink: gets what arrives.
    borrowing func perform(headers: [String], commands: [String], into sink: ResponseSink) -> CURLcode {
        let headerList = Self.list(headers)
        let commandList = Self.list(commands)
        defer {
            curl_slist_free_all(headerList)
            curl_slist_free_all(commandList)
        }
        if !headers.isEmpty { holdfast_curl_set_list(handle, CURLOPT_HTTPHEADER, headerList) }
        if !commands.isEmpty { holdfast_curl_set_list(handle, CURLOPT_POSTQUOTE, commandList) }
        let context = Unmanaged.passUnretained(sink).toOpaque()
        holdfast_curl_set_sink(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            ResponseSink.body(bytes, size &* count, context)
        }
        holdfast_curl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        holdfast_curl_set_sink(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            ResponseSink.header(bytes, size &* count, context)
        }
        holdfast_curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
        return withExtendedLifetime(sink) { curl_easy_perform(handle) }
    }

    private static func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            guard let longer = curl_slist_append(list, line) else { break }
            list = longer
        }
        return list
    }

    // MARK: What came of it

    /// What curl says went wrong, or what the code means.
    borrowing func problem(_ code: CURLcode) -> String {
        let said = String(cString: message)
        return said.isEmpty ? String(cString: curl_easy_strerror(code)) : said
    }

    borrowing func long(_ info: CURLINFO) -> Int {
        var value = 0
        return holdfast_curl_get_long(handle, info, &value) == CURLE_OK ? value : 0
    }

    /// nil where curl does not know, which it says by -1.
    borrowing func offset(_ info: CURLINFO) -> Int? {
        var value: curl_off_t = -1
        guard holdfast_curl_get_offset(handle, info, &value) == CURLE_OK, value >= 0 else { return nil }
        return Int(value)
    }
}
