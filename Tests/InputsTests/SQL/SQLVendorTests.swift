import Findings
import Inputs
import Testing

/// Scripts as the programs of other servers write them. Each is typed after the program's manual; what a
/// row holds was typed in.
@Suite("SQL of other servers") struct SQLVendorTests {
  struct Script: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let lines: [String]
  }

  static let scripts = [
    Script(
      testDescription: "Oracle: quoting by q, joined and wrapped strings",
      text: #"""
        SET DEFINE OFF;
        CREATE TABLE "HR"."员工" ("ID" NUMBER(10,0) NOT NULL ENABLE, "姓名" VARCHAR2(20 CHAR), "备注" CLOB);
        COMMENT ON COLUMN "HR"."员工"."姓名" IS '真实姓名';
        Insert into "HR"."员工" ("ID","姓名","备注") values (1,q'[O'Brien; a]',nq'{it's }"s}');
        Insert into "HR"."员工" ("ID","姓名","备注") values (2,Q'!a''b!',q'(1)2))');
        Insert into "HR"."员工" ("ID","姓名","备注") values (3,'a'||chr(10)||'b',to_clob(q'<x'y>'));
        Insert into "HR"."员工" ("ID","姓名","备注") values (4,hextoraw('E5BCA0'),to_timestamp('05-3月 -24 10.11.12.000000000 上午','DD-MON-RR HH.MI.SSXFF AM'));

        """#,
      lines: [
        "HR.员工: ID=1 | 姓名=O'Brien; a | 备注=it's }\"s", "HR.员工: ID=2 | 姓名=a''b | 备注=1)2)",
        "HR.员工: ID=3 | 姓名=a | 姓名=b | 备注=x'y",
        "HR.员工: ID=4 | 姓名=张 | 备注=05-3月 -24 10.11.12.000000000 上午",
      ]),
    Script(
      testDescription: "Oracle: INSERT ALL",
      text: """
        CREATE TABLE t (a NUMBER, b VARCHAR2(20));
        INSERT ALL
          INTO t (a, b) VALUES (1, '13700137000')
          INTO u (b) VALUES ('13700137001')
          INTO t VALUES (2, 'x')
        SELECT 1 FROM DUAL;
        INSERT INTO t VALUES (3, 'y');

        """,
      lines: ["t: a=1 | b=13700137000", "u: b=13700137001", "t: a=2 | b=x", "t: a=3 | b=y"]),
    Script(
      testDescription: "SQL Server Management Studio",
      text: """
        USE [学校]
        GO
        /****** Object:  Table [dbo].[学生 表]    Script Date: 2024/3/5 10:11:12 ******/
        SET ANSI_NULLS ON
        GO
        SET QUOTED_IDENTIFIER ON
        GO
        CREATE TABLE [dbo].[学生 表](
        \t[Id] [int] IDENTITY(1,1) NOT NULL,
        \t[姓名] [nvarchar](50) COLLATE Chinese_PRC_CI_AS NULL,
        \t[a]]b] [varbinary](max) NULL,
        \t[出生] [date] NULL,
         CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([Id] ASC)WITH (PAD_INDEX = OFF) ON [PRIMARY]
        ) ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]
        GO
        SET IDENTITY_INSERT [dbo].[学生 表] ON\u{20}
        GO
        INSERT [dbo].[学生 表] ([Id], [姓名], [a]]b], [出生]) VALUES (1, N'周''九
        GO
        二行', 0xE5BCA0, CAST(N'2009-05-06' AS Date))
        INSERT [dbo].[学生 表] ([Id], [姓名], [a]]b], [出生]) VALUES (2, CONVERT(nvarchar(50), N'吴'), NULL, CONVERT([date],'2010-01-02',(23)))
        GO
        print 'Processed 100 total records'
        GO
        INSERT INTO [dbo].[学生 表] VALUES (N'无列'), (N'二')
        GO

        """,
      lines: [
        "学校.dbo.学生 表: Id=1 | 姓名=周'九\nGO\n二行 | a]b=张 | 出生=2009-05-06",
        "学校.dbo.学生 表: Id=2 | 姓名=吴 | a]b=∅ | 出生=2010-01-02", "学校.dbo.学生 表: Id=无列",
        "学校.dbo.学生 表: Id=二",
      ]),
    Script(
      testDescription: "openGauss",
      text: """
        --
        -- PostgreSQL database dump
        --

        SET statement_timeout = 0;
        SET xmloption = content;
        SET client_encoding = 'UTF8';
        SET standard_conforming_strings = on;
        SET search_path = public;

        CREATE TABLE 客户 (
            id integer NOT NULL,
            "姓名" character varying(20) COLLATE "zh_CN",
            "手机号" nvarchar2(20)
        )
        WITH (orientation=row, compression=no)
        DISTRIBUTE BY HASH(id)
        PARTITION BY RANGE (id)
        (
             PARTITION p1 VALUES LESS THAN (10) TABLESPACE pg_default,
             PARTITION p2 VALUES LESS THAN (MAXVALUE) TABLESPACE pg_default
        )
        ENABLE ROW MOVEMENT;

        ALTER TABLE public.客户 OWNER TO omm;
        COMMENT ON COLUMN 客户."手机号" IS '移动电话';

        COPY public.客户 (id, "姓名", "手机号") FROM stdin;
        1\t张三\t13700137000
        2\t\\N\t13700137001
        \\.
        ;

        --
        -- PostgreSQL database dump complete
        --

        """,
      lines: [
        "public.客户: id=1 | 姓名=张三 | 手机号=13700137000", "public.客户: id=2 | 姓名=∅ | 手机号=13700137001",
      ]),
    Script(
      testDescription: "KingbaseES",
      text: """
        --
        -- Kingbase database dump
        --

        SET statement_timeout = 0;
        SET client_encoding = 'UTF8';
        SELECT sys_catalog.set_config('search_path', '', false);

        CREATE TABLE "PUBLIC"."客户" (
            "ID" integer AUTO_INCREMENT,
            "姓名" character varying(20 char),
            "手机号" text
        );
        COPY "PUBLIC"."客户" ("ID", "姓名", "手机号") FROM stdin;
        1\t李四\t13700137002
        \\.

        --
        -- Kingbase database dump complete
        --

        """,
      lines: ["PUBLIC.客户: ID=1 | 姓名=李四 | 手机号=13700137002"]),
    Script(
      testDescription: "MySQL Shell and MySQL Workbench",
      text: """
        -- MySQLShell dump 2.0.1  Distrib Ver 8.0.36 for Linux on x86_64
        -- Server: localhost    Database: shop    Table: t
        -- ------------------------------------------------------
        /*!40103 SET TIME_ZONE='+00:00' */;
        CREATE TABLE IF NOT EXISTS `shop`.`t` (`a` int NOT NULL /*!80023 INVISIBLE */,
          `b` varchar(20) GENERATED ALWAYS AS (concat(`a`,_utf8mb4'\\'')) VIRTUAL COMMENT '乙') ENGINE=InnoDB;
        START TRANSACTION;
        USE `shop`;
        INSERT INTO `t` (`a`, `b`) VALUES (1, DEFAULT);
        INSERT INTO `t` (`a`, `b`) VALUES (2, '\\'13700137000');
        COMMIT;

        """,
      lines: ["shop.t: a=1 | b=∅", "shop.t: a=2 | b='13700137000"]),
    Script(
      testDescription: "DM: one statement per row, names in double quotes",
      text: """
        CREATE TABLE "SYSDBA"."客户" ("ID" INT IDENTITY(1, 1) NOT NULL, "手机" VARCHAR(20)) STORAGE(ON "MAIN", CLUSTERBTR) ;
        COMMENT ON COLUMN "SYSDBA"."客户"."手机" IS '手机号';
        SET IDENTITY_INSERT "SYSDBA"."客户" ON;
        INSERT INTO "SYSDBA"."客户"("ID","手机") VALUES(1,'13700137000');
        INSERT INTO "SYSDBA"."客户"("ID","手机") VALUES(2,'反斜杠\\');

        """,
      lines: ["SYSDBA.客户: ID=1 | 手机=13700137000", "SYSDBA.客户: ID=2 | 手机=反斜杠\\"]),
  ]

  @Test("Scripts are read to table and column", arguments: scripts)
  func script(_ script: Script) {
    let sink = DumpSink.read(script.text)
    #expect(sink.lines == script.lines)
    #expect(sink.gaps == [])
  }
}
