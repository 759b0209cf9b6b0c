/// Logs of many shapes, each line with several decoys; every fourth or so with personal data.
struct TrialLogs {
  var papers: TrialPapers
  var decoys: TrialDecoys
  let asOf: CalendarDay
  /// Personal values of each kind that are planted in all files together.
  let count: Int

  init(seed: UInt64, asOf: CalendarDay, count: Int) {
    papers = TrialPapers(seed: seed, stream: "logs", asOf: asOf)
    decoys = TrialDecoys(seed: seed, stream: "logs", asOf: asOf)
    self.asOf = asOf
    self.count = count
  }

  private enum Shape: String, CaseIterable {
    case logfmt = "gateway.log"
    case json = "events.jsonl"
    case access = "access.log"
    case java = "app.log"
    case python = "worker.log"
    case go = "server.log"
    case message = "notice.log"
  }

  mutating func files() -> [Manuscript] {
    Shape.allCases.map { shape in
      var file = Manuscript(path: shape.rawValue, surrounding: "log", asOf: asOf)
      var queue = DatumType.mission.flatMap { Array(repeating: $0, count: count / 7 + 1) }
      queue += DatumType.beyond.flatMap { Array(repeating: $0, count: count / 28 + 1) }
      shuffle(&queue)
      while let type = queue.popLast() {
        for _ in 0..<decoys.plain.random.number(1...4) { file.line(decoyLine(shape)) }
        file.line(line(shape, type))
      }
      return file
    }
  }

  private mutating func shuffle(_ list: inout [DatumType]) {
    for index in stride(from: list.count - 1, to: 0, by: -1) {
      list.swapAt(index, papers.random.below(index + 1))
    }
  }

  private mutating func line(_ shape: Shape, _ type: DatumType) -> Passage {
    let datum = papers.datum(type)
    let words = TypeWords.of(type)
    let key = papers.random.pick(words.keys)
    let named = datum.of(label: key)
    switch shape {
    case .logfmt:
      let quote = type == .address || papers.random.chance(20) ? "\"" : ""
      return "\(logfmtHead())\(pairs("=", " "))\(key)=\(quote)\(named)\(quote) \(pairs("=", " "))ok"
    case .json: return jsonLine(key, named)
    case .access: return accessLine(type, key, named)
    case .java: return "\(javaHead())\(javaMessage(words, key, datum))"
    case .python:
      return "\(pythonHead())\(tuples())'\(key)': '\(named)', \(tuples())'retry': 0}"
    case .go:
      return
        "\(clock("T"))Z\tINFO\tuser/service.go:\(decoys.plain.bare(3))\t{\(json())\"\(key)\": \"\(named)\", \(json())\"ok\": true}"
    case .message: return "\(clock(" ")) [INFO] \(message(words, datum))"
    }
  }

  private mutating func javaMessage(_ words: TypeWords, _ key: String, _ datum: Datum) -> Passage {
    let label = papers.random.pick(words.labels)
    let tail: Passage = "\(decoys.clause()), \(pairs("=", ", "))done"
    if papers.random.chance(15), let text = unlabelled(datum) {
      return "\(text), \(pairs("=", ", "))done"
    }
    switch papers.random.below(6) {
    case 0: return "User(\(pairs("=", ", "))\(key)=\(datum.of(label: key)), state=1) \(tail)"
    case 1: return "\(label)：\(datum.of(label: label))，\(decoys.labelled())"
    case 2: return "\(decoys.labelled()), \(label)=\(datum.of(label: label)), \(tail)"
    case 3: return "\(key): \(datum.of(label: key)) | \(tail)"
    case 4: return "{\(key)='\(datum.of(label: key))', \(pairs("=", ", "))}"
    default: return "校验通过 [\(label):\(datum.of(label: label))] \(tail)"
    }
  }

  /// A message without a label; a verb tells, or nothing but the form of the value. Nil for kinds
  /// that would be mere digits.
  private mutating func unlabelled(_ datum: Datum) -> Passage? {
    switch datum.type {
    case .mobilePhone:
      return papers.random.pick([
        "用户\(datum)登录成功", "send sms to \(datum) ok", "验证码已发送至\(datum)，5分钟内有效",
        "GET /user/phone/\(datum)/exists 200",
        "callback from \(datum) duration=\(decoys.plain.random.below(900))s",
      ])
    case .landlinePhone:
      return papers.random.pick(["来电 \(datum) 已接听", "call \(datum) failed, retry"])
    case .residentID where datum.written.utf8.count == 18:
      return papers.random.pick(["实名认证通过 \(datum)", "verify \(datum) passed", "查询[\(datum)]征信报告"])
    case .bankCard where datum.written.hasPrefix("6"):
      return papers.random.pick(["代付至\(datum)成功", "payout to \(datum) accepted", "解绑[\(datum)]完成"])
    case .email: return papers.random.pick(["mail to <\(datum)> queued", "邮件已投递\(datum)"])
    default: return nil
    }
  }

