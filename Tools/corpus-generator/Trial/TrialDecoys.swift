/// Numbers of business and of machines that pass the shape checks of personal data: only the word
/// beside them tells. Each is drawn to pass what a scanner could compute.
struct TrialDecoys {
  var plain: Decoys
  private var registry: Registry

  init(seed: UInt64, stream: String, asOf: CalendarDay) {
    plain = Decoys(random: SplitMix64(seed: seed, stream: "trial decoys " + stream))
    registry = Registry(seed: seed, stream: "trial decoy registry " + stream, asOf: asOf)
  }

  /// What a look-alike is built to be taken for.
  enum Shape: CaseIterable {
    case mobile, oldResident, imei, imsi, card, mod11, landline, birth
  }

  mutating func value(_ shape: Shape) -> String {
    switch shape {
    case .mobile: return registry.mobile().canonical
    case .oldResident:
      let day = CalendarDay(
        plain.random.number(1930...1999), plain.random.number(1...12), plain.random.number(1...28))
      return registry.shortResidentID(bornOn: day).written
    case .imei: return registry.imei().canonical
    case .imsi: return registry.imsi().canonical
    case .card: return registry.bankCard().canonical
    case .mod11: return datedNumber()
    case .landline:
      let datum = registry.landline()
      return plain.random.chance(50) ? datum.written : datum.canonical
    case .birth:
      return CalendarDay(
        plain.random.number(2019...2026), plain.random.number(1...12), plain.random.number(1...28)
      ).compact
    }
  }

  /// Eighteen digits that pass MOD 11-2 in half of the cases and begin with today's date, as order
  /// numbers do: no region has such a code.
  private mutating func datedNumber() -> String {
    let front =
      "2026" + padded(plain.random.number(1...12), 2) + padded(plain.random.number(1...28), 2)
      + plain.random.anyDigits(9)
    let check = CheckDigits.mod11Radix2(CheckDigits.values(front))
    return check != "X" && plain.random.chance(50)
      ? front + String(check) : front + plain.random.anyDigits(1)
  }

  /// A key of a program and a look-alike.
  mutating func pair() -> (key: String, value: String) {
    let shape = plain.random.pick(Shape.allCases)
    return (plain.random.pick(TrialDecoys.keys), value(shape))
  }

  /// A label of a form and a look-alike, `流水号：6217…`.
  mutating func labelled() -> String {
    let label = plain.random.pick(TrialDecoys.labels)
    let mark = plain.random.pick(["：", ":", "", " ", "为"])
    return label + mark + value(plain.random.pick(Shape.allCases))
  }

  /// A clause of a log message with a look-alike in its middle.
  mutating func clause() -> String {
    let number = value(plain.random.pick([.mobile, .oldResident, .imei, .card, .mod11]))
    return plain.random.pick([
      "订单\(number)已支付", "订单 \(number) 创建成功", "流水\(number)入账完成", "批次\(number)处理完成",
      "运单\(number)已揽收", "order \(number) shipped", "batch \(number) done", "交易号[\(number)]",
      "txn#\(number) committed", "工单【\(number)】已关闭", "发票号码\(number)开具成功",
    ])
  }

  /// A key with a value that nobody takes for personal data under any name.
  mutating func harmless() -> (key: String, value: String) {
    switch plain.random.below(16) {
    case 0: return (plain.random.pick(["ts", "timestamp", "createTime"]), epoch())
    case 1: return (plain.random.pick(["id", "snowflakeId", "rowId"]), plain.snowflake())
    case 2: return (plain.random.pick(["amount", "price", "totalFee"]), plain.amount())
    case 3: return (plain.random.pick(["version", "appVersion", "v"]), plain.version())
    case 4: return (plain.random.pick(["sign", "md5", "etag"]), plain.random.hex(32))
    case 5: return (plain.random.pick(["sha256", "digest"]), plain.random.hex(64))
    case 6: return (plain.random.pick(["requestId", "uuid", "correlationId"]), plain.uuid())
    case 7:
      return (plain.random.pick(["cost", "elapsedMs", "rt"]), String(plain.random.below(9999)))
    case 8: return (plain.random.pick(["size", "bytes", "length"]), plain.bare(7))
    case 9: return (plain.random.pick(["ratio", "score", "weight"]), plain.decimal())
    case 10: return (plain.random.pick(["code", "errno", "status"]), plain.bare(5))
    case 11: return (plain.random.pick(["barcode", "ean"]), plain.ean())
    case 12: return (plain.random.pick(["date", "bizDate", "settleDate"]), value(.birth))
    case 13: return (plain.random.pick(["offset", "lsn", "sequence"]), plain.bare(12))
    case 14: return (plain.random.pick(["spanId", "parentSpan"]), plain.random.hex(16))
    default: return (plain.random.pick(["createdAt", "updateTime"]), plain.compactTime())
    }
  }

  /// Unix time in seconds, milliseconds or microseconds.
  mutating func epoch() -> String {
    while true {
      let seconds = String(1_640_000_000 + plain.random.below(180_000_000))
      let text = seconds + plain.random.anyDigits(plain.random.pick([0, 3, 3, 6]))
      if !LookAlike.couldBePersonal(text) { return text }
    }
  }

  /// Either of the two sorts.
  mutating func anyPair() -> (key: String, value: String) {
    plain.random.chance(40) ? pair() : harmless()
  }

  static let keys = [
    "orderNo", "order_no", "orderId", "outTradeNo", "out_trade_no", "tradeNo", "txn", "txnNo",
    "transactionId", "traceId", "trace_id", "requestNo", "batchNo", "batch_no", "batch",
    "flowNo", "serialNo", "seqNo", "taskId", "jobId", "msgId", "billNo", "invoiceNo", "waybillNo",
    "contractNo", "couponCode", "ticketNo", "voucherNo", "refundNo", "sku",
  ]
  static let labels = [
    "订单号", "订单编号", "流水号", "交易流水号", "交易号", "批次号", "追踪号", "运单号", "快递单号", "发票号码", "合同编号", "单据号", "任务号",
    "工单号",
    "凭证号", "货号", "退款单号", "请求流水",
  ]
}
