/// Delimited text: headers in Chinese, English, pinyin or none, four delimiters, quoted breaks.
struct TableFolder {
  var registry: Registry
  var decoys: Decoys
  let asOf: CalendarDay

  init(seed: UInt64, asOf: CalendarDay) {
    registry = Registry(seed: seed, stream: "csv", asOf: asOf)
    decoys = Decoys(random: SplitMix64(seed: seed, stream: "csv decoys"))
    self.asOf = asOf
  }

  mutating func files() -> [Manuscript] {
    [
      file("members.csv", members(), DelimitedText(lineEnding: "\r\n")),
      file("orders.csv", orders(), DelimitedText(delimiter: ";")),
      file("hr.tsv", staff(), DelimitedText(delimiter: "\t")),
      file("noheader.csv", bare(), DelimitedText(hasHeader: false)),
      file("devices.csv", devices(), DelimitedText(delimiter: "|")),
      file("tickets.csv", tickets(), DelimitedText()),
      file("stock.csv", stock(), DelimitedText()),
    ]
  }

  private func file(_ path: String, _ table: Table, _ dialect: DelimitedText) -> Manuscript {
    var file = Manuscript(path: path, surrounding: "csv", asOf: asOf)
    dialect.write(table, to: &file)
    return file
  }

  private func columns(_ names: String) -> [Column] {
    names.split(separator: " ").map { Column(String($0)) }
  }

  private mutating func members() -> Table {
    var table = Table("", columns: columns("会员编号 姓名 性别 出生日期 身份证号 手机号 电子邮箱 家庭住址 积分 注册时间"))
    for number in 1...90 {
      let person = number % 4 == 0 ? registry.minor() : registry.adult()
      let papers = registry.random.below(8)
      table.rows.append([
        .text("VIP\(padded(number, 6))"), .plain(person.name), .plain(person.sex),
        papers == 0 ? .null : .datum(person.birthDate(person.birth.slashed)),
        papers < 2 ? .null : .datum(person.residentID), .datum(person.mobile),
        papers == 5 ? .null : .datum(person.email), .datum(person.home.of(.home)),
        .number("\(registry.random.below(9000))"),
        .text("2025-03-\(padded(number % 28 + 1, 2)) 12:00:09"),
      ])
    }
    return table
  }

  private mutating func orders() -> Table {
    var table = Table(
      "",
      columns: columns(
        "order_no created_at receiver mobile shipping_address amount sku ean tracking_no version"))
    for number in 1...90 {
      let person = registry.adult()
      table.rows.append([
        .plain(decoys.compactTime()), .text("2026-10-\(padded(number % 28 + 1, 2))T08:15:30"),
        .plain(person.name),
        .datum(number % 9 == 0 ? NumberForms.mobile(person.mobile, form: 0) : person.mobile),
        .datum(person.home.of(.delivery)), .number(decoys.amount()), .text("SKU-\(decoys.bare(8))"),
        .plain(decoys.ean()), .plain(decoys.bare(15)), .plain(decoys.version()),
      ])
    }
    return table
  }

  private mutating func staff() -> Table {
    var table = Table("", columns: columns("gh xm xb csrq sfzh sjh bgdh yhkh jtzz dwdz rzrq"))
    for number in 1...70 {
      let person = registry.adult()
      table.rows.append([
        .plain(padded(number, 4)), .plain(person.name), .plain(person.sex),
        .datum(person.birthDate(person.birth.compact)), .datum(person.residentID),
        .datum(person.mobile), number % 5 == 0 ? .null : .datum(person.landline),
        .datum(person.card), .datum(person.home.of(.home)),
        number % 4 == 0 ? .null : .datum(registry.address().of(.work)), .text("2019-07-01"),
      ])
    }
    return table
  }

  private mutating func bare() -> Table {
    var table = Table("", columns: columns("a b c d e f"))
    for _ in 1...60 {
      let person = registry.adult()
      table.rows.append([
        .plain(person.name), .datum(person.residentID), .datum(person.mobile), .datum(person.email),
        .datum(person.home), .plain(decoys.snowflake()),
      ])
    }
    return table
  }

  private mutating func devices() -> Table {
    var table = Table(
      "", columns: columns("device_name imei imsi owner_mobile fw_version last_seen checksum"))
    for _ in 1...60 {
      let person = registry.adult()
      table.rows.append([
        .text("POS-\(decoys.bare(6))"), .datum(person.imei), .datum(person.imsi),
        .datum(person.mobile), .plain(decoys.version()), .plain(decoys.epoch()),
        .plain(decoys.random.hex(32)),
      ])
    }
    return table
  }

  private mutating func tickets() -> Table {
    var table = Table("", columns: columns("ticket_id customer note contact_address closed_at"))
    for number in 1...50 {
      let person = registry.adult()
      let note: Passage =
        switch number % 4 {
        case 0: "客户说：\"请打\(person.mobile)\"\n已回电"
        case 1: "退款到卡号\(person.card)，\n3天内"
        case 2: "单号\(decoys.bare(14)),\n无需回访"
        default: "邮件发至\(person.email)"
        }
      table.rows.append([
        .text("#\(number)"), .plain(person.name), .text(note), .datum(person.home),
        .text("2026-11-02"),
      ])
    }
    return table
  }

  /// Nothing personal in any column.
  private mutating func stock() -> Table {
    var table = Table(
      "",
      columns: columns(
        "batch_no sku ean13 price weight lot_time trace_id revision supplier_code position"))
    for _ in 1...80 {
      table.rows.append([
        .plain(decoys.bare(12)), .plain(decoys.bare(9)), .plain(decoys.ean()),
        .number(decoys.amount()),
        .number(decoys.decimal()), .plain(decoys.compactTime()), .plain(decoys.bare(18)),
        .plain(decoys.version()), .plain(decoys.bare(16)), .plain(decoys.coordinates()),
      ])
    }
    return table
  }
}
