/// Addresses as people write them: more shapes than the corpus has, in three scripts of spelling.
struct TrialAddresses {
  var random: SplitMix64

  /// `isBare` leaves out the shapes that only a label or a column makes an address.
  mutating func next(isBare: Bool) -> Datum {
    let text: String
    switch random.below(60) {
    case 0...2: text = hongKong()
    case 3...5: text = taiwan()
    case 6 where !isBare: text = estateOnly()
    case 7 where !isBare: text = crossing()
    default:
      let county = random.pick(CountyTable.current)
      let isRural = county.name.hasSuffix("县") && random.chance(60)
      text = head(county, isBare: isBare) + (isRural ? rural(county) : urban(county))
    }
    return Datum(type: .address, written: text, canonical: text, kind: .plain)
  }

  private mutating func head(_ county: County, isBare: Bool) -> String {
    let province = AddressWriter.short(county.province)
    let city =
      county.prefecture.hasSuffix("市") ? String(county.prefecture.dropLast()) : county.prefecture
    if county.isInMunicipality {
      return random.pick([
        county.province + county.name, county.province + county.province + county.name,
        province + county.name, county.name,
      ])
    }
    return random.pick([
      county.province + county.prefecture + county.name,
      county.province + county.prefecture + county.name, county.prefecture + county.name,
      province + city + county.name, city + county.name, county.name,
      isBare
        ? county.prefecture + county.name
        : county.province + " " + county.prefecture + " " + county.name + " ",
    ])
  }

  private mutating func urban(_ county: County) -> String {
    let town = random.pick(county.townships)
    let place = random.chance(35) && !town.contains("旗") ? town : ""
    let road = random.pick(PlaceNames.roads)
    let estate = random.pick(PlaceNames.estates)
    let number = String(random.number(1...1299))
    switch random.below(16) {
    case 0, 1: return place + road + number + "号" + estate + rooms()
    case 2, 3: return place + estate + rooms()
    case 4: return place + road + number + "弄" + small(90) + "号" + floorRoom() + "室"
    case 5: return estate + small(38) + "-" + small(4) + "-" + floorRoom()
    case 6: return estate + small(38) + "-" + floorRoom()
    case 7:
      return road + number + "号" + random.pick(PlaceNames.buildings)
        + random.pick(["A座", "B座", "东塔", ""]) + random.pick([floorRoom(), floorRoom() + "室"])
    case 8: return place + road + random.pick(["甲", "附", ""]) + number + "号"
    case 9: return road + number + "-" + small(20) + "号"
    case 10:
      return place + road + number + "号院" + small(20) + "号楼" + small(5) + "单元" + floorRoom() + "号"
    case 11:
      return estate + random.pick(["一", "二", "三", "五", "十二"]) + random.pick(["号楼", "栋", "幢"])
        + random.pick(["二", "三", "四"]) + "单元" + random.pick(["二〇一", "五〇三", "302"]) + "室"
    case 12: return place + road + number + "号" + small(28) + "楼" + floorRoom()
    case 13:
      return "经济开发区" + road + number + "号"
    case 14:
      return road + number + "号" + random.pick(["师范大学", "职业学院", "第一中学"]) + small(12) + "号宿舍楼"
        + floorRoom()
    default: return place + road + number + "号"
    }
  }

  private mutating func rural(_ county: County) -> String {
    let town = county.townships.first { $0.hasSuffix("镇") || $0.hasSuffix("乡") }
    let village = random.pick(PlaceNames.villages)
    let head = (town ?? random.pick(county.townships)) + village
    switch random.below(6) {
    case 0: return head + small(12) + "组"
    case 1: return head + small(12) + "组" + small(188) + "号"
    case 2: return head + random.pick(["一", "二", "三", "七", "十一"]) + "组"
    case 3: return head + random.pick(["上湾", "下坝", "老屋", "新庄"]) + small(60) + "号"
    case 4: return head + "村民委员会" + small(9) + "队" + small(99) + "号"
    default: return head + small(300) + "号"
    }
  }

  private mutating func rooms() -> String {
    random.pick([
      small(38) + "号楼" + small(4) + "单元" + floorRoom() + "室", small(38) + "栋" + floorRoom(),
      small(38) + "幢" + small(4) + "单元" + floorRoom() + "室", small(38) + "座" + floorRoom() + "房",
      random.letters(1, from: "ABCDE") + "栋" + floorRoom() + "室",
      small(38) + "号楼" + small(30) + "层" + floorRoom(),
    ])
  }

  private mutating func hongKong() -> String {
    random.pick([
      "香港九龍旺角彌敦道\(small(800))號\(random.pick(["旺角中心", "創興廣場"]))\(small(30))樓A室",
      "香港中環皇后大道中\(small(300))號\(small(40))樓",
      "新界沙田大圍道\(small(90))號富豪花園\(small(12))座\(small(30))樓B室",
      "香港九龙观塘区开源道\(small(90))号\(small(30))楼\(small(9))室",
    ])
  }

  private mutating func taiwan() -> String {
    random.pick([
      "臺北市大安區和平東路\(random.pick(["一", "二", "三"]))段\(small(300))號\(small(14))樓之\(small(9))",
      "新北市板橋區文化路\(random.pick(["一", "二"]))段\(small(200))巷\(small(30))弄\(small(40))號\(small(9))樓",
      "台中市西屯區台灣大道三段\(small(900))號", "高雄市前鎮區中華五路\(small(900))號\(small(20))樓",
    ])
  }

  private mutating func estateOnly() -> String {
    random.pick(PlaceNames.estates)
      + random.pick(["", rooms(), "北门", "\(small(30))栋"])
  }

  private mutating func crossing() -> String {
    let county = random.pick(CountyTable.current)
    return county.prefecture + county.name + random.pick(PlaceNames.roads) + "与"
      + random.pick(PlaceNames.roads) + "交叉口" + random.pick(["", "东北角"])
  }

  private mutating func small(_ limit: Int) -> String { String(random.number(1...limit)) }

  private mutating func floorRoom() -> String {
    String(random.number(1...30)) + padded(random.number(1...12), 2)
  }
}
