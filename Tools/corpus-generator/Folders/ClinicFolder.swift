/// A clinic's database as `mariadb-dump` writes it: patients of all ages, visits with notes.
struct ClinicFolder {
  var registry: Registry
  var decoys: Decoys
  let asOf: CalendarDay

  init(seed: UInt64, asOf: CalendarDay) {
    registry = Registry(seed: seed, stream: "clinic", asOf: asOf)
    decoys = Decoys(random: SplitMix64(seed: seed, stream: "clinic decoys"))
    self.asOf = asOf
  }

  mutating func files() -> [Manuscript] {
    var file = Manuscript(path: "clinic.sql", surrounding: "sql", asOf: asOf)
    MySQLDump(server: .mariadb, database: "clinic").write([patients(), visits()], to: &file)
    return [file]
  }

  private mutating func patients() -> Table {
    var table = Table(
      "patients", "患者",
      columns: [
        Column("id", "int(11)"), Column("card_no", "varchar(32)", "就诊卡号"),
        Column("name", "varchar(32)", "患者姓名"), Column("gender", "varchar(4)", "性别"),
        Column("birth_date", "date", "出生日期"), Column("id_card", "varchar(18)", "身份证号"),
        Column("phone", "varchar(32)", "联系电话"), Column("home_address", "varchar(255)", "家庭住址"),
        Column("guardian_name", "varchar(32)", "监护人姓名"),
        Column("guardian_phone", "varchar(32)", "监护人电话"),
        Column("allergy", "varchar(255)", "过敏史"), Column("created_at", "datetime", "建档时间"),
      ])
    let edges = registry.edges
    for number in 1...170 {
      let isChild = number % 3 == 0
      let newborn = number % 15 == 0
      let person =
        newborn
        ? registry.person(bornOn: asOf.adding(days: -registry.random.number(1...800)))
        : number <= edges.count
          ? registry.person(bornOn: edges[number - 1])
          : isChild ? registry.minor() : registry.adult()
      let papers = registry.random.below(10)
      let guardian = isChild ? registry.guardian() : nil
      table.rows.append([
        .number("\(number)"), .text("M\(decoys.bare(9))"), .plain(person.name), .plain(person.sex),
        papers == 0 ? .null : .datum(person.birthDate(person.birth.iso)),
        newborn || papers == 0 || papers == 5 ? .null : .datum(person.residentID),
        isChild ? .null : .datum(number % 9 == 4 ? person.landline : person.mobile),
        .datum(person.home.of(.home)), guardian.map { .plain($0.name) } ?? .null,
        .optional(guardian?.mobile, subject: 1),
        number % 5 == 0 ? .text("青霉素；\"头孢\"") : .null,
        .text("2026-\(padded(number % 11 + 1, 2))-15 09:12:44"),
      ])
    }
    return table
  }

  private mutating func visits() -> Table {
    var table = Table(
      "visits", "就诊记录",
      columns: [
        Column("id", "int(11)"), Column("patient_id", "int(11)", "患者编号"),
        Column("visit_no", "varchar(32)", "就诊流水号"), Column("department", "varchar(32)", "科室"),
        Column("diagnosis", "varchar(255)", "诊断"), Column("note", "text", "医嘱"),
        Column("fee", "decimal(10,2)", "费用"), Column("visited_at", "datetime", "就诊时间"),
      ])
    for number in 1...150 {
      table.rows.append([
        .number("\(number)"), .number("\(number * 7 % 170 + 1)"), .plain(decoys.compactTime()),
        .plain(["儿科", "内科", "口腔科", "眼科"][number % 4]),
        .plain(["急性上呼吸道感染", "龋齿", "屈光不正", "高血压2级"][number % 4]), note(number),
        .number(decoys.amount()),
        .text("2026-\(padded(number % 10 + 1, 2))-08 10:\(padded(number % 60, 2)):00"),
      ])
    }
    return table
  }

  private mutating func note(_ number: Int) -> Cell {
    switch number % 6 {
    case 0: .text("三天后复诊，来电\(registry.mobile())改约")
    case 1: .text("每次1片，每日3次\n饭后服用；it's fine")
    case 2: .text("检验单号\(decoys.bare(12))，体温37.\(number % 10)")
    case 3: .text("报告寄至\(registry.address().of(.delivery))")
    default: .null
    }
  }
}
