/// The same short material in the encodings that Chinese files come in.
struct EncodingFolder {
  let seed: UInt64
  let asOf: CalendarDay

  func files() -> [Manuscript] {
    TextEncoding.all.flatMap { encoding in
      encoding.name == "big5"
        ? [traditionalLetter(encoding)] : [letter(encoding), members(encoding)]
    }
  }

  private func manuscript(_ stem: String, _ encoding: TextEncoding) -> Manuscript {
    Manuscript(
      path: "\(stem).\(encoding.name).\(stem == "letter" ? "txt" : "csv")",
      surrounding: "encoding:" + encoding.name, asOf: asOf, encoding: encoding)
  }

  private func letter(_ encoding: TextEncoding) -> Manuscript {
    var registry = Registry(seed: seed, stream: "encoding letter", asOf: asOf)
    var file = manuscript("letter", encoding)
    file.line("关于核对通讯录的通知")
    for _ in 0..<6 {
      let person = registry.adult()
      let child = registry.minor()
      file.line("姓名：\(person.name)，手机：\(person.mobile)，邮箱：\(person.email)。")
      file.line("身份证号码\(person.residentID)，家庭住址：\(person.home.of(.home))。")
      file.line("座机\(person.landline)，卡号：\(person.card.fullWidth)。")
      file.line(
        "学生\(child.name)，出生日期：\(child.birthDate(child.birth.chinese))，住\(child.home.of(.home))。")
      file.line(
        "设备IMEI：\(person.imei)，IMSI：\(person.imsi)；订单号20261120\(padded(registry.random.below(9999), 4))。"
      )
    }
    return file
  }

  private func members(_ encoding: TextEncoding) -> Manuscript {
    var registry = Registry(seed: seed, stream: "encoding members", asOf: asOf)
    var table = Table(
      "", columns: ["姓名", "身份证号", "手机号码", "家庭地址", "银行卡号", "备注"].map { Column($0) })
    for number in 1...15 {
      let person = number % 3 == 0 ? registry.minor() : registry.adult()
      table.rows.append([
        .plain(person.name), .datum(person.residentID), .datum(person.mobile),
        .datum(person.home.of(.home)), number % 4 == 0 ? .null : .datum(person.card),
        .plain(number % 5 == 0 ? "第一行，\n第二行" : ""),
      ])
    }
    var file = manuscript("members", encoding)
    DelimitedText(lineEnding: "\r\n").write(table, to: &file)
    return file
  }

  /// Big5 has traditional characters only, and the people who use it other papers.
  private func traditionalLetter(_ encoding: TextEncoding) -> Manuscript {
    var registry = Registry(seed: seed, stream: "encoding big5", asOf: asOf)
    var file = manuscript("letter", encoding)
    let addresses = [
      "廣東省深圳市南山區科技路18號3棟1202室", "上海市長寧區延安西路728弄12號601室", "北京市朝陽區建國路93號5號樓2單元301室",
      "臺北市大安區和平東路二段96號5樓", "浙江省杭州市西湖區文化路35號", "福建省廈門市思明區中山路210號8棟402室",
    ]
    for text in addresses {
      let person = registry.adult()
      let home = Datum(type: .address, written: text, canonical: text)
      file.line("聯絡人手機：\(person.mobile)，電郵：\(person.email)。")
      file.line("身份證號碼\(person.residentID)，住址：\(home.of(.home))。")
      file.line("銀行卡號\(person.card)，電話：\(person.landline)。")
    }
    return file
  }
}
