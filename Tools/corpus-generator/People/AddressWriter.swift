/// Writes addresses in the shapes that letters, forms and parcel labels show.
enum AddressWriter {
  /// An address of any shape, from its first place word to its last component.
  static func address(in county: County, _ random: inout SplitMix64) -> Datum {
    let text =
      county.name.hasSuffix("县") && random.chance(60)
      ? rural(county, &random) : urban(county, &random)
    return Datum(type: .address, written: text, canonical: text, kind: .plain)
  }

  /// Province and prefecture as people write them: in full, without suffixes, or left out.
  private static func head(_ county: County, _ random: inout SplitMix64) -> String {
    let shortProvince = short(county.province)
    guard !county.isInMunicipality else {
      return random.pick([
        county.province + county.name, county.province + county.name,
        county.province + "市辖区" + county.name, shortProvince + county.name,
      ])
    }
    let shortCity =
      county.prefecture.hasSuffix("市") ? String(county.prefecture.dropLast()) : county.prefecture
    switch random.below(10) {
    case 0..<5: return county.province + county.prefecture + county.name
    case 5, 6: return county.prefecture + county.name
    case 7: return shortProvince + county.prefecture + county.name
    case 8: return shortProvince + shortCity + county.name
    default: return county.name
    }
  }

  private static func urban(_ county: County, _ random: inout SplitMix64) -> String {
    var text = head(county, &random)
    let town = random.pick(county.townships)
    if random.chance(30), town.hasSuffix("街道") || town.hasSuffix("镇") { text += town }
    let number = random.number(1...999)
    switch random.below(10) {
    case 0...2:
      text += random.pick(PlaceNames.roads) + "\(number)号" + random.pick(PlaceNames.estates)
      text += rooms(&random)
    case 3, 4:
      text += random.pick(PlaceNames.estates) + rooms(&random)
    case 5:
      text += random.pick(PlaceNames.roads) + "\(number)弄\(random.number(1...60))号"
      text += "\(random.number(1...18))0\(random.number(1...6))室"
    case 6:
      text += random.pick(PlaceNames.roads) + "\(number)号" + random.pick(PlaceNames.buildings)
      text += random.pick(["A座", "B座", "\(random.number(1...6))号楼", ""])
      text += "\(random.number(3...28))\(padded(random.number(1...20), 2))室"
    case 7:
      text += random.pick(PlaceNames.roads) + "\(number)号\(random.number(1...9))栋"
      text += "\(random.number(1...4))单元\(random.number(1...18))0\(random.number(1...4))"
    default:
      text += random.pick(PlaceNames.roads) + "\(number)号"
    }
    return text
  }

  private static func rooms(_ random: inout SplitMix64) -> String {
    let building = random.number(1...38)
    let unit = random.number(1...4)
    let room = "\(random.number(1...27))0\(random.number(1...4))"
    return random.pick([
      "\(building)号楼\(unit)单元\(room)室", "\(building)栋\(room)室", "\(building)幢\(unit)单元\(room)室",
      "\(building)号楼\(room)", "\(building)栋\(unit)单元\(room)号",
    ])
  }

  private static func rural(_ county: County, _ random: inout SplitMix64) -> String {
    let town = county.townships.first { $0.hasSuffix("镇") || $0.hasSuffix("乡") }
    var text = head(county, &random) + (town ?? random.pick(county.townships))
    text += random.pick(PlaceNames.villages)
    text += random.pick([
      "\(random.number(1...12))组", "\(random.number(1...12))组\(random.number(1...88))号",
      "\(random.number(1...288))号", "三组", "\(random.number(1...9))队",
    ])
    return text
  }

  /// `浙江省` as `浙江`, `广西壮族自治区` as `广西`.
  static func short(_ province: String) -> String {
    for long in ["壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市"]
    where province.hasSuffix(long) {
      return String(province.dropLast(long.count))
    }
    return province
  }
}
