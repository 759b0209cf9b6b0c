/// Small broken inputs in which the sound part must still be found.
struct HostileFolder {
  var registry: Registry
  var decoys: Decoys
  let asOf: CalendarDay

  init(seed: UInt64, asOf: CalendarDay) {
    registry = Registry(seed: seed, stream: "hostile", asOf: asOf)
    decoys = Decoys(random: SplitMix64(seed: seed, stream: "hostile decoys"))
    self.asOf = asOf
  }

  mutating func files() -> [Manuscript] {
    [
      cutInsert(), ragged(), nuls(), invalidUTF8(), unterminatedQuote(), deepNesting(), longLine(),
      Manuscript(path: "empty.txt", surrounding: "prose", asOf: asOf), carriageReturns(),
      noLastBreak(), numberInName(),
    ]
  }

  private func start(_ path: String, _ surrounding: String) -> Manuscript {
    Manuscript(path: path, surrounding: surrounding, asOf: asOf)
  }

  /// A dump that ends in the middle of a statement, inside a string.
  private mutating func cutInsert() -> Manuscript {
    var file = start("cut-insert.sql", "sql")
    file.write("CREATE TABLE `users` (\n  `id` int NOT NULL,\n  `name` varchar(32),\n")
    file.write(
      "  `mobile` varchar(20) COMMENT '手机号'\n) ENGINE=InnoDB;\nINSERT INTO `users` VALUES ")
    file.beginTable("users", columns: ["id", "name", "mobile"])
    for number in 1...4 {
      let person = registry.adult()
      file.beginRecord()
      file.write("(\(number),'\(person.name)','")
      file.beginField("mobile", isPresent: true)
      file.plant(Passage(person.mobile))
      file.write("'),")
      file.endRecord()
    }
    file.write("(5,'王")
    return file
  }

  /// Rows with too few and too many fields.
  private mutating func ragged() -> Manuscript {
    var file = start("ragged.csv", "csv")
    file.write("姓名,手机号,邮箱\n")
    file.beginTable("", columns: ["姓名", "手机号", "邮箱", "#4", "#5"])
    for number in 1...9 {
      let person = registry.adult()
      file.beginRecord()
      file.write(person.name)
      file.write(",")
      file.beginField("手机号", isPresent: true)
      file.plant(Passage(person.mobile))
      if number % 3 != 0 {
        file.write(",")
        file.beginField("邮箱", isPresent: true)
        file.plant(Passage(person.email))
      }
      if number % 3 == 1 { file.write(",多出来,\"一列\"") }
      file.endRecord()
      file.write(number % 4 == 0 ? "\n\n" : "\n")
    }
    return file
  }

  private mutating func nuls() -> Manuscript {
    var file = start("nul.txt", "prose")
    for _ in 0..<6 {
      let person = registry.adult()
      file.line("联系电话：\(person.mobile)\0\0邮箱：\(person.email)\0")
    }
    return file
  }

  private mutating func invalidUTF8() -> Manuscript {
    var file = start("invalid-utf8.txt", "prose")
    for number in 0..<8 {
      let person = registry.adult()
      file.line("第\(number)行，这里的文字大体完好，只有个别字节坏了。")
      file.write(raw: [[0xff], [0xe4, 0xb8], [0xc3, 0x28], [0xf0, 0x9f, 0x98]][number % 4])
      file.line("手机号：\(person.mobile)，身份证号：\(person.residentID)。")
    }
    return file
  }

  private mutating func unterminatedQuote() -> Manuscript {
    var file = start("unterminated-quote.csv", "csv")
    file.write("id,name,mobile\n1,\"没有收尾的引号,")
    for number in 1...4 {
      let person = registry.adult()
      file.line("\(person.mobile)\n\(number + 1),\(person.name),")
    }
    return file
  }

  private mutating func deepNesting() -> Manuscript {
    let person = registry.adult()
    var file = start("deep.json", "json")
    let depth = 2_000
    file.write(String(repeating: "{\"a\":[", count: depth))
    file.line("{\"mobile\":\"\(person.mobile)\",\"email\":\"\(person.email)\"}", ending: "")
    file.write(String(repeating: "]}", count: depth) + "\n")
    return file
  }

  /// One line of about 150 KB with values at its start, in its middle and at its end.
  private mutating func longLine() -> Manuscript {
    var file = start("long-line.txt", "prose")
    let person = registry.adult()
    file.plant("手机号：\(person.mobile)；")
    for part in 0..<3 {
      var filling = ""
      while filling.utf8.count < 50_000 { filling += "说明文字，无需处理；v\(decoys.version())；" }
      file.write(filling)
      let other = registry.adult()
      if part < 2 { file.plant("邮箱：\(other.email)；手机：\(other.mobile)；") }
    }
    file.line("银行卡号：\(person.card)")
    return file
  }

  /// Line ends of old Macintoshes.
  private mutating func carriageReturns() -> Manuscript {
    var file = start("cr-only.txt", "prose")
    for _ in 0..<5 {
      let person = registry.adult()
      file.line("身份证号：\(person.residentID)，电话：\(person.mobile)", ending: "\r")
    }
    return file
  }

  private mutating func noLastBreak() -> Manuscript {
    let person = registry.adult()
    var file = start("no-last-break.txt", "prose")
    file.line("手机号：\(person.mobile)", ending: "")
    return file
  }

  private mutating func numberInName() -> Manuscript {
    let mobile = registry.mobile()
    var file = start("客户回访-\(mobile.written).txt", "path")
    file.write("客户表示满意，无需再次联系。\n")
    file.plantInName(mobile)
    return file
  }
}
