import Glibc

/// The system's `iconv`, asked for one character at a time.
@safe
final class CharacterConverter {
  private let handle: iconv_t

  /// Nil when the system does not know the encoding (a minimal installation may lack it).
  init?(from name: String) {
    guard let opened = unsafe iconv_open("UTF-8", name), Int(bitPattern: opened) != -1
    else { return nil }
    unsafe handle = opened
  }

  deinit {
    unsafe iconv_close(handle)
  }

  /// The UTF-8 of `code`, first byte lowest; 0 when it stands for nothing or for more than 4 bytes.
  func utf8(of code: [UInt8]) -> UInt32 {
    var input = code.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 8)
    var inputLeft = input.count
    var outputLeft = output.count
    let isConverted = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        let result = unsafe iconv(handle, &from, &inputLeft, &to, &outputLeft)
        // A character that may begin a combination is held back until it is flushed.
        let flushed = unsafe iconv(handle, nil, nil, &to, &outputLeft)
        return result != .max && flushed != .max
      }
    }
    let length = output.count - outputLeft
    guard isConverted, inputLeft == 0, length <= 4 else {
      _ = unsafe iconv(handle, nil, nil, nil, nil)
      return 0
    }
    return output[..<length].reversed().reduce(0) { $0 << 8 | UInt32(UInt8(bitPattern: $1)) }
  }
}
