import Sieve
import Testing

@Suite struct PlaceAlphabetTests {
  @Test("An alphabet contains its ideographs and no other of U+4E00 to U+9FFF")
  func membership() throws {
    let members: Set<Unicode.Scalar> = ["一", "路", "龿", "鿿", "號"]
    let alphabet = PlaceAlphabet(String(String.UnicodeScalarView(members)))
    for value in UInt32(0x4E00)...0x9FFF {
      let scalar = try #require(Unicode.Scalar(value))
      let bytes = Array(String(scalar).utf8)
      #expect(alphabet.contains(bytes[0], bytes[1], bytes[2]) == members.contains(scalar))
    }
  }

  @Test("Characters outside U+4E00 to U+9FFF are ignored, in the alphabet and in the text")
  func outside() {
    let alphabet = PlaceAlphabet("a1é㐀\u{F900}𠀀路")
    for text in ["䷿", "ꀀ", "\u{F900}", "㐀"] {
      let bytes = Array(text.utf8)
      #expect(!alphabet.contains(bytes[0], bytes[1], bytes[2]), "\(text)")
    }
    #expect(alphabet.contains(0xE8, 0xB7, 0xAF))
  }
}
