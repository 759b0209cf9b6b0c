/// The sentences of the prose folder. One sentence is one record, about one person.
struct ProsePassages {
  var registry: Registry
  var decoys: Decoys
  /// Counts the sentences of a file, so that each is used before one comes again.
  let number: Int

  static let filler = [
    "以上内容请妥善保管，切勿转发到微信群。", "一路走来，感谢大家的支持与理解。", "本周食堂菜单见附件第3页，共12道菜。",
    "路由器请接在2号口，重启后等待30秒。", "会议定于2026年12月3日14:30在三楼会议室召开。",
  ]

  private mutating func form(_ datum: Datum) -> Datum {
    NumberForms.inProse(datum, &registry.random)
  }

  static func letter(_ w: inout ProsePassages) -> Passage {
    let child = w.registry.minor()
    let adult = w.registry.adult()
    switch w.number % 10 {
    case 0: return "\(child.name)同学的身份证号为\(child.residentID)，家住\(child.home.of(.home))，请班主任核对。"
    case 1: return "请各位家长于周五前把回执交到教务处，联系电话\(w.form(adult.landline))。"
    case 2: return "班主任\(adult.name)老师的手机是\(w.form(adult.mobile))，邮箱\(adult.email)，欢迎联系。"
    case 3:
      return
        "学生\(child.name)，出生日期：\(child.birthDate(child.birth.chinese))，家庭住址：\(child.home.of(.home))。"
    case 4: return "接送人\(adult.name)（电话\(adult.mobile)）每天17:30到校门口。"
    case 5: return "转学证明请寄到\(adult.home.of(.delivery))，收件人\(adult.name)收。"
    case 6:
      return
        "学籍核对：\(child.name)，\(child.sex)，\(w.form(child.residentID))，出生日期\(child.birthDate(child.birth.iso))。"
    case 7: return "缴费请转账到\(adult.name)的账户，卡号\(w.form(adult.card))，并备注班级与学号2023\(w.decoys.bare(4))。"
    case 8: return "校车费收据编号\(w.decoys.bare(12))，金额\(w.decoys.amount())元，请妥善保存。"
    default: return "如有疑问，请拨打客服热线400-\(w.decoys.bare(3))-\(w.decoys.bare(4))或12345。"
    }
  }

  static func notice(_ w: inout ProsePassages) -> Passage {
    let adult = w.registry.adult()
    let other = w.registry.adult()
    switch w.number % 11 {
    case 0: return "一、报名请联系\(adult.name)，电话：\(w.form(adult.mobile))；座机：\(w.form(adult.landline))。"
    case 1: return "二、中奖名单：\(adult.name)，身份证\(adult.residentID)；请本人携带证件领取。"
    case 2: return "三、公司地址：\(adult.home.of(.work))，乘坐地铁2号线可到。"
    case 3: return "四、退款将原路退回银行卡\(w.form(adult.card))，3至5个工作日到账。"
    case 4: return "五、失主\(adult.name)请速与\(other.email)联系，或致电\(w.form(other.landline))。"
    case 5: return "六、收货地址：\(adult.home.of(.delivery))，\(adult.name)，\(w.form(adult.mobile))"
    case 6:
      return "七、本通知文号〔2026〕第\(w.decoys.bare(3))号，批次号：\(w.decoys.bare(14))，版本V\(w.decoys.version())。"
    case 7:
      return "八、港澳台居民\(adult.name)，居住证号码\(w.registry.residencePermit(bornOn: adult.birth))，已核验。"
    case 8:
      return
        "九、老证换新：原15位身份证号\(w.registry.shortResidentID(bornOn: oldBirth(adult)))请尽快更换。"
    case 9: return "十、设备串号(IMEI)：\(w.form(adult.imei))，SIM卡IMSI：\(adult.imsi)，请勿外传。"
    default: return "十一、他曾到过\(adult.county.province)出差，对那里的公路、街道和小区印象很深。"
    }
  }

  static func chat(_ w: inout ProsePassages) -> Passage {
    let adult = w.registry.adult()
    switch w.number % 15 {
    case 0: return "加我电话\(adult.mobile)或者微信同号"
    case 1: return "我手机\(adult.mobile)你记一下"
    case 2: return "发我邮箱\(adult.email)吧谢谢"
    case 3: return "打到这张卡\(w.form(adult.card))就行"
    case 4: return "地址发你了：\(adult.home) 放门卫"
    case 5: return "\(adult.name) \(adult.mobile) \(adult.home)"
    case 6: return "\(adult.home) \(adult.name)收 \(w.form(adult.mobile))"
    case 7: return "身份证\(adult.residentID)帮我买一下票"
    case 8: return "家里座机\(w.form(adult.landline))没人接就打手机\(w.form(adult.mobile))"
    case 9: return "快递单号\(w.decoys.bare(15))，你查一下到哪了"
    case 10: return "订单号\(w.decoys.bare(18))，付了\(w.decoys.amount())元"
    case 11: return "验证码\(w.decoys.bare(6))，别告诉别人"
    case 12: return "群号\(w.decoys.bare(9))，进群改备注"
    case 13: return "手机丢了，串号是\(adult.imei)，能定位吗"
    default: return "房间号0\(w.decoys.bare(3))，3号楼下见"
    }
  }

