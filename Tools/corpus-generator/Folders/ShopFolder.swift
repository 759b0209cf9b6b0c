/// A shop's database as `pg_dump` writes it: COPY blocks, and one file with `--inserts`.
struct ShopFolder {
  var registry: Registry
  var decoys: Decoys
  let asOf: CalendarDay

  init(seed: UInt64, asOf: CalendarDay) {
    registry = Registry(seed: seed, stream: "shop", asOf: asOf)
    decoys = Decoys(random: SplitMix64(seed: seed, stream: "shop decoys"))
    self.asOf = asOf
  }

  mutating func files() -> [Manuscript] {
    let people = (0..<160).map { $0 % 9 == 4 ? registry.minor() : registry.adult() }
    var shop = Manuscript(path: "shop.sql", surrounding: "sql", asOf: asOf)
    PostgresDump(copies: true).write(
      [customers(people), orders(people), payments(people)], to: &shop)
    var stock = Manuscript(path: "devices.sql", surrounding: "sql", asOf: asOf)
    PostgresDump(copies: false).write([devices(people)], to: &stock)
    return [shop, stock]
  }

  private mutating func time() -> String {
    CalendarDay(
      2026, registry.random.number(1...10), registry.random.number(1...28)
    ).iso + " " + padded(registry.random.below(24), 2) + ":"
      + padded(registry.random.below(60), 2) + ":" + padded(registry.random.below(60), 2)
  }

  private mutating func customers(_ people: [Person]) -> Table {
    var table = Table(
      "customers", "客户",
      columns: [
        Column("id", "bigint", "主键"), Column("nickname", "character varying(64)", "昵称"),
        Column("real_name", "character varying(64)", "真实姓名"),
        Column("id_card", "character varying(18)", "身份证号"), Column("birthday", "date", "生日"),
        Column("mobile", "character varying(32)", "手机号"),
        Column("email", "character varying(128)", "邮箱"),
        Column("points", "integer", "积分"), Column("profile", "jsonb", "扩展信息"),
        Column("registered_at", "timestamp without time zone", "注册时间"),
      ])
    for (number, person) in people.enumerated() {
      let papers = registry.random.below(10)
      table.rows.append([
        .number(decoys.snowflake()), .plain(["小鱼\t儿", "A\\B", "星星", "momo"][number % 4]),
        .plain(person.name), papers < 4 ? .datum(person.residentID) : .null,
        (3...6).contains(papers) ? .datum(person.birthDate(person.birth.iso)) : .null,
        .datum(number % 11 == 3 ? NumberForms.mobile(person.mobile, form: 3) : person.mobile),
        registry.random.chance(70) ? .datum(person.email) : .null,
        .number("\(registry.random.below(90000))"),
        .text("{\"level\": \(number % 5), \"src\": \"a\\\\b\", \"seq\": \"\(decoys.bare(12))\"}"),
        .plain(time()),
      ])
    }
    return table
  }

  private mutating func orders(_ people: [Person]) -> Table {
    var table = Table(
      "orders", "订单",
      columns: [
        Column("id", "bigint"), Column("order_no", "character varying(32)", "订单号"),
        Column("receiver", "character varying(64)", "收货人"),
        Column("receiver_phone", "character varying(32)", "收货人电话"),
        Column("delivery_address", "character varying(255)", "收货地址"),
        Column("amount", "numeric(10,2)", "金额"),
        Column("tracking_no", "character varying(32)", "快递单号"),
        Column("remark", "text", "买家留言"),
        Column("created_at", "timestamp without time zone", "下单时间"),
      ])
    for number in 1...180 {
      let person = registry.random.pick(people)
      table.rows.append([
        .number("\(number)"), .plain(decoys.compactTime() + decoys.bare(4)), .plain(person.name),
        .datum(number % 8 == 1 ? person.landline : person.mobile),
        .datum(person.home.of(.delivery)), .number(decoys.amount()), .text("SF\(decoys.bare(13))"),
        note(number), .plain(time()),
      ])
    }
    return table
  }

  private mutating func note(_ number: Int) -> Cell {
    switch number % 12 {
    case 0: .text("送货前请打电话\(registry.mobile())，谢谢")
    case 3: .text("放门口\n不要\\敲门\t谢谢")
    case 6: .text("发票抬头：个人，流水号\(decoys.bare(16))")
    case 9: .text("")
    default: .null
    }
  }

  private mutating func payments(_ people: [Person]) -> Table {
    var table = Table(
      "payments", "支付记录",
      columns: [
        Column("id", "bigint"), Column("txn_no", "character varying(32)", "交易流水号"),
        Column("channel", "character varying(16)", "支付渠道"),
        Column("card_no", "character varying(32)", "银行卡号"),
        Column("payer", "character varying(64)", "付款人"),
        Column("reserved_mobile", "character varying(32)", "银行预留手机号"),
        Column("amount", "numeric(10,2)", "金额"),
        Column("paid_at", "timestamp without time zone", "支付时间"),
      ])
    for number in 1...120 {
      let person = registry.random.pick(people)
      let byCard = number % 4 != 2
      table.rows.append([
        .number("\(number)"), .plain(decoys.compactTime() + decoys.bare(6)),
        .plain(byCard ? "unionpay" : "wechat"), byCard ? .datum(person.card) : .null,
        .plain(person.name), byCard ? .datum(person.mobile) : .null, .number(decoys.amount()),
        .plain(time()),
      ])
    }
    return table
  }

  private mutating func devices(_ people: [Person]) -> Table {
    var table = Table(
      "devices", "登录设备",
      columns: [
        Column("id", "bigint"), Column("customer_id", "bigint", "客户"),
        Column("brand", "character varying(32)", "品牌"), Column("imei", "character(15)", "设备IMEI"),
        Column("imsi", "character(15)", "SIM卡IMSI"),
        Column("app_version", "character varying(16)", "版本"),
        Column("note", "text", "备注"), Column("last_seen", "bigint", "最后在线(毫秒)"),
      ])
    for number in 1...90 {
      let person = people[number % people.count]
      table.rows.append([
        .number("\(number)"), .number(decoys.snowflake()),
        .plain(["小米", "华为", "OPPO", "荣耀"][number % 4]),
        number % 10 == 9 ? .null : .datum(person.imei),
        number % 3 == 0 ? .null : .datum(person.imsi), .plain(decoys.version()),
        number % 15 == 0 ? .text("it's a\nspare \\ phone") : .null,
        .number(String(1_780_000_000_000 + Int(decoys.random.next() % 9_000_000_000))),
      ])
    }
    return table
  }
}
