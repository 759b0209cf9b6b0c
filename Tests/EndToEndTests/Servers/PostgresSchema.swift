@testable import corpus_generator

/// Tables as Chinese programs have them in PostgreSQL, with all that its dumps write in their own way.
enum PostgresSchema {
  static let database = "shop"
  static let other = "学校"

  private static func insert(_ table: String, _ columns: [String], _ rows: [[Literal]]) -> String {
    let names = columns.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
      .joined(separator: ",")
    return stride(from: 0, to: rows.count, by: 100).map { start in
      "INSERT INTO \(table) (\(names)) VALUES\n"
        + rows[start..<min(start + 100, rows.count)].map { row in
          "(" + row.map(\.postgres).joined(separator: ",") + ")"
        }.joined(separator: ",\n") + ";\n"
    }.joined()
  }

  /// The statements that fill `database`.
  static func shop(_ count: Int) -> String {
    """
    CREATE EXTENSION hstore;
    CREATE SCHEMA "人事";
    CREATE DOMAIN id_card AS char(18) CHECK (VALUE ~ '^[0-9]{17}[0-9X]$');
    CREATE TYPE "性别" AS ENUM ('男', '女', '未''知');

    """ + customers(count) + people(count) + kinds(count) + extras
  }

  private static func customers(_ count: Int) -> String {
    var house = Household(count, stream: "postgres customers")
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
      CREATE TABLE "客户" (
        "编号" integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        "姓名" varchar(64) NOT NULL, "性别" "性别", "身份证号" id_card NOT NULL,
        "手机号" varchar(20), "邮箱" text DEFAULT '', "银行卡号" varchar(30), "家庭住址" text,
        "出生日期" date CHECK ("出生日期" > '1900-01-01'::date), "备注" text, "照片" bytea,
        "省" varchar(8), "年份" integer GENERATED ALWAYS AS (extract(year FROM "出生日期")) STORED,
        "手机副本" varchar(20) GENERATED ALWAYS AS ("手机号") STORED
      );
      COMMENT ON TABLE "客户" IS '客户资料；含''引号''与\\反斜杠';
      COMMENT ON COLUMN "客户"."身份证号" IS '居民身份证号码';

      """
        + insert(
          "\"客户\"",
          ["姓名", "性别", "身份证号", "手机号", "邮箱", "银行卡号", "家庭住址", "出生日期", "备注", "照片", "省"], rows)
  }

  /// A table, one that inherits from it, and one of partitions: each has the rows of its own.
  private static func people(_ count: Int) -> String {
    let house = Household(count, stream: "postgres people")
    let columns = ["姓名", "电话", "地址"]
    func rows(_ range: Range<Int>) -> [[Literal]] {
      house.people[range].map {
        [.text($0.name), .text($0.mobile.written), .text($0.home.written)]
      }
    }
    let visits = house.people.enumerated().map { number, person -> [Literal] in
      [
        .raw("\(number)"), .text(person.email.written), .text("2026-0\(number % 6 + 1)-15"),
        .text(person.mobile.written),
      ]
    }
    return """
      CREATE TABLE "人事"."人员" ("姓名" text, "电话" text, "地址" text);
      CREATE TABLE "人事"."教师 ""甲"" 组" ("序" serial) INHERITS ("人事"."人员");
      CREATE TABLE visits (id int, email text, day date NOT NULL, "mobile no." text)
        PARTITION BY RANGE (day);
      CREATE TABLE visits_early PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2026-04-01');
      CREATE TABLE visits_late PARTITION OF visits FOR VALUES FROM ('2026-04-01') TO ('2027-01-01');

      """
        + insert("\"人事\".\"人员\"", columns, rows(0..<count / 3))
        + insert("\"人事\".\"教师 \"\"甲\"\" 组\"", columns, rows(count / 3..<count))
        + insert("visits", ["id", "email", "day", "mobile no."], visits)
  }

  /// Arrays, JSON, hstore, bits, ranges and the like.
  private static func kinds(_ count: Int) -> String {
    let house = Household(count, stream: "postgres kinds")
    let rows = house.people.enumerated().map { number, person -> [Literal] in
      let second = house.guardians[number].mobile.written
      return [
        .raw(
          number % 6 == 0
            ? "'{}'" : "ARRAY['\(person.mobile.written)'\(number % 2 == 0 ? ",'\(second)'" : "")]"),
        .text(#"{"receiver": {"mobile": "\#(person.mobile.written)"}, "note": "a\"b\\c\n"}"#),
        .raw("hstore(ARRAY['mobile','note'], ARRAY['\(second)', E'a\"b\\\\c, =>'])"),
        .text(number % 2 == 0 ? "t" : "f"), .raw("B'1\(number % 2)01'"), .raw("int4range(1,9)"),
        .raw("ARRAY[[1,2],[3,4]]"), .text("2026-01-0\(number % 9 + 1) 10:00:00+08"),
        .text(person.email.written),
      ]
    }
    return """
      CREATE TABLE kinds (
        phones text[], detail jsonb, attributes hstore, flag boolean, bits bit(4), span int4range,
        grid integer[][], at timestamptz, "login email" text
      );

      """
        + insert(
          "kinds",
          [
            "phones", "detail", "attributes", "flag", "bits", "span", "grid", "at", "login email",
          ], rows)
  }

  /// What is no table: views, routines with bodies in dollar quotes, triggers, large objects.
  private static let extras = """
    CREATE VIEW "客户视图" AS SELECT "姓名", "手机号" FROM "客户" WHERE "备注" <> 'a;b''c';
    CREATE MATERIALIZED VIEW m AS SELECT count(*) FROM "客户";
    CREATE TABLE "空表" ("身份证号" char(18));
    CREATE FUNCTION f(x text) RETURNS text LANGUAGE plpgsql AS $body$
    BEGIN
      -- it's a comment; COPY t FROM stdin;
      EXECUTE 'INSERT INTO t VALUES (''' || x || ''')';
      RETURN $$a;'b$$;
    END
    $body$;
    CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW."备注" := ''it''''s;''; RETURN NEW; END';
    CREATE TRIGGER "改前" BEFORE UPDATE ON "客户" FOR EACH ROW EXECUTE FUNCTION g();
    CREATE RULE r AS ON DELETE TO "空表" DO INSTEAD NOTHING;
    SELECT lo_from_bytea(0, convert_to('大对象 it''s; \', 'UTF8'));

    """

  /// The statements that fill `other`: minors and their guardians.
  static func school(_ count: Int) -> String {
    let house = Household(count, stream: "postgres students", isMinor: true)
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
        id integer PRIMARY KEY, name varchar(32), id_card char(18), birth_date date,
        home_address text, guardian_name text, guardian_phone varchar(20)
      );
      COMMENT ON COLUMN students.name IS '学生姓名';

      """
        + insert(
          "students",
          [
            "id", "name", "id_card", "birth_date", "home_address", "guardian_name",
            "guardian_phone",
          ], rows)
  }
}