  static func mail(_ w: inout ProsePassages) -> Passage {
    let adult = w.registry.adult()
    let other = w.registry.adult()
    switch w.number % 10 {
    case 0: return "发件人: \(adult.name) <\(adult.email)>"
    case 1: return "收件人: \(adult.email); \(other.email)"
    case 2: return "Message-ID: \(w.decoys.uuid()) (\(w.decoys.epoch()))"
    case 3: return "您好，我是\(adult.name)，办公电话\(w.form(adult.landline))，手机\(w.form(adult.mobile))。"
    case 4: return "附件为合同扫描件，乙方身份证号码：\(w.form(adult.residentID))。"
    case 5: return "寄件地址：\(adult.home)。"
    case 6: return "单位地址：\(adult.home.of(.work))，邮编\(w.decoys.bare(6))。"
    case 7: return "开户行：中国银行；账号：\(w.form(adult.card))；户名：\(adult.name)。"
    case 8:
      return
        "Tel: \(w.form(adult.landline))  Mobile: \(w.form(adult.mobile))  E-mail: \(adult.email)"
    default: return "合同编号HT-\(w.decoys.compactTime())，金额￥\(w.decoys.amount())。"
    }
  }

  static func addresses(_ w: inout ProsePassages) -> Passage {
    let adult = w.registry.adult()
    let home = adult.home
    switch w.number % 12 {
    case 0: return "家庭住址：\(home.of(.home))"
    case 1: return "收货地址:\(home.of(.delivery))"
    case 2: return "办公地址：\(home.of(.work))"
    case 3: return "他家住在\(home.of(.home))，已经十年了。"
    case 4: return "请把材料寄到\(home.of(.delivery))，谢谢！"
    case 5: return "现住址：\(home.of(.home))；联系电话：\(adult.mobile)"
    case 6: return "户籍地址：\(home.of(.home))。"
    case 7: return "事故发生在\(home)门口，无人受伤。"
    case 8: return "地址：\(spaced(home, adult.county))"
    case 9: return "家庭住址：\(home.of(.home).fullWidth)"
    case 10: return "店铺位于\(home)，营业到22:00。"
    default: return "收件人：\(adult.name)，\(home.of(.delivery))"
    }
  }

  static func numbers(_ w: inout ProsePassages) -> Passage {
    let adult = w.registry.adult()
    let index = w.number / 12
    switch w.number % 12 {
    case 0: return "电话\(NumberForms.mobile(adult.mobile, form: index))请惠存"
    case 1: return "联系电话：\(NumberForms.mobile(adult.mobile, form: index))。"
    case 2: return "手机：\(adult.mobile.fullWidth)"
    case 3: return "电话：\(NumberForms.landline(adult.landline, form: index % 9, &w.registry.random))"
    case 4:
      return "办公室\(NumberForms.landline(adult.landline, form: index % 9, &w.registry.random))找小陈"
    case 5: return "银行卡号：\(NumberForms.grouped(adult.card, form: index % 3))"
    case 6: return "卡号\(adult.card)，户名\(adult.name)"
    case 7: return "身份证号：\(NumberForms.resident(adult.residentID, form: index % 4))"
    case 8: return "身份证号码\(adult.residentID)有效期长期"
    case 9: return "公民身份号码 \(NumberForms.resident(adult.residentID, form: 3))"
    case 10: return "编号：\(w.decoys.any())，状态正常"
    default: return "参考值\(w.decoys.decimal())，批号\(w.decoys.bare(10))"
    }
  }

  static func papers(_ w: inout ProsePassages) -> Passage {
    let adult = w.registry.adult()
    let child = w.registry.minor()
    switch w.number % 10 {
    case 0: return "| \(child.name) | \(child.residentID) | \(child.home.of(.plain)) |"
    case 1: return "- 出生日期：\(child.birthDate(child.birth.iso))，身份证：\(child.residentID)"
    case 2: return "- 出生日期: \(adult.birthDate(adult.birth.dotted))，手机号 \(adult.mobile)"
    case 3:
      return "- 旧身份证号：\(w.registry.shortResidentID(bornOn: oldBirth(adult)))"
    case 4: return "- 台湾居民居住证：\(w.registry.residencePermit(bornOn: adult.birth))"
    case 5: return "- 外国人永久居留身份证：911124198108030024（样本）"
    case 6: return "- IMEI：\(adult.imei)　IMSI：\(adult.imsi)"
    case 7: return "- 发票号码：\(w.decoys.bare(20))，校验码：\(w.decoys.bare(20))"
    case 8: return "- 统计：\(w.decoys.coordinates())，ISBN \(w.decoys.ean())"
    default: return "- 邮箱：\(adult.email)；电话：\(adult.landline)"
    }
  }

  /// The same address with a blank between its upper parts.
  private static func spaced(_ datum: Datum, _ county: County) -> Datum {
    guard let range = datum.written.firstRange(of: county.name) else { return datum }
    var text = datum.written
    text.insert(" ", at: range.upperBound)
    return datum.written(as: text)
  }

  /// A birth of the twentieth century, when numbers had fifteen digits.
  private static func oldBirth(_ person: Person) -> CalendarDay {
    CalendarDay(min(person.birth.year, 1990), person.birth.month, min(person.birth.day, 28))
  }
}
