import Glibc

/// The characters of single codes as the C library's `iconv` knows them: the witness of our own tables.
final class SystemConverter {
  private let handle: iconv_t

  /// Nil where the system has no converter of this name.
  init?(from name: String) {
    guard let opened = unsafe iconv_open("UTF-8", name), Int(bitPattern: opened) != -1
    else { return nil }
    unsafe handle = opened
  }

  deinit { unsafe iconv_close(handle) }

  /// The text that `code` stands for; nil where it stands for none.
  func text(of code: [UInt8]) -> String? {
    var input = code.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 16)
    var (inputLeft, outputLeft) = (input.count, output.count)
    let isConverted = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        let result = unsafe iconv(handle, &from, &inputLeft, &to, &outputLeft)
        // A character that may begin a combination is held back until it is flushed.
        let flushed = unsafe iconv(handle, nil, nil, &to, &outputLeft)
        return result != .max && flushed != .max
      }
    }
    guard isConverted, inputLeft == 0 else {
      iconv(handle, nil, nil, nil, nil)
      return nil
    }
    return String(
      decoding: output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) },
      as: UTF8.self)
  }
}
