/// Traditional forms of the characters in names of divisions, and places that the tables lack.
enum PlaceScript {
  /// Pairs of a traditional and a simplified character, for names of provinces, cities and counties
  /// of some weight and for the endings.
  private static let pairs = """
    區区 縣县 鎮镇 鄉乡 號号 樓楼 棟栋 廣广 東东 龍龙 灣湾 雲云 貴贵 陝陕 寧宁 遼辽 蘇苏 門门 漢汉 長长 慶庆 濟济 鄭郑 \
    瀋沈 爾尔 黃黄 華华 無无 圳圳 廈厦 連连 陽阳 順顺 義义 豐丰 門门 麗丽 鐵铁 錦锦 營营 溫温 紹绍 興兴 臺台 衢衢 馬马 \
    蕪芜 銅铜 淮淮 滬沪 贛赣 魯鲁 煙烟 濰潍 萊莱 開开 陳陈 嶽岳 婁娄 張张 蘭兰 銀银 烏乌 齊齐 魚鱼 島岛 鄰邻 澤泽 嶺岭 \
    見见 岡冈 雞鸡 鳳凤 莊庄 園园 場场 裡里 裏里 徑径 邊边 兩两 諸诸 倉仓 賓宾 滄沧 儀仪 壽寿 農农 線线 橋桥 聯联 衛卫 \
    吳吴 滿满 漁渔 鹽盐 鎮镇 嘉嘉 羅罗 瓊琼 欽钦 賀贺 遂遂 內内 騰腾 寶宝 龍龙 崗岗 鹽盐 觀观 閘闸 靜静 楊杨 徐徐 虹虹 \
    浦浦 浙浙 澳澳 葉叶 氹氹 環环 離离 荃荃 學学 業业 國国 會会 廠厂 戶户 層层 單单 條条
    """

  private static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 1 << 16)
    for value in table.indices { table[value] = UInt16(value) }
    for pair in pairs.split(separator: " ") {
      let scalars = Array(pair.unicodeScalars)
      table[Int(scalars[0].value)] = UInt16(scalars[1].value)
    }
    return table
  }()

  /// The simplified form of a character, or the character itself.
  @inline(__always)
  static func simplified(_ scalar: UInt32) -> UInt32 {
    scalar < 0x10000 ? UInt32(table[Int(scalar)]) : scalar
  }

  /// Divisions of Taiwan (71), Hong Kong (81) and Macao (82), which GB/T 2260 gives no codes below
  /// the first level: the counties and cities of Taiwan as of 2014, the eighteen districts of
  /// Hong Kong with its three areas, the parishes of Macao. Simplified; look-ups fold the script.
  static let placesOutsideTheTables: [(codePrefix: UInt32, names: String)] = [
    (
      71,
      """
      台北市 新北市 桃园市 台中市 台南市 高雄市 基隆市 新竹市 嘉义市 新竹县 苗栗县 彰化县 南投县 云林县 嘉义县 屏东县 宜兰县 \
      花莲县 台东县 澎湖县 金门县 连江县
      """
    ),
    (
      81,
      """
      中西区 湾仔区 东区 南区 油尖旺区 深水埗区 九龙城区 黄大仙区 观塘区 荃湾区 屯门区 元朗区 北区 大埔区 沙田区 西贡区 葵青区 \
      离岛区 香港岛 九龙 新界
      """
    ),
    (82, "花地玛堂区 圣安多尼堂区 大堂区 望德堂区 风顺堂区 嘉模堂区 圣方济各堂区 氹仔 路环 澳门半岛"),
  ]
}
