internal import Foundation

/// Messages to people, on standard error; results go to standard output.
enum Message {
    static func plain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    static func error(_ text: String) { plain("holdfast: \(text)") }
}
