import Harness

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    Harness.aleph(UnsafeBufferPointer(start: data, count: size))
    return 0
}
