@testable import corpus_generator

/// Tables as Chinese programs have them in MariaDB, with all that its dumps write in their own way.
struct MariaDBSchema {
  static let database = "shop"
  static let other = "学校"

  /// The statements that fill `database`.
  static func shop(_ count: Int) -> String {
    customers(count) + orders(count) + events(count) + extras
  }

  private static func insert(_ table: String, _ columns: [String], _ rows: [[Literal]]) -> String {
    let names = columns.map { "`" + $0.replacing("`", with: "``") + "`" }.joined(separator: ",")
    return stride(from: 0, to: rows.count, by: 100).map { start in
      "INSERT INTO \(table) (\(names)) VALUES\n"
        + rows[start..<min(start + 100, rows.count)].map { row in
          "(" + row.map(\.mariadb).joined(separator: ",") + ")"
        }.joined(separator: ",\n") + ";\n"
    }.joined()
  }

  private static func customers(_ count: Int) -> String {
    var house = Household(count, stream: "mariadb customers")
    let rows = house.people.enumerated().map { number, person -> [Literal] in
      let remark = Household.remarks[number % Household.remarks.count]
      let call = number % 7 == 0 ? "请致电\(house.guardians[number].mobile.written)\n改约" : nil
      return [
        .text(person.name), .text(person.sex), .text(person.residentID.written),
        number % 5 == 1 ? .null : .text(person.mobile.written),
        number % 9 == 2 ? .text("") : .text(person.email.written), .text(person.card.written),
        .text(person.home.written), .text(person.birth.iso), .optional(call ?? remark),
        .bytes(house.blob(number % 200)), .text("浙"),
      ]
    }
    return """
      CREATE TABLE `客户` (
        `编号` int NOT NULL AUTO_INCREMENT,
        `姓名` varchar(64) NOT NULL COMMENT '客户姓名，''必填''；见 C:\\\\手册',
        `性别` char(1) DEFAULT NULL COMMENT '男/女',
        `身份证号` char(18) NOT NULL COMMENT '居民身份证号码',
        `手机号` varchar(20) DEFAULT NULL COMMENT '移动电话',
        `邮箱` varchar(100) DEFAULT NULL,
        `银行卡号` varchar(30) DEFAULT NULL COMMENT '收款银行卡',
        `家庭住址` varchar(255) DEFAULT NULL,
        `出生日期` date DEFAULT NULL,
        `备注` text COMMENT '随手记',
        `照片` blob,
        `省` varchar(8) DEFAULT NULL COMMENT '省',
        `年份` int GENERATED ALWAYS AS (year(`出生日期`)) VIRTUAL,
        `手机副本` varchar(20) GENERATED ALWAYS AS (`手机号`) STORED,
        PRIMARY KEY (`编号`), UNIQUE KEY `身份证` (`身份证号`), KEY `idx_手机` (`手机号`)
      ) ENGINE=InnoDB COMMENT='客户资料；含''引号''与(括号)，和逗号';

      """
        + insert(
          "`客户`",
          ["姓名", "性别", "身份证号", "手机号", "邮箱", "银行卡号", "家庭住址", "出生日期", "备注", "照片", "省"], rows)
  }

  /// Names that need quoting, values that recur, a name of one character at the end of a row.
  private static func orders(_ count: Int) -> String {
    let house = Household(count, stream: "mariadb orders")
    let rows = house.people.enumerated().map { number, person -> [Literal] in
      let buyer = house.people[number / 3]
      return [
        .raw("\(number + 1)"), .text(buyer.mobile.written), .text(person.home.written),
        .text(number % 2 == 0 ? "誠" : "张誠"), .raw("\(number).50"),
        number % 4 == 0 ? .text(person.landline.written) : .null,
      ]
    }
    return """
      CREATE TABLE `订单 明细``表` (
        `id` bigint NOT NULL, `联系 "电话"` varchar(20), `收货,地址(详)` varchar(255),
        `昵` varchar(20), `金额` decimal(12,2), `座机.号码` varchar(20), PRIMARY KEY (`id`)
      );

      """
        + insert(
          "`订单 明细``表`", ["id", "联系 \"电话\"", "收货,地址(详)", "昵", "金额", "座机.号码"], rows)
  }

  /// JSON, a set, bits and times beside the values.
  private static func events(_ count: Int) -> String {
    let house = Household(count, stream: "mariadb events")
    let rows = house.people.enumerated().map { number, person -> [Literal] in
      [
        .raw("\(number + 1)"),
        .text(#"{"receiver": {"mobile": "\#(person.mobile.written)"}, "note": "a\"b\\c"}"#),
        .raw("b'\(number % 2)101'"), .text(number % 2 == 0 ? "a,b" : "b"),
        .text("2026-01-0\(number % 9 + 1) 10:00:00"), .text(person.email.written),
      ]
    }
    return """
      CREATE TABLE events (
        id int PRIMARY KEY, detail json, flags bit(4), kinds set('a','b','c;d'),
        at timestamp NULL, login_email varchar(100)
      ) PARTITION BY HASH(id) PARTITIONS 3;

      """ + insert("events", ["id", "detail", "flags", "kinds", "at", "login_email"], rows)
  }

  /// What is no table: a view, triggers, routines with bodies of several statements, an event.
  private static let extras = """
    CREATE VIEW `客户视图` AS SELECT `姓名`, `手机号` FROM `客户`;
    CREATE TABLE `空表` (`身份证号` char(18) COMMENT '没有一行');
    DELIMITER ;;
    CREATE TRIGGER `改前` BEFORE UPDATE ON `客户` FOR EACH ROW
    BEGIN
      IF NEW.`备注` = 'a;b' THEN SET NEW.`备注` = "它's; 誠"; END IF;
    END ;;
    CREATE PROCEDURE `查询`(IN x varchar(20))
    BEGIN
      -- it's a comment; with a quote
      SELECT CONCAT('INSERT INTO t VALUES (', x, ');') FROM `客户` LIMIT 1;
    END ;;
    CREATE FUNCTION f(n int) RETURNS int DETERMINISTIC RETURN n + 1 ;;
    CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM events WHERE id < 0 ;;
    DELIMITER ;

    """

  /// The statements that fill `other`: minors and their guardians, in a table of partitions.
  static func school(_ count: Int) -> String {
    let house = Household(count, stream: "mariadb students", isMinor: true)
    let rows = house.people.enumerated().map { number, person -> [Literal] in
      let guardian = house.guardians[number]
      return [
        .raw("\(number + 1)"), .text(person.name), .text(person.residentID.written),
        .text(person.birth.iso), .text(person.home.written), .text(guardian.name),
        .text(guardian.mobile.written),
      ]
    }
    return """
      CREATE TABLE students (
        id int NOT NULL, name varchar(32) COMMENT '学生姓名', id_card char(18) COMMENT '身份证号',
        birth_date date NOT NULL COMMENT '出生日期', home_address varchar(200) COMMENT '家庭住址',
        guardian_name varchar(32) COMMENT '监护人姓名', guardian_phone varchar(20) COMMENT '监护人电话',
        PRIMARY KEY (id, birth_date)
      ) PARTITION BY RANGE (year(birth_date)) (
        PARTITION old VALUES LESS THAN (2012), PARTITION young VALUES LESS THAN MAXVALUE);

      """
        + insert(
          "students",
          [
            "id", "name", "id_card", "birth_date", "home_address", "guardian_name",
            "guardian_phone",
          ], rows)
  }
}
