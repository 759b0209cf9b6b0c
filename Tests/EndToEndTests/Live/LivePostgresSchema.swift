/// Tables with what a live PostgreSQL database has in its corners.
enum LivePostgresSchema {
  static let script = """
    CREATE SCHEMA "人事";
    CREATE TABLE "人事"."员工" ("编号" serial PRIMARY KEY, "姓名" text, "证件" varchar(18), "手机" varchar(20),
      "邮箱" text, "we""ird" jsonb, "照片" bytea,
      "副本" varchar(20) GENERATED ALWAYS AS ("手机") STORED);
    COMMENT ON COLUMN "人事"."员工"."证件" IS '身份证号';
    INSERT INTO "人事"."员工" ("编号", "姓名", "证件", "手机", "邮箱") VALUES \(LivePeople.values);
    UPDATE "人事"."员工" SET "we""ird" = jsonb_build_object('mobile', "手机"),
      "照片" = convert_to('手机 ' || "手机", 'UTF8');
    CREATE TABLE visits (id int, mobile text) PARTITION BY RANGE (id);
    CREATE TABLE visits_early PARTITION OF visits FOR VALUES FROM (0) TO (100);
    CREATE TABLE visits_late PARTITION OF visits FOR VALUES FROM (100) TO (1000);
    COMMENT ON COLUMN visits.mobile IS '手机号';
    INSERT INTO visits SELECT "编号", "手机" FROM "人事"."员工";
    CREATE TABLE parent (mobile text);
    CREATE TABLE child (extra int) INHERITS (parent);
    INSERT INTO parent SELECT "手机" FROM "人事"."员工" WHERE "编号" < 20;
    INSERT INTO child SELECT "手机", 1 FROM "人事"."员工" WHERE "编号" > 270;
    CREATE MATERIALIZED VIEW stored AS SELECT "手机" AS mobile FROM "人事"."员工";
    CREATE VIEW seen AS SELECT * FROM "人事"."员工";
    CREATE TABLE nothing ("身份证号" text);
    CREATE FUNCTION refuse(text) RETURNS boolean LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'a function of a user ran'; END $$;
    CREATE TYPE contact AS (mobile text, extra int);
    CREATE FUNCTION as_text(contact) RETURNS text LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'a cast of a user ran'; END $$;
    CREATE CAST (contact AS text) WITH FUNCTION as_text(contact);
    CREATE FUNCTION octet_length(contact) RETURNS int LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'a function of a user ran'; END $$;
    CREATE TABLE composite (who contact, many text[], born date);
    INSERT INTO composite SELECT ROW("手机", 1)::contact, ARRAY["手机", 'x'], '2018-01-02'
      FROM "人事"."员工" WHERE "手机" IS NOT NULL;
    CREATE ROLE guarded LOGIN PASSWORD 'let me in';
    GRANT SELECT ON stored, child TO guarded;
    CREATE TABLE half (mobile text, hidden text);
    INSERT INTO half SELECT "手机", "手机" FROM "人事"."员工";
    GRANT SELECT (mobile) ON half TO guarded;
    CREATE TABLE rows_of_some (mobile text, owner text);
    ALTER TABLE rows_of_some ENABLE ROW LEVEL SECURITY;
    CREATE POLICY own ON rows_of_some USING (owner = current_user);
    INSERT INTO rows_of_some
      SELECT "手机", CASE WHEN "编号" < 50 THEN 'guarded' ELSE 'other' END FROM "人事"."员工";
    CREATE TABLE rows_by_function (mobile text);
    ALTER TABLE rows_by_function ENABLE ROW LEVEL SECURITY;
    CREATE POLICY asks ON rows_by_function USING (refuse(mobile));
    INSERT INTO rows_by_function SELECT "手机" FROM "人事"."员工";
    GRANT SELECT ON rows_of_some, rows_by_function TO guarded;
    CREATE DATABASE large TEMPLATE template0;
    CREATE DATABASE locked TEMPLATE template0;

    """

  /// A table of a hundred thousand rows, and one with a value of 40 MB.
  static let large = """
    CREATE TABLE calls (id bigserial PRIMARY KEY, mobile text, note text);
    INSERT INTO calls (mobile, note)
      SELECT '139' || lpad((i * 7919 % 100000000)::text, 8, '0'), repeat('x', 50)
      FROM generate_series(1::bigint, 100000) AS i;
    CREATE TABLE wide (note text);
    INSERT INTO wide VALUES (repeat('电话 13912345678 ', 2000000));

    """
}
