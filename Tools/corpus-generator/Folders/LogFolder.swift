/// Logs of four kinds: a personal value every few lines, look-alikes in every line.
struct LogFolder {
  var registry: Registry
  var decoys: Decoys
  let asOf: CalendarDay

  init(seed: UInt64, asOf: CalendarDay) {
    registry = Registry(seed: seed, stream: "logs", asOf: asOf)
    decoys = Decoys(random: SplitMix64(seed: seed, stream: "logs decoys"))
    self.asOf = asOf
  }

  mutating func files() -> [Manuscript] {
    [
      file("app.log", "log", lines: 420) { $0.applicationLine() },
      file("access.log", "log", lines: 300) { $0.accessLine() },
      file("events.jsonl", "json", lines: 260) { $0.eventLine() },
      file("gateway.log", "log", lines: 320) { $0.gatewayLine() },
      file("decoys.log", "log", lines: 500) { $0.decoyLine() },
    ]
  }

  private mutating func file(
    _ path: String, _ surrounding: String, lines: Int, line: (inout LogFolder) -> Passage
  ) -> Manuscript {
    var file = Manuscript(path: path, surrounding: surrounding, asOf: asOf)
    for _ in 0..<lines { file.line(line(&self)) }
    return file
  }

  private mutating func clock() -> String {
    let time = [24, 60, 60].map { padded(decoys.random.below($0), 2) }.joined(separator: ":")
    return "2026-11-\(padded(decoys.random.number(1...21), 2)) " + time
  }

  private mutating func applicationLine() -> Passage {
    let person = registry.random.chance(22) ? registry.adult() : nil
    let thread = "http-nio-8080-exec-\(decoys.random.number(1...32))"
    let head =
      clock() + "." + padded(decoys.random.below(1000), 3) + " INFO  [" + thread + "] "
      + "com.demo.user.UserService - "
    guard let person else { return "\(head)\(applicationDecoy())" }
    switch registry.random.below(12) {
    case 0: return "\(head)用户登录成功, mobile=\(person.mobile), cost=\(decoys.random.number(1...900))ms"
    case 1: return "\(head)实名认证请求 name=\(person.name), idCard=\(person.residentID)"
    case 2: return "\(head)短信已发送至\(person.mobile)，模板SMS_\(decoys.bare(9))"
    case 3: return "\(head)绑定银行卡[\(person.card)]成功, bizNo=\(decoys.bare(14))"
    case 4: return "\(head)收货地址变更: \(person.home.of(.delivery)), uid=\(decoys.bare(8))"
    case 5: return "\(head)send mail to \(person.email) ok, messageId=\(decoys.uuid())"
    case 6:
      return
        "\(head)Device(imei=\(person.imei), imsi=\(person.imsi), os=Android \(decoys.version()))"
    case 7: return "\(head)手机号\(person.mobile)验证码错误，剩余2次"
    case 8:
      return "\(head)User{name='\(person.name)', phone='\(person.mobile)', email='\(person.email)'}"
    case 9: return "\(head)证件号码：\(person.residentID) 校验通过"
    case 10: return "\(head)联系电话=\(person.landline) 客户=\(person.name)"
    default: return "\(head)param=[\(person.name), \(person.residentID), \(person.mobile)]"
    }
  }

  private mutating func applicationDecoy() -> String {
    switch decoys.random.below(9) {
    case 0: return "订单创建成功, \(decoys.named(separator: "=")), amount=\(decoys.amount())"
    case 1:
      return
        "traceId=\(decoys.random.hex(32)) spanId=\(decoys.random.hex(16)) cost=\(decoys.decimal())"
    case 2: return "id=\(decoys.snowflake()) saved at \(decoys.epoch())"
    case 3: return "批次号:\(decoys.compactTime()), 共\(decoys.bare(4))条, 流水号 \(decoys.bare(20))"
    case 4: return "cache key user:\(decoys.uuid()) ttl=\(decoys.bare(5))"
    case 5:
      return "retry 3/5, connection to \(decoys.ip()):3306 timed out, version \(decoys.version())"
    case 6: return "hash=\(decoys.embedded(registry.mobile())) size=\(decoys.bare(7))"
    case 7: return "gps=\(decoys.coordinates()) speed=\(decoys.amount())"
    default: return "ratio=\(decoys.decimal()) seq=\(decoys.bare(decoys.random.number(6...22)))"
    }
  }

  private mutating func accessLine() -> Passage {
    let person = registry.random.chance(18) ? registry.adult() : nil
    let head = "\(decoys.ip()) - - [20/Nov/2026:10:\(padded(decoys.random.below(60), 2)):07 +0800] "
    let tail =
      " HTTP/1.1\" 200 \(decoys.bare(5)) \"-\" \"Mozilla/5.0 (Linux; Android 14; M2102K1C) "
      + "AppleWebKit/537.36 Chrome/\(decoys.version()).\(decoys.bare(4))\" rt=\(decoys.decimal())"
    guard let person else {
      let path =
        "/api/v2/items/\(decoys.bare(12))?ts=\(decoys.epoch())&sign=\(decoys.random.hex(32))"
      let other = "/order/detail?\(decoys.named(separator: "="))&_=\(decoys.epoch())"
      return "\(head)\"GET \(decoys.random.chance(60) ? path : other)\(tail)"
    }
    switch registry.random.below(5) {
    case 0: return "\(head)\"GET /sms/send?mobile=\(person.mobile)&ts=\(decoys.epoch())\(tail)"
    case 1: return "\(head)\"POST /login?email=\(person.email)&v=\(decoys.version())\(tail)"
    case 2:
      return "\(head)\"GET /auth?id_card=\(person.residentID)&nonce=\(decoys.random.hex(16))\(tail)"
    case 3: return "\(head)\"GET /device?imei=\(person.imei)&ch=\(decoys.bare(6))\(tail)"
    default: return "\(head)\"GET /user/phone/\(person.mobile)/exists\(tail)"
    }
  }

