/// Words of two characters after which an address may begin, and those that only look like one.
///
/// A preposition is a border only where it is one: 于 in 于洪区 or 从 in 从化 belongs to the name.
enum PlaceCue {
  /// Words whose end is a border (of the two characters, the second stands before the name).
  private static let borders = pairs(
    """
    地址 住址 詳址 详址 位于 位於 坐落 座落 现居 現居 居住 户籍 戶籍 籍贯 籍貫 家住 租住 暂住 暫住 常住 \
    搬进 搬進 住进 住進 走进 走進 途经 經過 经过 沿着 地点 地點 地处 地處 来自 來自 住所 住处 收货 收件 \
    送货 發往 反映 反应 报修 报警 投诉 业主 用户 客户 先生 女士 小姐 同学 老师 师傅 签收 快递 包裹 发货 取件 通知 \
    联系 訂單 订单 电话 新家 老家 路过 抵达 前往 赶往 去往 寄往 进入 离开 搬入 迁入 入住 租下 买下 购买 承租 查封 名下 \
    走访 拜访 备注 还有 以及 另有 包括 其中 例如 比如
    """)

  /// A preposition or particle and the character after it that make one word of a name.
  private static let wordsBegun = pairs(
    """
    于洪 于都 于田 于家 于庄 于集 于桥 于村 于城 于寺 于楼 于河 于里 从化 从江 從化 离石 离宫 离岛 離島 让胡 讓胡 \
    於潜 於潛 至善 至诚 至德 至尊 至和 但家 但店 但渡 把荷 因民 因远 住宅 住建 住总 往流 往洞 住龙 送桥 送庄 寄料
    """)

  /// A preposition or particle and the character before it that make one word of a name.
  private static let wordsEnded = pairs(
    """
    华为 華為 仁让 仁讓 有为 夏至 冬至 单于 自在 大为 无为 無為 存在 图们 圖們 土们 维它 四把 南因 大因 王因
    """)

  /// Whether a name may begin after `second`, the later of two adjacent characters.
  static func isBorder(_ first: PlaceScalar, _ second: PlaceScalar) -> Bool {
    borders.contains(key(first, second))
  }

  /// Whether the preposition or particle between `before` and `after` is part of a name.
  static func isWord(before: PlaceScalar, preposition: PlaceScalar, after: PlaceScalar) -> Bool {
    wordsBegun.contains(key(preposition, after)) || wordsEnded.contains(key(before, preposition))
  }

  private static func key(_ first: PlaceScalar, _ second: PlaceScalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  private static func pairs(_ words: String) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for word in words.split(separator: " ") {
      let scalars = Array(word.unicodeScalars)
      precondition(scalars.count == 2, "A cue has two characters.")
      keys.insert(UInt64(scalars[0].value) << 32 | UInt64(scalars[1].value))
    }
    return keys
  }
}
