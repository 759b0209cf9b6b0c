/// What MariaDB is asked of the tables of `MariaDBSchema`.
enum MariaDBTruths {
  private static func name(_ text: String) -> String {
    "`" + text.replacing("`", with: "``") + "`"
  }

  private static func truth(
    _ table: String, in database: String, _ column: String, _ type: String, birth: String? = nil,
    isASCII: Bool = true, isGenerated: Bool = false, weight: String? = nil, value: String? = nil
  ) -> ColumnTruth {
    // A cell that is a document counts by the paths in it.
    let cell =
      column == "备注"
      ? "NULLIF(`备注`, '\(Household.document)')" : "CONVERT(\(name(column)) USING utf8mb4)"
    let value = value ?? cell
    return ColumnTruth(
      table: table, source: name(database) + "." + name(table), column: column, type: type,
      cell: cell, weight: weight ?? "CASE WHEN \(cell) <> '' THEN 1 ELSE 0 END",
      // Bytes are compared: collations take different letters for one.
      distinct: "COUNT(DISTINCT CAST(NULLIF(\(value), '') AS BINARY))", birth: birth,
      isASCII: isASCII, isGenerated: isGenerated)
  }

  private static func birthday(of idCard: String) -> String {
    "STR_TO_DATE(SUBSTRING(\(name(idCard)), 7, 8), '%Y%m%d')"
  }

  static let shop: [ColumnTruth] = {
    let (table, birth) = ("客户", birthday(of: "身份证号"))
    func customer(
      _ column: String, _ type: String, isASCII: Bool = true, isGenerated: Bool = false
    ) -> ColumnTruth {
      truth(
        table, in: MariaDBSchema.database, column, type, birth: birth, isASCII: isASCII,
        isGenerated: isGenerated)
    }
    let mobile = "1[3-9][0-9]{9}"
    return [
      customer("姓名", "person-name", isASCII: false), customer("性别", "gender", isASCII: false),
      customer("身份证号", "resident-id"), customer("手机号", "mobile-phone"),
      customer("邮箱", "email"), customer("银行卡号", "bank-card"),
      customer("家庭住址", "address", isASCII: false), customer("出生日期", "birth-date"),
      customer("手机副本", "mobile-phone", isGenerated: true),
      truth(
        table, in: MariaDBSchema.database, "备注", "mobile-phone", birth: birth,
        weight: "CASE WHEN `备注` REGEXP '\(mobile)' THEN 1 ELSE 0 END",
        value: "REGEXP_SUBSTR(`备注`, '\(mobile)')"),
      truth("订单 明细`表", in: MariaDBSchema.database, "联系 \"电话\"", "mobile-phone"),
      truth("订单 明细`表", in: MariaDBSchema.database, "收货,地址(详)", "address", isASCII: false),
      truth("订单 明细`表", in: MariaDBSchema.database, "座机.号码", "landline-phone"),
      truth("events", in: MariaDBSchema.database, "login_email", "email"),
      truth(
        "events", in: MariaDBSchema.database, "detail", "mobile-phone",
        value: "JSON_VALUE(detail, '$.receiver.mobile')"),
    ]
  }()

  static let school: [ColumnTruth] = {
    let birth = birthday(of: "id_card")
    return [
      ("name", "person-name", birth, false), ("id_card", "resident-id", birth, true),
      ("birth_date", "birth-date", birth, true), ("home_address", "address", birth, false),
      ("guardian_name", "person-name", nil, false), ("guardian_phone", "mobile-phone", nil, true),
    ].map { (column: String, type: String, birth: String?, isASCII: Bool) in
      truth(
        "students", in: MariaDBSchema.other, column, type, birth: birth, isASCII: isASCII)
    }
  }()
}
