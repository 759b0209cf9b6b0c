import Foundation

/// Streams a file of any size whose counts are known: for speed, memory and sums.
struct BigFile {
  enum Kind: String {
    case log, csv, mysqldump, prose
    case mixedLog = "mixed-log"
  }

  let kind: Kind
  private let population: Population
  private var random: SplitMix64
  private var buffer: ByteBuffer
  private var tallies: [BigTally]
  private var records = 0
  private var persons = 0
  /// Days of birth that were written: the only value that people share.
  private var daysMet: [Bool]

  init(kind: Kind, seed: UInt64, asOf: CalendarDay, file: FileHandle) {
    self.kind = kind
    population = Population(seed: seed, asOf: asOf)
    daysMet = Array(repeating: false, count: population.dayCount)
    random = SplitMix64(seed: seed, stream: "big " + kind.rawValue)
    buffer = ByteBuffer(file: file)
    let isTable = kind == .csv || kind == .mysqldump
    let table: String? = kind == .csv ? "" : isTable ? "members" : nil
    let fields: [(DatumType, String)] = [
      (.birthDate, "birth_date"), (.residentID, "id_card"), (.mobilePhone, "mobile"),
      (.email, "email"), (.address, "home_address"), (.bankCard, "bank_card_no"),
    ]
    tallies = fields.map { type, field in
      BigTally(
        type, table: table, field: isTable ? field : nil,
        knowsAge: isTable || type == .residentID || type == .birthDate)
    }
  }

  /// Writes whole records until `size` bytes are reached.
  mutating func write(bytes size: Int) throws {
    begin()
    while buffer.count < size {
      switch kind {
      case .log: writeLogLine()
      case .mixedLog: writeMixedLine()
      case .csv: writeRow(quote: "", separator: ",")
      case .mysqldump: writeStatement(end: size)
      case .prose: writeSentence()
      }
      try buffer.drain()
    }
    if kind == .mysqldump { buffer.append("UNLOCK TABLES;\n-- Dump completed\n") }
    try buffer.drain(all: true)
  }

  /// The expected counts, one field and type a line.
  func expectation(path: String) -> String {
    tallies.filter { $0.matches > 0 }.map { $0.line(path: path, records: records) }.joined()
  }

  private mutating func begin() {
    switch kind {
    case .csv:
      buffer.append(
        "id,name,gender,birth_date,id_card,mobile,email,home_address,bank_card_no,created_at\n")
    case .mysqldump:
      buffer.append(
        """
        -- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
        /*!50503 SET NAMES utf8mb4 */;
        CREATE TABLE `members` (
          `id` bigint NOT NULL AUTO_INCREMENT,
          `name` varchar(32) DEFAULT NULL COMMENT '姓名',
          `gender` char(1) DEFAULT NULL COMMENT '性别',
          `birth_date` date DEFAULT NULL COMMENT '出生日期',
          `id_card` varchar(18) DEFAULT NULL COMMENT '身份证号',
          `mobile` varchar(20) DEFAULT NULL COMMENT '手机号',
          `email` varchar(64) DEFAULT NULL COMMENT '邮箱',
          `home_address` varchar(255) DEFAULT NULL COMMENT '家庭住址',
          `bank_card_no` varchar(32) DEFAULT NULL COMMENT '银行卡号',
          `created_at` datetime DEFAULT NULL COMMENT '创建时间',
          PRIMARY KEY (`id`)
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='会员';
        LOCK TABLES `members` WRITE;

        """)
    case .log, .mixedLog, .prose: break
    }
  }

  /// The next person: a new one, and every tenth time one who was there before.
  private mutating func nextPerson() -> (number: Int, isNew: Bool) {
    if records % 10 == 9 { return (persons / 2, false) }
    persons += 1
    return (persons - 1, true)
  }

  private mutating func writeRow(quote: StaticString, separator: StaticString) {
    let (person, isNew) = nextPerson()
    records += 1
    let age = population.ageInYears(of: person)
    buffer.append(records)
    buffer.append(separator)
    buffer.append(quote)
    population.writeName(of: person, to: &buffer)
    buffer.append(quote)
    buffer.append(separator)
    buffer.append(quote)
    if population.isFemale(person) { buffer.append("女") } else { buffer.append("男") }
    buffer.append(quote)
    for index in tallies.indices {
      buffer.append(separator)
      buffer.append(quote)
      write(tallies[index].type, of: person)
      buffer.append(quote)
      count(index, person, ageInYears: age, isNew: isNew)
    }
    buffer.append(separator)
    buffer.append(quote)
    buffer.append("2026-0")
    buffer.append(1 + random.below(9))
    buffer.append("-1")
    buffer.append(random.below(10))
    buffer.append(" 10:2")
    buffer.append(random.below(10))
    buffer.append(":00")
    buffer.append(quote)
    if kind == .csv { buffer.append("\n") }
  }

