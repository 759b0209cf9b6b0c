/// Columns that hold nothing personal, many of which look as if.
extension TrialDecoys {
  /// What a decoy column is filled with, from the first row to the last.
  enum Filling: Equatable {
    case shape(Shape)
    case time, amount, hash, snowflake, state, uuid, ean, small
  }

  private static let harmlessColumns: [(names: [String], type: String, filling: Filling)] = [
    (["创建时间", "create_time", "createTime", "cjsj", "", "创建时间"], "datetime", .time),
    (["金额", "amount", "totalAmount", "je", "", "金额"], "decimal(10,2)", .amount),
    (["校验值", "file_md5", "fileMd5", "jyz", "", "校验值"], "varchar(64)", .hash),
    (["记录编号", "row_id", "recordId", "jlbh", "", "记录编号"], "bigint", .snowflake),
    (["状态", "status", "status", "zt", "", "状态"], "varchar(8)", .state),
    (["请求标识", "request_id", "requestId", "qqbs", "", "请求标识"], "varchar(36)", .uuid),
    (["条码", "barcode", "barCode", "tm", "", "商品条码"], "varchar(20)", .ean),
    (["数量", "quantity", "qty", "sl", "", "数量"], "int", .small),
  ]
  private static let named: [[String]] = [
    ["订单号", "order_no", "orderNo", "ddh", "", "订单号"],
    ["流水号", "flow_no", "txnNo", "lsh", "", "交易流水号"],
    ["批次号", "batch_no", "batchNo", "pch", "", "批次号"],
    ["追踪号", "trace_id", "traceId", "trace_id", "", "链路追踪号"],
    ["运单号", "waybill_no", "waybillNo", "ydh", "", "快递运单号"],
    ["合同编号", "contract_no", "contractNo", "htbh", "", "合同编号"],
  ]

  mutating func column(
    _ naming: TrialTable.Naming, number: Int, taken: [Column]
  ) -> (column: Column, filling: Filling) {
    let place: Int =
      switch naming {
      case .chinese: 0
      case .english: 1
      case .camel: 2
      case .pinyin: 3
      case .none: 4
      case .commentsOnly: 5
      }
    while true {
      let isNamed = naming != .none && plain.random.chance(50)
      let names: [String]
      var type = "varchar(32)"
      let filling: Filling
      if isNamed {
        names = plain.random.pick(TrialDecoys.named)
        filling = .shape(plain.random.pick([.mobile, .oldResident, .imei, .card, .mod11, .imsi]))
      } else {
        let choice = plain.random.pick(TrialDecoys.harmlessColumns)
        (names, type, filling) = (choice.names, choice.type, choice.filling)
      }
      let plainName = naming == .commentsOnly ? "f\(taken.count)" : names[place]
      let name = naming == .none ? "c\(taken.count)" : plainName
      if !taken.contains(where: { $0.name == name }) {
        return (Column(name, type, names[5]), filling)
      }
      if taken.count > 24 { return (Column(name + "_\(taken.count)", type, names[5]), filling) }
    }
  }

  mutating func cell(_ filling: Filling) -> Cell {
    switch filling {
    case .shape(let shape): return .plain(value(shape))
    case .time:
      return .plain(
        "2026-\(padded(plain.random.number(1...11), 2))-\(padded(plain.random.number(1...28), 2)) "
          + "10:\(padded(plain.random.below(60), 2)):00")
    case .amount: return .number(plain.amount())
    case .hash: return .plain(plain.random.hex(32))
    case .snowflake:
      // Not drawn again where Luhn passes: every tenth does, in a real column too.
      return .number(
        String(1_300_000_000_000_000_000 + plain.random.next() % 700_000_000_000_000_000))
    case .state: return .plain(plain.random.pick(["已支付", "待发货", "已完成", "已取消"]))
    case .uuid: return .plain(plain.uuid())
    case .ean: return .plain(plain.ean())
    case .small: return .number(String(plain.random.number(1...999)))
    }
  }
}
