/// What PostgreSQL is asked of the tables of `PostgresSchema`.
enum PostgresTruths {
  private static func name(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static func truth(
    _ table: String, _ source: String, _ column: String, _ type: String, birth: String? = nil,
    isASCII: Bool = true, isGenerated: Bool = false, weight: String? = nil,
    distinct: String? = nil
  ) -> ColumnTruth {
    // A cell that is a document counts by the paths in it.
    let cell =
      column == "备注" ? "NULLIF(\"备注\", '\(Household.document)')" : "\(name(column))::text"
    return ColumnTruth(
      table: table, source: source, column: column, type: type, cell: cell,
      weight: weight ?? "CASE WHEN \(cell) <> '' THEN 1 ELSE 0 END",
      distinct: distinct ?? "COUNT(DISTINCT NULLIF(\(cell), '') COLLATE \"C\")", birth: birth,
      isASCII: isASCII, isGenerated: isGenerated)
  }

  private static func birthday(of idCard: String) -> String {
    "to_date(substr(\(name(idCard)), 7, 8), 'YYYYMMDD')"
  }

  private static let mobile = "1[3-9][0-9]{9}"

  /// `root`: rows of partitions are dumped as rows of the whole table.
  static func shop(partitionsByRoot isByRoot: Bool = false) -> [ColumnTruth] {
    let birth = birthday(of: "身份证号")
    let customers: [ColumnTruth] = [
      ("姓名", "person-name", false), ("性别", "gender", false), ("身份证号", "resident-id", true),
      ("手机号", "mobile-phone", true), ("邮箱", "email", true), ("银行卡号", "bank-card", true),
      ("家庭住址", "address", false), ("出生日期", "birth-date", true),
    ].map { column, type, isASCII in
      truth("客户", "\"客户\"", column, type, birth: birth, isASCII: isASCII)
    }
    let remark = truth(
      "客户", "\"客户\"", "备注", "mobile-phone", birth: birth,
      weight: "CASE WHEN \"备注\" ~ '\(mobile)' THEN 1 ELSE 0 END",
      distinct: "COUNT(DISTINCT substring(\"备注\" FROM '\(mobile)'))")
    // Each table's own rows: a query of the parent would count those of its heirs.
    let staff = [("人员", "ONLY \"人事\".\"人员\""), ("教师 \"甲\" 组", "\"人事\".\"教师 \"\"甲\"\" 组\"")]
      .flatMap { table, source in
        [("姓名", "person-name", false), ("电话", "mobile-phone", true), ("地址", "address", false)].map {
          truth("人事." + table, source, $0, $1, isASCII: $2)
        }
      }
    let visits = (isByRoot ? ["visits"] : ["visits_early", "visits_late"]).flatMap { table in
      [truth(table, table, "email", "email"), truth(table, table, "mobile no.", "mobile-phone")]
    }
    let kinds = [
      truth(
        "kinds", "kinds", "phones", "mobile-phone", weight: "cardinality(phones)",
        distinct: "(SELECT COUNT(DISTINCT p) FROM kinds, unnest(phones) p)"),
      truth(
        "kinds", "kinds", "detail", "mobile-phone",
        distinct: "COUNT(DISTINCT detail #>> '{receiver,mobile}')"),
      truth(
        "kinds", "kinds", "attributes", "mobile-phone",
        distinct: "COUNT(DISTINCT attributes -> 'mobile')"),
      truth("kinds", "kinds", "login email", "email"),
    ]
    return customers + [remark] + staff + visits + kinds
  }

  static let school: [ColumnTruth] = {
    let birth = birthday(of: "id_card")
    return [
      ("name", "person-name", birth), ("id_card", "resident-id", birth),
      ("birth_date", "birth-date", birth), ("home_address", "address", birth),
      ("guardian_name", "person-name", nil), ("guardian_phone", "mobile-phone", nil),
    ].map { (column: String, type: String, birth: String?) in
      truth("students", "students", column, type, birth: birth)
    }
  }()
}