  /// One extended INSERT of about a mebibyte, the client's usual net buffer.
  private mutating func writeStatement(end: Int) {
    let start = buffer.count
    buffer.append("INSERT INTO `members` VALUES (")
    writeRow(quote: "'", separator: ",")
    while buffer.count - start < 1_040_000, buffer.count < end {
      buffer.append("),(")
      writeRow(quote: "'", separator: ",")
    }
    buffer.append(");\n")
  }

  private mutating func write(_ type: DatumType, of person: Int) {
    switch type {
    case .residentID: population.writeResidentID(of: person, to: &buffer)
    case .mobilePhone: population.writeMobile(of: person, to: &buffer)
    case .email: population.writeEmail(of: person, to: &buffer)
    case .address: population.writeAddress(of: person, to: &buffer)
    case .bankCard: population.writeCard(of: person, to: &buffer)
    default: population.writeBirthDate(of: person, to: &buffer)
    }
  }

  /// Writes a value of a new person after a label of the type at `index`, and counts it.
  private mutating func plant(_ index: Int, _ labels: [StaticString]) {
    buffer.append(labels[index])
    write(tallies[index].type, of: persons)
    count(index, persons, ageInYears: population.ageInYears(of: persons), isNew: true)
    persons += 1
  }

  private mutating func count(_ index: Int, _ person: Int, ageInYears: Int, isNew: Bool) {
    guard tallies[index].type == .birthDate else {
      return tallies[index].count(ageInYears: ageInYears, isNew: isNew)
    }
    let day = population.day(of: person)
    tallies[index].count(ageInYears: ageInYears, isNew: !daysMet[day])
    daysMet[day] = true
  }

  private static let logLabels: [StaticString] = [
    "birthday=", "idCard=", "mobile=", "email=", "收货地址=", "bankCard=",
  ]

  private mutating func writeLogLine() {
    records += 1
    buffer.append("2026-11-20 1")
    buffer.append(random.below(10))
    buffer.append(":21:3")
    buffer.append(random.below(10))
    buffer.append(".")
    buffer.append(UInt64(random.below(1000)), width: 3)
    buffer.append(" INFO  [http-nio-8080-exec-")
    buffer.append(random.below(200))
    buffer.append("] com.demo.order.OrderService - traceId=")
    buffer.appendHex(random.next())
    buffer.appendHex(random.next())
    buffer.append(" id=18")
    buffer.append(random.next() % 100_000_000_000_000_000, width: 17)
    buffer.append(" ts=17")
    buffer.append(random.next() % 100_000_000_000, width: 11)
    buffer.append(" cost=0.")
    buffer.append(random.next() % 100_000_000_000, width: 11)
    buffer.append(" seq=9")
    buffer.append(random.next() % 10_000_000_000_000_000_000, width: 19)
    buffer.append("1 ")
    if records % 40 == 0 { plant(records / 40 % 6, BigFile.logLabels) }
    buffer.append(" ok\n")
  }

  private mutating func writeMixedLine() {
    records += 1
    MixedLog.writeLine(&random, to: &buffer)
    if records % 70 == 0 {
      plant(records / 70 % 6, BigFile.logLabels)
      buffer.append("\n")
    }
  }

  private static let proseLabels: [StaticString] = [
    "出生日期：", "身份证号", "联系电话", "邮箱", "他住在", "银行卡号：",
  ]
  private static let sentences: [StaticString] = [
    "会议讨论了下一阶段的工作安排，各部门要按时提交材料。", "今年雨水多，路面湿滑，大家出行要注意安全。",
    "图书馆新到了一批科普读物，欢迎借阅。", "市场上的蔬菜价格比上周略有回落。", "这条街道两旁种满了梧桐树，夏天很凉快。",
    "系统将于周六凌晨维护，预计持续3小时。", "他一路走来，得到了许多人的帮助。", "通知已经发到各单位，请认真贯彻落实。",
    "孩子们在操场上放风筝，笑声传得很远。", "项目一共分为5个阶段，目前进展顺利。",
  ]

  private mutating func writeSentence() {
    records += 1
    for _ in 0..<4 { buffer.append(BigFile.sentences[random.below(10)]) }
    if records % 8 == 0 {
      plant(records / 8 % 6, BigFile.proseLabels)
      buffer.append("。")
    }
    buffer.append("\n")
  }
}
