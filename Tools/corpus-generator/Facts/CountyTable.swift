/// The witness's own extract of GB/T 2260: a few hundred counties in every province, and sixty
/// abolished codes.
enum CountyTable {
  static let current: [County] = [north, east, central, west].flatMap { text in
    text.split(separator: "\n").map { line in
      let part = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      return County(
        code: part[0], province: part[1], prefecture: part[2], name: part[3],
        firstYear: Int(part[4]) ?? 1980, townships: part[5].split(separator: " ").map(String.init))
    }
  }

  static let old: [AbolishedCounty] = abolished.split(separator: "\n").map { line in
    let part = line.split(separator: "|").map(String.init)
    return AbolishedCounty(
      code: part[0], name: part[1], firstYear: Int(part[2]) ?? 1980, lastYear: Int(part[3]) ?? 1980)
  }
}
