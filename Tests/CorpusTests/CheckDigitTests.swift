import Testing

@testable import corpus_generator

/// Published specimens; docs/corpus.md names the source of each.
@Suite struct CheckDigitTests {
  @Test(
    "Published citizen's numbers and residence permits pass, and every changed digit is refused",
    arguments: [
      "11010519491231002X", "440524188001010014", "810000199001010019", "820000199001010010",
      "830000199001010012",
    ])
  func residentNumber(specimen: String) {
    let front = specimen.dropLast()
    let check = CheckDigits.mod11Radix2(CheckDigits.values(front))
    #expect(String(check) == specimen.suffix(1))
    for index in 0..<17 {
      var digits = CheckDigits.values(front)
      for _ in 1...9 {
        digits[index] = (digits[index] + 1) % 10
        #expect(CheckDigits.mod11Radix2(digits) != check)
      }
    }
  }

  @Test("The number of the standard's worked example is born on the last day of 1949")
  func birthInNumber() {
    #expect(ResidentNumber.birth(in: "11010519491231002X") == CalendarDay(1949, 12, 31))
    #expect(ResidentNumber.birth(in: "110105491231002") == CalendarDay(1949, 12, 31))
    #expect(ResidentNumber.expanded("110105491231002") == "11010519491231002X")
  }

  @Test(
    "A citizen's number needs a province, a day and its check character",
    arguments: [
      ("11010519491231002X", true), ("11010519491231002x", true), ("110105194912310029", false),
      ("110105194902300026", false), ("911124198108030024", false), ("11010519491231002", false),
      ("11010519491231002Y", false), ("000000000000000000", false),
    ])
  func plausibleResident(text: String, isPlausible: Bool) {
    #expect(ResidentNumber.isPlausible(text) == isPlausible)
  }

  @Test(
    "Published card and device numbers pass Luhn, and their neighbours do not",
    arguments: [
      "4111111111111111", "5555555555554444", "378282246310005", "6011111111111117",
      "3530111333300000", "490154203237518", "79927398713",
    ])
  func luhn(specimen: String) {
    #expect(CheckDigits.passesLuhn(specimen))
    let last = Int(specimen.suffix(1)) ?? 0
    #expect(!CheckDigits.passesLuhn(specimen.dropLast() + String((last + 1) % 10)))
  }

  @Test("Luhn is asked of digits alone", arguments: ["", "0", "4111 1111 1111 1111", "41x"])
  func luhnRefuses(text: String) {
    #expect(!CheckDigits.passesLuhn(text))
  }
}
