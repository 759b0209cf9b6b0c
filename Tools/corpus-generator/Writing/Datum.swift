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

  /// The same address, named for another purpose.
  func of(_ kind: AddressKind) -> Datum {
    var copy = self
    copy.kind = kind
    return copy
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

  func written(as text: String) -> Datum {
    var copy = self
    copy.written = text
    return copy
  }
}
