import Harness

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    Harness.iso2709(UnsafeBufferPointer(start: data, count: size))
    return 0
}
