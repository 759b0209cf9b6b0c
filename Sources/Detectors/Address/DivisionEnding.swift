/// Where the ending of a division's name begins: 市 of 杭州市, 壮族自治区 of 广西壮族自治区.
///
/// The part before it is the form people write (杭州, 广西). Townships have none: without 镇 or
/// 街道 their names are any two characters.
struct DivisionEnding {
  /// Byte offset in the table at which the ending begins; the name's end when it has none.
  let start: Int

  private static let endings = [
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "矿区", "新区", "省", "市", "州",
    "盟", "县", "区", "旗",
  ].map { Array($0.utf8) }

  /// Peoples that stand in names of autonomous divisions, longest first.
  private static let peoples = [
    "维吾尔族", "维吾尔", "哈萨克族", "哈萨克", "柯尔克孜族", "柯尔克孜", "塔吉克族", "塔吉克", "达斡尔族", "鄂温克族",
    "鄂伦春", "蒙古族", "蒙古", "朝鲜族", "土家族", "布依族", "哈尼族", "傈僳族", "拉祜族", "景颇族", "仫佬族", "仡佬族",
    "毛南族", "撒拉族", "东乡族", "保安族", "裕固族", "锡伯族", "普米族", "布朗族", "独龙族", "阿昌族", "德昂族", "高山族",
    "藏族", "回族", "苗族", "彝族", "壮族", "侗族", "瑶族", "白族", "傣族", "黎族", "畲族", "水族", "佤族", "羌族", "土族",
    "怒族", "满族", "京族", "各族",
  ].map { Array($0.utf8) }

  init(of table: Span<UInt8>, _ name: Range<Int>, tier: Division.Tier) {
    var end = name.upperBound
    if tier != .township {
      func ends(with ending: [UInt8], behind shortestInBytes: Int) -> Bool {
        let from = end - ending.count
        guard from >= name.lowerBound + shortestInBytes else { return false }
        for i in ending.indices where table[from + i] != ending[i] { return false }
        return true
      }
      // One character before 市; two before 蒙古, since 内蒙古 keeps its own.
      if let ending = Self.endings.first(where: { ends(with: $0, behind: 3) }) {
        end -= ending.count
        if ending.count == Self.autonomousLength {
          while let people = Self.peoples.first(where: { ends(with: $0, behind: 6) }) {
            end -= people.count
          }
        }
      }
    }
    start = end
  }

  /// Bytes of 自治区, 自治州, 自治县, 自治旗, before which the names of peoples go too.
  private static let autonomousLength = 9
}
