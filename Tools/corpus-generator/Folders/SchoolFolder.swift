/// A school's database as `mysqldump` writes it.
///
/// Pupils known by number or birth date only, guardians with and without papers.
struct SchoolFolder {
  var registry: Registry
  var decoys: Decoys
  let asOf: CalendarDay

  init(seed: UInt64, asOf: CalendarDay) {
    registry = Registry(seed: seed, stream: "school", asOf: asOf)
    decoys = Decoys(random: SplitMix64(seed: seed, stream: "school decoys"))
    self.asOf = asOf
  }

  mutating func files() -> [Manuscript] {
    var guardians = SchoolFolder.guardians
    var students = SchoolFolder.students
    for number in 1...220 { addPupil(number, to: &students, guardiansTo: &guardians) }
    var school = Manuscript(path: "school.sql", surrounding: "sql", asOf: asOf)
    MySQLDump(server: .mysql, database: "school").write(
      [classes(), guardians, students], to: &school)
    var staff = Manuscript(path: "teachers.sql", surrounding: "sql", asOf: asOf)
    MySQLDump(server: .mysql, database: "school", namesColumns: true).write(
      [teachers()], to: &staff)
    return [school, staff]
  }

  private mutating func addPupil(
    _ number: Int, to students: inout Table, guardiansTo guardians: inout Table
  ) {
    let edges = registry.edges
    let pupil =
      number <= edges.count
      ? registry.person(bornOn: edges[number - 1]) : registry.minor()
    let guardian = number % 7 == 3 ? nil : registry.guardian()
    let papers = number <= edges.count ? 0 : registry.random.below(20)
    var idCard: Datum? = papers < 15 ? pupil.residentID : nil
    if papers == 14 { idCard = registry.residencePermit(bornOn: pupil.birth) }
    let birthDate = papers < 12 || (15...18).contains(papers)
    let guardianPaper = guardian.flatMap { registry.random.chance(45) ? $0.residentID : nil }
    students.rows.append([
      .number("\(number)"), .text("20230\(padded(1000 + number, 4))"), .plain(pupil.name),
      .plain(pupil.sex),
      birthDate ? .datum(pupil.birthDate(pupil.birth.iso)) : .null,
      .optional(idCard.map { NumberForms.resident($0, form: number % 5 == 0 ? 3 : 4) }),
      .plain(registry.random.pick(["汉族", "汉族", "汉族", "回族", "壮族", "苗族"])),
      .datum(pupil.home.of(.home)), .number("\(number % 12 + 1)"), .text("2023-09-01"),
      guardian.map { .plain($0.name) } ?? .null, guardian == nil ? .null : .text("母亲"),
      .optional(guardian?.mobile, subject: 1), .optional(guardianPaper, subject: 1), remark(number),
    ])
    guard let guardian else { return }
    let known = registry.random.chance(70)
    guardians.rows.append([
      .number("\(guardians.rows.count + 1)"), .number("\(number)"), .plain(guardian.name),
      .plain(registry.random.pick(["父亲", "母亲", "祖母", "外祖父"])),
      known ? .datum(guardian.residentID) : .null, .datum(guardian.mobile),
      registry.random.chance(60) ? .datum(guardian.email) : .null,
      registry.random.chance(70) ? .datum(guardian.home.of(.work)) : .null,
    ])
    // Brothers and sisters: the same guardian stands beside a second child.
    guard registry.random.chance(12), let last = guardians.rows.last else { return }
    guardians.rows.append(
      [.number("\(guardians.rows.count + 1)"), .number("\(number + 1)")]
        + last.dropFirst(2))
  }

  private mutating func remark(_ number: Int) -> Cell {
    switch number % 9 {
    case 0: .text("走读生，\"校车\"3号线\n下车点：东门")
    case 1: .text("档案号\(decoys.bare(12))；it's ok\\完成")
    case 2: .text("")
    default: .null
    }
  }

  private func classes() -> Table {
    var table = Table(
      "classes", "班级",
      columns: [
        Column("id", "int"), Column("grade", "varchar(16)", "年级"),
        Column("class_name", "varchar(32)", "班级名称"), Column("room", "varchar(16)", "教室"),
        Column("created_at", "datetime", "创建时间"),
      ])
    for number in 1...12 {
      table.rows.append([
        .number("\(number)"), .text("\((number + 1) / 2)年级"),
        .text("\((number + 1) / 2)（\(number % 2 + 1)）班"),
        .text("\(number % 4 + 1)0\(number)"), .text("2023-08-\(padded(number + 10, 2)) 08:30:00"),
      ])
    }
    return table
  }

  private mutating func teachers() -> Table {
    var table = SchoolFolder.teachers
    for number in 1...36 {
      let person = registry.adult()
      table.rows.append([
        .number("\(number)"), .text("T\(padded(number, 5))"), .plain(person.name),
        .plain(person.sex),
        number % 6 == 5 ? .null : .datum(person.residentID), .datum(person.mobile),
        number % 3 == 0 ? .null : .datum(person.landline), .datum(person.email),
        .datum(person.home.of(.home)), .datum(person.card),
        .text("20\(padded(number % 26, 2))-08-25"), .number(decoys.amount()),
      ])
    }
    return table
  }

  private static let teachers = Table(
    "teachers", "教师",
    columns: [
      Column("id", "int"), Column("staff_no", "varchar(16)", "工号"),
      Column("name", "varchar(32)", "姓名"), Column("gender", "char(1)", "性别"),
      Column("id_card", "varchar(18)", "身份证号"), Column("mobile", "varchar(20)", "手机号码"),
      Column("office_phone", "varchar(20)", "办公电话"), Column("email", "varchar(64)", "电子邮箱"),
      Column("home_address", "varchar(255)", "家庭住址"),
      Column("salary_card", "varchar(32)", "工资卡号"), Column("hired_on", "date", "入职日期"),
      Column("bonus", "decimal(10,2)", "绩效"),
    ])

  private static let guardians = Table(
    "guardians", "监护人",
    columns: [
      Column("id", "int"), Column("student_id", "int", "学生编号"),
      Column("name", "varchar(32)", "姓名"), Column("relation", "varchar(8)", "与学生关系"),
      Column("id_card", "varchar(18)", "身份证号码"), Column("phone", "varchar(20)", "联系电话"),
      Column("email", "varchar(64)", "邮箱"), Column("work_address", "varchar(255)", "单位地址"),
    ])

  private static let students = Table(
    "students", "学生信息",
    columns: [
      Column("id", "int"), Column("student_no", "varchar(16)", "学号"),
      Column("name", "varchar(32)", "姓名"), Column("gender", "char(1)", "性别"),
      Column("birth_date", "date", "出生日期"), Column("id_card", "varchar(18)", "身份证号"),
      Column("ethnic", "varchar(16)", "民族"), Column("home_address", "varchar(255)", "家庭住址"),
      Column("class_id", "int", "班级"), Column("enrolled_on", "date", "入学日期"),
      Column("guardian_name", "varchar(32)", "监护人姓名"),
      Column("guardian_relation", "varchar(8)", "与监护人关系"),
      Column("guardian_phone", "varchar(20)", "监护人电话"),
      Column("guardian_id_card", "varchar(18)", "监护人身份证号"), Column("remark", "text", "备注"),
    ])
}
