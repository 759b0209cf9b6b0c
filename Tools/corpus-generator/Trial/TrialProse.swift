/// Running text: labelled and unlabelled values among sentences about orders, dates and places.
struct TrialProse {
  /// How values are written and what touches them; the raw value is the surrounding.
  enum Style: String, CaseIterable {
    case prose, glued, separated
    case fullWidth = "full-width"
  }

  var papers: TrialPapers
  var decoys: TrialDecoys
  let asOf: CalendarDay
  let count: Int

  init(seed: UInt64, stream: String, asOf: CalendarDay, count: Int) {
    papers = TrialPapers(seed: seed, stream: stream, asOf: asOf)
    decoys = TrialDecoys(seed: seed, stream: stream, asOf: asOf)
    self.asOf = asOf
    self.count = count
  }

  mutating func file(_ style: Style) -> Manuscript {
    var file = Manuscript(path: "text.txt", surrounding: style.rawValue, asOf: asOf)
    write(style, to: &file)
    return file
  }

  mutating func write(_ style: Style, to file: inout Manuscript) {
    for number in 0..<count {
      for type in DatumType.mission { file.line(line(style, type)) }
      if number % 4 == 0 {
        for type in DatumType.beyond where TrialProse.fits(type, style) {
          file.line(line(style, type))
        }
      }
    }
  }

  /// Whether people write the kind in this way.
  private static func fits(_ type: DatumType, _ style: Style) -> Bool {
    switch style {
    case .prose, .glued: true
    case .fullWidth: [.passport, .studentNumber, .foreignerID, .uscc, .qq, .iccid].contains(type)
    case .separated: false
    }
  }

  private mutating func line(_ style: Style, _ type: DatumType) -> Passage {
    let before = papers.random.chance(50) ? filler() : ""
    let after = papers.random.chance(40) ? filler() : ""
    return "\(before)\(sentence(style, type))\(after)"
  }

  private mutating func sentence(_ style: Style, _ type: DatumType) -> Passage {
    let words = TypeWords.of(type)
    let label = papers.random.pick(words.labels)
    let explainsItself = ![.imei, .imsi].contains(type) && DatumType.mission.contains(type)
    let isBare = style != .fullWidth && explainsItself && papers.random.chance(30)
    let datum = written(papers.datum(type, isBare: isBare), style)
    if isBare { return natural(datum) }
    let named = datum.of(label: label)
    if style == .glued {
      // A label of ASCII letters would run into a value of letters and digits.
      let label = label.utf8.last.map { $0 < 128 } == true ? label + "号" : label
      return papers.random.pick([
        "请核对\(label)\(named)是否有误。", "已将\(label)\(named)登记在册。", "您的\(label)为\(named)的申请已受理。",
        "他报来的\(label)是\(named)请保存。",
      ])
    }
    return papers.random.pick([
      "\(label)：\(named)。", "请核对\(label)：\(named)，如有误请联系我们。", "经查，\(label)是\(named)，予以登记。",
      "本人\(label)为\(named)，情况属实。", "（\(label)：\(named)）", "\(label):\(named)，其余从略。",
      "\(label) \(named)，谢谢",
      "1、\(label)：\(named)；", "【\(label)】\(named)",
    ])
  }

  /// A sentence that tells by its verb what the value is.
  private mutating func natural(_ datum: Datum) -> Passage {
    switch datum.type {
    case .residentID:
      return papers.random.pick([
        "请携带\(datum)的原件前来办理。", "查询\(datum)名下的房产信息，", "旅客\(datum)已完成核验，",
      ])
    case .mobilePhone, .landlinePhone:
      return papers.random.pick([
        "有事打\(datum)找老李。", "请于下班前致电\(datum)确认，", "到了拨\(datum)就行，", "客户回电\(datum)，说货还没到。",
      ])
    case .bankCard:
      return papers.random.pick(["货款请打到\(datum)，收到请回复。", "工资已发放至\(datum)，请查收。"])
    case .address:
      let home = datum.of(.home)
      let delivery = datum.of(.delivery)
      return papers.random.pick([
        "他家住\(home)，离公司很远。", "包裹寄到\(delivery)，别放驿站。", "我们搬到\(datum)了，欢迎来玩。", "事故发生在\(datum)附近，",
      ])
    default:
      return papers.random.pick(["资料发到\(datum)即可。", "来信请寄\(datum)，三天内回复。"])
    }
  }

  private mutating func written(_ datum: Datum, _ style: Style) -> Datum {
    switch style {
    case .prose, .glued: return datum
    case .fullWidth: return datum.type == .address ? datum.fullWidthDigits : datum.fullWidth
    case .separated: return separated(datum)
    }
  }

  private mutating func separated(_ datum: Datum) -> Datum {
    let digits = datum.canonical
    switch datum.type {
    case .mobilePhone:
      if papers.random.chance(8) {
        return datum.written(
          as: [(0, 3), (3, 7), (7, 11)].map {
            NumberForms.slice(digits, $0.0, $0.1)
          }.joined(separator: "."))
      }
      return NumberForms.mobile(datum, form: papers.random.below(9))
    case .landlinePhone:
      return NumberForms.landline(
        datum, form: papers.random.pick([0, 1, 2, 3, 5, 6, 7]), &papers.random)
    case .bankCard: return NumberForms.grouped(datum, form: papers.random.below(2))
    case .residentID: return NumberForms.resident(datum, form: papers.random.below(2))
    case .imei:
      if papers.random.chance(50) { return NumberForms.imei(datum) }
      let parts = [(0, 6), (6, 8), (8, 14), (14, 15)]
      return datum.written(
        as: parts.map { NumberForms.slice(digits, $0.0, $0.1) }.joined(separator: " "))
    case .imsi:
      let mark = papers.random.pick(["-", " "])
      let parts = [(0, 3), (3, 5), (5, 15)]
      return datum.written(
        as: parts.map { NumberForms.slice(digits, $0.0, $0.1) }.joined(separator: mark))
    default: return datum
    }
  }

  private mutating func filler() -> String {
    let number = decoys.plain.random.number(2...400)
    switch decoys.plain.random.below(14) {
    case 0: return "会议定于2026年\(number % 12 + 1)月\(number % 28 + 1)日14:30在三楼会议室召开。"
    case 1: return decoys.clause() + "。"
    case 2: return decoys.labelled() + "。"
    case 3: return "合同金额\(decoys.plain.amount())元，税率6%。"
    case 4: return "他去过北京市朝阳区和浙江省，喜欢那里的街道。"
    case 5: return "地铁\(number % 20 + 1)号线人民广场站今天客流较大。"
    case 6: return "请拨打客服热线400-\(number + 400)-\(number + 4000)或12345咨询。"
    case 7: return "设备固件升级到v\(decoys.plain.version())，重启即可。"
    case 8: return "第\(number)号文件已下发，各单位遵照执行。"
    case 9: return "库存还有\(number)件，货号\(decoys.plain.bare(8))。"
    case 10: return "沿G60高速公路向西\(number)公里出站。"
    case 11: return "坐标误差不超过\(number)毫米，温度\(number % 40).5℃。"
    case 12: return "图书编号978-7-\(number + 100)-\(number + 10000)-\(number % 10)。"
    default: return "大家工作辛苦了，月底前把材料交齐。"
    }
  }
}
