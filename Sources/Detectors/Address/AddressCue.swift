import Findings

/// The words before an address that tell what it is for.
///
/// Terms of `context_terms.tsv` (收货地址, 住址) are weighed by the finder like those of any type; they
/// only tell the kind here. Verbs (家住, 寄到) stand in no such table and are weighed here.
struct AddressCue: Sendable {
  var evidence: AddressEvidence?
  var kind = Kind.plain

  /// Characters before the address that are searched for a word, its line only.
  private static let reachInCharacters = 14

  private static let verbs: [(word: [UInt32], evidence: AddressEvidence, kind: Kind)] =
    words("家住 我住 住在 居住在 居住于 租住 租住在 租住于 暂住于 现住于 常住于 居于 现住 現住 暂住 暫住 常住 搬到 搬进 搬至 搬去 新家在 老家在 家在 住进")
    .map { ($0, .cueHome, .home) }
    + words("住").map { ($0, .cueStay, .home) }
    + words("寄到 寄往 寄至 寄给 送到 送至 送往 发往 发到 发至 發往 邮寄到 快递到 配送至 配送到 送货到 收货 收件 派送至 送去 送 寄")
    .map { ($0, .cueDelivery, .delivery) }
    + words("位于 位於 坐落于 坐落在 地处 座落于 前往 赶到 来到 到达 开在 设在 设于 迁至 就在 入住")
    .map { ($0, .cuePlace, .plain) }

  private static let labels: [(word: [UInt32], kind: Kind)] =
    words("收货 收貨 收件 送货 送貨 配送 寄送 邮寄 郵寄 快递 派送 取件 delivery shipping consignee receiver shdz sjdz")
    .map { ($0, .delivery) }
    + words(
      """
      家庭 住址 住所 居住 现住 現住 暂住 暫住 常住 户籍 戶籍 户口 戶口 身份证 身份證 家住 住宅 租住 老家 home residence residential \
      living household permanent jtdz jtzz hjdz hkdz hkszd xzz xjzd jzd zz zhuzhi jiating huji hukou
      """
    ).map { ($0, .home) }
    + words("单位 單位 公司 办公 辦公 工作 企业 企業 经营 經營 注册 註冊 上班 学校 學校 work office company employer gzdz dwdz")
    .map { ($0, .work) }

  /// The cue of an address that begins at byte `start`.
  init(before start: Int, in text: Span<UInt8>) {
    // The value of a cell has nothing before it.
    guard start > 0 else { return }
    var before: [UInt32] = []
    var offset = start
    while before.count < Self.reachInCharacters {
      let scalar = PlaceScalar(in: text, before: offset)
      if scalar.length == 0 || scalar.value == 0x0A || scalar.value == PlaceScalar.invalid { break }
      before.append(scalar.value)
      offset -= scalar.length
    }
    let line = Array(before.reversed())
    // Verbs stand directly before the address; 在, blanks and quotes are already outside of it.
    let tail = Array(line.reversed().drop { Self.isPunctuation($0) }.reversed())
    if let verb = Self.verbs.first(where: { tail.ends(with: $0.word) }) {
      evidence = verb.evidence
      kind = verb.kind
    }
    // `，住江北区…`, where a new phrase begins with it; 原住, 入住 say less.
    if evidence == .cueStay, tail.dropLast().last.map({ !Self.isHan($0) }) ?? true {
      evidence = .cueHome
    }
    if kind == .plain { kind = Self.kind(in: line) ?? .plain }
  }

  /// The kind that the name or comment of a column tells.
  static func kind(ofName name: String) -> Kind? {
    kind(in: name.lowercased().unicodeScalars.map(\.value))
  }

  /// The kind of the word that stands last in `line`.
  private static func kind(in line: [UInt32]) -> Kind? {
    var best: (end: Int, kind: Kind)?
    for label in labels {
      guard let end = line.lastEnd(of: label.word) else { continue }
      if best.map({ end > $0.end }) ?? true { best = (end, label.kind) }
    }
    return best?.kind
  }

  private static func isHan(_ scalar: UInt32) -> Bool {
    scalar < 0x10000 && PlaceRoles.of(scalar).contains(.han)
  }

  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x3000, 0x22, 0x27, 0x201C, 0x300C, 0x3010, 0x3A, 0xFF1A: true
    default: false
    }
  }

  private static func words(_ list: String) -> [[UInt32]] {
    list.split { $0 == " " || $0 == "\n" }.map { $0.unicodeScalars.map(\.value) }
      .sorted { $0.count > $1.count }
  }
}

extension [UInt32] {
  fileprivate func ends(with word: [UInt32]) -> Bool {
    count >= word.count && suffix(word.count).elementsEqual(word)
  }

  /// The index after the last occurrence of `word`, or nil.
  fileprivate func lastEnd(of word: [UInt32]) -> Int? {
    var end = count
    while end >= word.count {
      if self[(end - word.count)..<end].elementsEqual(word) { return end }
      end -= 1
    }
    return nil
  }
}
