internal import Glibc

/// Messages to people, on standard error; results go to standard output.
enum Message {
    static func plain(_ text: String) { write(text + "\n") }

    /// Writes text as it is. Where that fails, as on a full disk, nobody can be told: the work goes on.
    static func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count {
                let written = Glibc.write(STDERR_FILENO, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                if written < 0 && errno == EINTR { continue }
                guard written > 0 else { return }
                done += written
            }
        }
    }

    static func error(_ text: String) { plain("holdfast: \(text)") }
}
