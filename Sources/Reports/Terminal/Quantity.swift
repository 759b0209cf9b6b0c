/// Numbers for people.
enum Quantity {
  /// `1,234,567`.
  static func grouped(_ number: UInt64) -> String {
    var groups: [String] = []
    var rest = number
    while rest >= 1000 {
      let group = String(rest % 1000)
      groups.append(String(repeating: "0", count: 3 - group.utf8.count) + group)
      rest /= 1000
    }
    return ([String(rest)] + groups.reversed()).joined(separator: ",")
  }

  /// `512 B`, `3.2 GiB`: one decimal, rounded down, so that 1023.99 MiB does not become 1024.0.
  static func bytes(_ bytes: UInt64) -> String {
    let unit = bytes == 0 ? 0 : (63 - bytes.leadingZeroBitCount) / 10
    let size = UInt64(1) << UInt64(10 * unit)
    let tenths = UInt128(bytes % size) * 10 / UInt128(size)
    let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    return unit == 0 ? "\(bytes) B" : "\(bytes / size).\(tenths) \(units[unit])"
  }
}
