import CPCRE2

/// Facts about the PCRE2 library that is linked, for `--version` and reports.
package enum Library {
  /// `10.42 2022-12-11`.
  package static var version: String {
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), $0.baseAddress)
    }
    return String(decoding: buffer.prefix(max(0, Int(count) - 1)), as: UTF8.self)
  }

  /// Whether the library was built with JIT for this processor.
  package static var hasJIT: Bool {
    var flag: UInt32 = 0
    return unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_JIT), &flag) >= 0 && flag == 1
  }
}
