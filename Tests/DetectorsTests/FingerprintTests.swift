import Findings
import Testing

@testable import Detectors

/// Fingerprints as a second implementation makes them: Python's BLAKE2b for the subkey (RFC 7693;
/// key, salt 1 and personalisation `pii-scan`, as libsodium's crypto_kdf documents) and a SipHash-2-4-128
/// written from the paper, which gives the first two vectors of the reference implementation
/// (a3817f04ba25a8e66df67214c7550293 for no byte, da87c1d86b99af44347659119b22fc45 for one zero, under
/// the key 00 … 0f).
@Suite struct FingerprintTests {
  static let master: [UInt8] = Array(0..<32)

  @Test(
    "Fingerprints are those of another implementation",
    arguments: [
      ([], "c22a91d176911c932d47524ec36ce370"),
      ([0], "a49c914a0c138c99f81a440b94d40377"),
      (Array("resident-id\u{0}11010519491231002X".utf8), "a5a77bd8f1e3aab166bdcef2f960060f"),
      (Array("mobile-phone\u{0}13812345678".utf8), "7877db956efa9da35c19b878a123848e"),
      (Array("email\u{0}zhang.san@example.com".utf8), "654622b7b153a239dcaf59f5ebdb2149"),
      (Array(0..<63), "74ece4344c7dfc99bc0daf2dc0821c91"),
    ] as [([UInt8], String)])
  func vectors(_ input: [UInt8], _ hex: String) {
    #expect(FingerprintKey(master: Self.master).fingerprint(input.span).hex == hex)
  }

  @Test(
    "A hit's fingerprint is that of its type, a zero byte and its canonical form",
    arguments: [
      ("身份证号：110105 19491231 002x", "a5a77bd8f1e3aab166bdcef2f960060f"),
      ("+86 138-1234-5678", "7877db956efa9da35c19b878a123848e"),
      ("Zhang.San@EXAMPLE.com", "654622b7b153a239dcaf59f5ebdb2149"),
    ])
  func hits(_ text: String, _ hex: String) throws {
    #expect(try Probe(master: Self.master).find(text).map(\.fingerprint.hex) == [hex])
  }

  @Test("Another key gives another fingerprint, a random one each time")
  func keys() {
    let value = Array("resident-id\u{0}11010519491231002X".utf8)
    #expect(
      FingerprintKey(master: [UInt8](repeating: 0, count: 32)).fingerprint(value.span).hex
        == "023961f8330426978d31f21ce0ce5b98")
    let random = (0..<8).map { _ in FingerprintKey.random().fingerprint(value.span) }
    #expect(Set(random).count == 8)
  }
}
