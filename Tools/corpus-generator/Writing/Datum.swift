/// One personal value in the form in which it is written down.
struct Datum {
  var type: DatumType
  /// As it stands in the text.
  var written: String
  /// ASCII digits, no separators, no country prefix, X in upper case, 18 digits.
  var canonical: String
  var kind: AddressKind?
  /// What the value tells of its subject's age.
  var birth: CalendarDay?
  /// May be found and need not be: whether it is personal is a matter of opinion where it stands.
  var isOptional = false

  /// The same address, named for another purpose.
  func of(_ kind: AddressKind) -> Datum {
    var copy = self
    copy.kind = kind
    return copy
  }

  /// An address named for what its label says it is for; other data as they are.
  func of(label: String) -> Datum {
    guard type == .address else { return self }
    let name = label.lowercased()
    func has(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
    if has(["家庭", "户籍", "现住", "home", "jtzz", "hjdz"]) { return of(.home) }
    if has(["收货", "receiver", "shipping"]) { return of(.delivery) }
    return of(has(["单位"]) ? .work : .plain)
  }

  /// The same value in full-width digits, letters X and hyphens.
  var fullWidth: Datum {
    var copy = self
    copy.written = String(
      String.UnicodeScalarView(
        written.unicodeScalars.map { scalar in
          (0x21...0x7e).contains(scalar.value)
            ? Unicode.Scalar(scalar.value + 0xfee0) ?? scalar : scalar
        }))
    return copy
  }

  /// The same value with full-width digits, its letters and marks as they are.
  var fullWidthDigits: Datum {
    var copy = self
    copy.written = String(
      String.UnicodeScalarView(
        written.unicodeScalars.map { scalar in
          (0x30...0x39).contains(scalar.value)
            ? Unicode.Scalar(scalar.value + 0xfee0) ?? scalar : scalar
        }))
    return copy
  }

  /// The same value where it may be found and need not be.
  var optional: Datum {
    var copy = self
    copy.isOptional = true
    return copy
  }

  func written(as text: String) -> Datum {
    var copy = self
    copy.written = text
    return copy
  }
}
