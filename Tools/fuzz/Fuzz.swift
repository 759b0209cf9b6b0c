import FuzzTargets
import Glibc

/// The parser that is fed, by the variable `FUZZ_TARGET`.
private let target: FuzzTarget = {
  let name = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) } ?? "any"
  guard let target = FuzzTarget(rawValue: name) else {
    preconditionFailure("FUZZ_TARGET is none of \(FuzzTarget.allCases.map(\.rawValue))")
  }
  return target
}()

/// What libFuzzer calls (LLVM, "libFuzzer – a library for coverage-guided fuzz testing").
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.read(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The entry: SwiftPM takes an executable's `main` from this name, not from libFuzzer.
@_cdecl("fuzz_main")
func fuzzMain(
  _ argumentCount: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var (count, values) = unsafe (argumentCount, arguments)
  return unsafe runDriver(&count, &values, testOneInput)
}
