/// A county-level division as it stands on identity cards and in addresses.
struct County {
  /// Six digits of GB/T 2260.
  let code: String
  let province: String
  /// Empty in the four municipalities.
  let prefecture: String
  let name: String
  let firstYear: Int
  let townships: [String]

  var isInMunicipality: Bool { prefecture.isEmpty }
}
