import Findings
import Testing

@testable import Detectors

/// Values that their source hides. Digests of the text `123456` by coreutils' md5sum, sha1sum, sha256sum; the
/// bcrypt string is the worked example of its wiki page.
@Suite struct ConcealedValueTests {
  static func concealment(_ value: String, _ type: String) -> Concealment? {
    let bytes = Array(value.utf8)
    return ConcealedValue.concealment(of: bytes.span, type: type)
  }

  @Test(
    "A hidden value is told by its look, and a mask is judged by what it leaves",
    arguments: [
      ("138****5678", "mobile-phone", .guessable), ("138******78", "mobile-phone", .usual),
      ("138xxxx5678", "mobile-phone", .guessable), ("***********", "mobile-phone", .full),
      ("110105********002X", "resident-id", .telling),
      ("1101**********1234", "resident-id", .telling),
      ("1****************X", "resident-id", .usual), ("6222 **** **** 0128", "bank-card", .usual),
      ("622202******0123", "bank-card", .usual), ("62220212345****0128", "bank-card", .guessable),
      ("****1234", "bank-card", .usual), ("张*", "person-name", .usual),
      ("*伟", "person-name", .usual),
      ("zhang***@example.com", "email", .usual), ("＊＊＊", "person-name", .full),
      ("e10adc3949ba59abbe56e057f20f883e", "mobile-phone", .md5),
      ("7c4a8d09ca3762af61e59520943dc26494f8941b", "mobile-phone", .sha1),
      (
        "8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92", "resident-id",
        .sha256
      ),
      (
        "$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW", "account-password",
        .bcrypt
      ),
      ("$argon2id$v=19$m=65536,t=2,p=1$gZiV/M1gPc22ElAH$Jh1Hw", "account-password", .argon2),
      ("3q2+7wAAAABBBBccccDDDA==", "mobile-phone", .encrypted),
    ] as [(String, String, Concealment)])
  func told(_ value: String, _ type: String, _ expected: Concealment) {
    #expect(Self.concealment(value, type) == expected)
  }

  @Test("A long word of letters is a name, not a cipher text")
  func words() {
    for word in ["TransformStreamDefaultController", "AbstractSingletonProxyFactoryBea"] {
      #expect(ConcealedValue.concealment(of: Array(word.utf8).span, type: "person-name") == nil)
    }
  }

  @Test(
    "What only looks odd is not hidden",
    arguments: [
      "13812345678", "2*3", "a*b*c", "*.txt", "**bold**", "/*", "110105194912310021", "张伟", "",
      "00000000000000000000000000000000", "abcdefabcdefabcdefabcdefabcdefgh",
      "ABCDEFGHIJKLMNOPQRSTUVWX",
      "hello world of text!", "http://example.com/*",
    ])
  func clear(_ value: String) {
    #expect(Self.concealment(value, "mobile-phone") == nil)
  }

  @Test(
    "A column or label names what is hidden",
    arguments: [
      ("138****5678", "phone", "mobile-phone"), ("110105********002X", "id_card", "resident-id"),
      ("e10adc3949ba59abbe56e057f20f883e", "phone_md5", "mobile-phone"),
      ("张*", "xm", "person-name"), ("z***@example.com", "email", "email"),
    ])
  func columns(_ value: String, _ column: String, _ type: String) throws {
    let found = try Probe().find(value, column: column)
    #expect(found.map(\.type) == [type])
    #expect(found.map(\.level) == [.likely])
    #expect(found.map(\.masked) == ["***"])
  }

  @Test(
    "Masked numbers in text are told by their label, or are possible by their shape",
    arguments: [
      ("手机号：138****5678", "mobile-phone", Level.likely),
      ("phone=138****5678", "mobile-phone", .likely),
      ("用户 138****5678 登录", "mobile-phone", .possible), ("姓名：李**，", "person-name", .likely),
      ("卡号：6222 **** **** 0128", "bank-card", .likely),
      ("电话：021-****1234", "landline-phone", .likely),
      ("邮箱：zhang***@example.com", "email", .likely),
    ])
  func text(_ text: String, _ type: String, _ level: Level) throws {
    let found = try Probe().find(text)
    #expect(found.map(\.type) == [type])
    #expect(found.map(\.level) == [level])
  }

  @Test(
    "Stars of programs and shells are no masks",
    arguments: [
      "rm 123***.txt", "/**123***/", "a = 3****4 + 1234567*89", "** 2024 **", "0 */6 * * *", "1***",
    ])
  func stars(_ text: String) throws {
    #expect(try Probe().find(text).isEmpty)
  }
}
