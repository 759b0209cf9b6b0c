/// Prefixes of mainland mobile numbers (MIIT allocations as of 2023), each completed to 11 digits.
///
/// Only ordinary and virtual-operator segments: data cards, satellite and machine numbers
/// belong to no person's phone and are left to the decoys.
enum MobileSegments {
  static let all: [String] = lines.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let lines = """
    130 131 132 133 1340 1341 1342 1343 1344 1345 1346 1347 1348 135 136 137 138 139
    150 151 152 153 155 156 157 158 159 166 172 173 175 176 177 178 180 181 182 183 184 185 186
    187 188 189 190 191 193 195 196 197 198 199 162 165 167 171 1700 1701 1703 1704 1705 1706
    1707 1708 1709
    """
}