  private mutating func eventLine() -> Passage {
    let head =
      "{\"ts\":\(decoys.epoch()),\"level\":\"info\",\"trace_id\":\"\(decoys.random.hex(32))\","
    guard registry.random.chance(30) else {
      switch decoys.random.below(4) {
      case 0:
        return
          "\(head)\"event\":\"paid\",\"amount\":\(decoys.amount()),\"orderNo\":\"\(decoys.bare(18))\"}"
      case 1:
        let pair = decoys.namedPair()
        return
          "\(head)\"event\":\"ship\",\"\(pair.key)\":\"\(pair.value)\",\"weight\":\(decoys.decimal())}"
      case 2:
        return "\(head)\"event\":\"gc\",\"heap\":\(decoys.bare(10)),\"pause\":\(decoys.decimal())}"
      default:
        return
          "\(head)\"event\":\"view\",\"item\":{\"id\":\(decoys.snowflake()),\"ean\":\"\(decoys.ean())\"}}"
      }
    }
    let person = registry.random.chance(25) ? registry.minor() : registry.adult()
    switch registry.random.below(6) {
    case 0:
      return
        "\(head)\"event\":\"login\",\"user\":{\"mobile\":\"\(person.mobile)\",\"ip\":\"\(decoys.ip())\"}}"
    case 1:
      return
        "\(head)\"event\":\"signup\",\"idCard\":\"\(person.residentID)\",\"email\":\"\(person.email)\"}"
    case 2:
      return
        "\(head)\"event\":\"address\",\"receiver\":\"\(person.name)\",\"delivery_address\":\"\(person.home.of(.delivery))\"}"
    case 3:
      return
        "\(head)\"event\":\"bind\",\"bankCard\":\"\(person.card)\",\"phone\":\"\(person.mobile)\"}"
    case 4:
      return
        "\(head)\"event\":\"boot\",\"device\":{\"imei\":\"\(person.imei)\",\"imsi\":\"\(person.imsi)\"}}"
    default:
      return
        "\(head)\"event\":\"profile\",\"birthday\":\"\(person.birthDate(person.birth.iso))\",\"mobile\":\(person.mobile)}"
    }
  }

  private mutating func gatewayLine() -> Passage {
    let head = "time=\(decoys.epoch()) level=INFO span=\(decoys.random.hex(16)) "
    guard registry.random.chance(20) else {
      return
        "\(head)\(decoys.named(separator: "=")) bytes=\(decoys.bare(6)) dur=\(decoys.decimal())"
    }
    let person = registry.adult()
    switch registry.random.below(6) {
    case 0: return "\(head)msg=\"call in\" caller_phone=\(person.mobile) line=\(decoys.bare(4))"
    case 1:
      return "\(head)to=\(person.email) status=250 queue_id=\(decoys.random.hex(12).uppercased())"
    case 2:
      return "\(head)cardNo=\(person.card) rc=00 stan=\(decoys.bare(6)) rrn=\(decoys.bare(12))"
    case 3: return "\(head)imsi=\(person.imsi) cell=\(decoys.bare(9)) lac=\(decoys.bare(5))"
    case 4: return "\(head)tel=\(person.landline) ext=\(decoys.bare(4))"
    default: return "\(head)idno=\(person.residentID) verified=true score=\(decoys.decimal())"
    }
  }

  /// Nothing personal at all.
  private mutating func decoyLine() -> Passage {
    switch decoys.random.below(6) {
    case 0: return "\(clock()) DEBUG \(decoys.any()) \(decoys.any()) \(decoys.any())"
    case 1:
      return "\(clock()) DEBUG \(decoys.named(separator: "=")) \(decoys.named(separator: "="))"
    case 2:
      return
        "\(clock()) DEBUG payload=\(decoys.embedded(registry.residentID(bornOn: CalendarDay(1990, 1, 1), in: CountyTable.current[0], isFemale: true)))"
    case 3:
      return
        "\(clock()) DEBUG raw=\(decoys.embedded(registry.mobile())) value=\(decoys.embedded(registry.bankCard()))"
    case 4:
      return
        "\(clock()) DEBUG 编号\(decoys.wrongResident()) 参考\(decoys.wrongCard()) 版本\(decoys.version())"
    default:
      return
        "\(clock()) DEBUG git@host:\(decoys.bare(4)) postgres://app:\(decoys.random.hex(8))@\(decoys.ip()):5432/db #\(decoys.epoch())"
    }
  }
}