  private mutating func message(_ words: TypeWords, _ datum: Datum) -> Passage {
    if papers.random.chance(25), let text = unlabelled(datum) { return text }
    let label = papers.random.pick(words.labels)
    let named = datum.of(label: label)
    let clause = decoys.clause()
    switch papers.random.below(4) {
    case 0: return "\(clause)，用户\(label)\(named)，耗时\(decoys.plain.random.below(900))ms"
    case 1: return "\(label)：\(named)；\(decoys.labelled())；\(clause)"
    case 2: return "已更新\(label)为\(named)，\(decoys.labelled())"
    default: return "\(decoys.labelled())，\(label)【\(named)】，\(clause)"
    }
  }

  private mutating func jsonLine(_ key: String, _ datum: Datum) -> Passage {
    let head = "{\"ts\":\(decoys.epoch()),\"level\":\"info\","
    if papers.random.chance(40) {
      return "\(head)\(json())\"user\":{\"\(key)\":\"\(datum)\",\(json())\"vip\":false},\"n\":1}"
    }
    return "\(head)\(json())\"\(key)\":\"\(datum)\",\(json())\"n\":2}"
  }

  private mutating func accessLine(_ type: DatumType, _ key: String, _ datum: Datum) -> Passage {
    // Addresses, names and plates would be percent-encoded in a query.
    guard datum.written.utf8.allSatisfy({ $0 < 128 && $0 != 32 }) else {
      return
        "\(accessHead())POST /api/save HTTP/1.1\" 200 body={\"\(key)\":\"\(datum)\",\(json())\"n\":1}"
    }
    return
      "\(accessHead())GET /api/v1/query?\(pairs("=", "&"))\(key)=\(datum)&\(pairs("=", "&"))_=1 HTTP/1.1\" 200 \(decoys.plain.bare(4)) \"-\" \"okhttp/\(decoys.plain.version())\""
  }

  private mutating func decoyLine(_ shape: Shape) -> Passage {
    switch shape {
    case .logfmt: return "\(logfmtHead())\(pairs("=", " "))\(pairs("=", " "))ok"
    case .json: return "{\"ts\":\(decoys.epoch()),\(json())\"order\":{\(json())\"n\":1},\"k\":0}"
    case .access:
      return
        "\(accessHead())GET /api/orders?\(pairs("=", "&"))\(pairs("=", "&"))_=2 HTTP/1.1\" 200 \(decoys.plain.bare(5)) \"-\" \"curl/\(decoys.plain.version())\""
    case .java: return "\(javaHead())\(decoys.clause()), \(pairs("=", ", "))\(decoys.labelled())"
    case .python: return "\(pythonHead())\(tuples())\(tuples())'retry': 1}"
    case .go:
      return
        "\(clock("T"))Z\tWARN\torder/pay.go:\(decoys.plain.bare(3))\t{\(json())\(json())\"ok\": false}"
    case .message: return "\(clock(" ")) [WARN] \(decoys.clause())；\(decoys.labelled())"
    }
  }

  private mutating func pairs(_ mark: String, _ end: String) -> String {
    (0..<decoys.plain.random.number(1...3)).map { _ in
      let pair = decoys.anyPair()
      return pair.key + mark + pair.value + end
    }.joined()
  }

  private mutating func json() -> String {
    (0..<decoys.plain.random.number(1...3)).map { _ in
      let pair = decoys.anyPair()
      // A program writes long numbers as text, some without quotes.
      let isNumber =
        pair.value.utf8.allSatisfy { (48...57).contains($0) } && pair.value.first != "0"
      let quote = isNumber && decoys.plain.random.chance(40) ? "" : "\""
      return "\"\(pair.key)\":\(quote)\(pair.value)\(quote),"
    }.joined()
  }

  private mutating func tuples() -> String {
    let pair = decoys.anyPair()
    return "'\(pair.key)': '\(pair.value)', "
  }

  private mutating func clock(_ mark: String) -> String {
    let time = [24, 60, 60].map { padded(decoys.plain.random.below($0), 2) }.joined(separator: ":")
    return "2026-\(padded(decoys.plain.random.number(1...12), 2))-"
      + padded(decoys.plain.random.number(1...28), 2) + mark + time
      + "." + padded(decoys.plain.random.below(1000), 3)
  }

  private mutating func logfmtHead() -> String {
    "time=\(clock("T"))+08:00 level=info span=\(decoys.plain.random.hex(16)) "
  }

  private mutating func javaHead() -> String {
    "\(clock(" "))  INFO \(decoys.plain.bare(5)) --- [nio-8080-exec-\(decoys.plain.random.number(1...9))] c.e.pay.OrderController : "
  }

  private mutating func pythonHead() -> String {
    "[\(clock(" ")): INFO/ForkPoolWorker-\(decoys.plain.random.number(1...8))] Task tasks.sync[\(decoys.plain.uuid())] kwargs={"
  }

  private mutating func accessHead() -> Passage {
    "\(papers.datum(.ipAddress).optional) - - [20/Nov/2026:10:\(padded(decoys.plain.random.below(60), 2)):07 +0800] \""
  }
}
