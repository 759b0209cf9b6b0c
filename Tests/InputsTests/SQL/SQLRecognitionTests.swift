import Inputs
import Testing

@Suite("Recognition of SQL dumps")
struct SQLRecognitionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    var fileExtension = ""
    let dialect: SQLDialect?
  }

  static let cases = [
    Case(
      testDescription: "mysqldump", text: "-- MySQL dump 10.13  Distrib 8.0.36\n--\n",
      dialect: .mysqldump),
    Case(
      testDescription: "mariadb-dump",
      text: "/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19\n",
      dialect: .mysqldump),
    Case(
      testDescription: "mysqldump --compact",
      text: """
        /*!40101 SET @saved_cs_client     = @@character_set_client */;
        /*!50503 SET character_set_client = utf8mb4 */;
        CREATE TABLE `t` (`a` int);
        """, dialect: .mysqldump),
    Case(
      testDescription: "mydumper",
      text: "/*!40101 SET NAMES binary*/;\nINSERT INTO `t` VALUES\n(1);",
      dialect: .mysql),
    Case(
      testDescription: "pg_dump", text: "--\n-- PostgreSQL database dump\n--\n\n", dialect: .pgDump),
    Case(
      testDescription: "pg_dumpall", text: "--\n-- PostgreSQL database cluster dump\n--\n",
      dialect: .pgDump),
    Case(
      testDescription: "pg_dump --no-comments",
      text: "SET statement_timeout = 0;\nCREATE TABLE public.t (\n    a integer\n);\n",
      dialect: .pgDump),
    Case(
      testDescription: "COPY by hand", text: "COPY t (a) FROM stdin;\n1\n\\.\n", dialect: .postgres),
    Case(
      testDescription: "a program that names itself behind other text",
      text: "Output of the nightly job:\nok --\n----\n \t-- MySQL dump 10.13  Distrib 8.0.36\n--\n",
      dialect: .mysqldump),
    Case(
      testDescription: "the same in a comment of other text",
      text: "int main;\n/*\n--\n-- PostgreSQL database dump\n--\n*/\n", dialect: .pgDump),
    Case(
      testDescription: "a program that is named amid lines",
      text: "Output of the nightly job:\nfound -- MySQL dump 10.13\n--- MySQL dump 10.13\n",
      dialect: nil),
    Case(
      testDescription: "statements behind other text",
      text: "Output of the nightly job:\nINSERT INTO t VALUES (1);\n", dialect: nil),
    Case(
      testDescription: "phpMyAdmin", text: "-- phpMyAdmin SQL Dump\n-- version 5\n", dialect: .mysql
    ),
    Case(testDescription: "Navicat", text: SQLSamples.navicat, dialect: .mysql),
    Case(testDescription: "SQLite", text: SQLSamples.sqlite, dialect: .standard),
    Case(testDescription: "SQL Server", text: SQLSamples.sqlServer, dialect: .standard),
    Case(testDescription: "Oracle", text: SQLSamples.oracle, dialect: .standard),
    Case(
      testDescription: "statements alone", text: "insert into t values (1, 'a');\n",
      dialect: .standard),
    Case(
      testDescription: "a list of columns on the next line",
      text: "INSERT INTO t\n(a, b)\nVALUES\n(1, 2);\n", dialect: .standard),
    Case(
      testDescription: "backslashes before quotes amid text",
      text: "INSERT INTO t VALUES (1, 'it\\'s', '{\\\"a\\\":1}');\n", dialect: .mysql),
    Case(
      testDescription: "backslashes at the end of values",
      text: "INSERT INTO t VALUES (1, 'C:\\', 'D:\\');\n", dialect: .standard),
    Case(
      testDescription: "a file named .sql whose data come later",
      text: "SET NAMES utf8;\nDROP TABLE t;\n", fileExtension: "sql", dialect: .standard),
    Case(
      testDescription: "a file named .sql that begins with a note",
      text: "导出于 2024\nINSERT INTO t VALUES (1);\n", fileExtension: "sql", dialect: .standard),
    Case(
      testDescription: "a Python source",
      text: """
        import sqlite3
        # INSERT INTO t VALUES (1)
        def save(db):
            db.execute('''
        INSERT INTO t VALUES (1)
        ''')
        """, fileExtension: "py", dialect: nil),
    Case(
      testDescription: "a Java source",
      text: """
        /*
         * INSERT INTO t VALUES (1);
         */
        package a;
        class B { String s = "INSERT INTO t VALUES (?)"; }
        """, fileExtension: "java", dialect: nil),
    Case(
      testDescription: "a letter",
      text: "Insert into the slot a coin.\nCreate a table of contents.\nCopy it from stdin.\n",
      dialect: nil),
    Case(
      testDescription: "a log", text: "2024-01-01 INFO INSERT INTO t VALUES (1)\n", dialect: nil),
    Case(testDescription: "Lua", text: "-- INSERT INTO t VALUES (1)\nlocal x = 1\n", dialect: nil),
    Case(testDescription: "CSV", text: "select,from\n1,2\n", dialect: nil),
    Case(testDescription: "nothing", text: "", dialect: nil),
  ]

  @Test(
    "A dump is known by its comments or by its statements, and nothing else is", arguments: cases)
  func recognition(_ expected: Case) {
    let bytes = Array(expected.text.utf8)
    let dialect = SQLDumpReader.recognise(
      head: bytes.span, fileExtension: expected.fileExtension)
    #expect(dialect == expected.dialect)
  }

  @Test("A source is read in the format that its sample shows")
  func formats() {
    let formats: [(InputFormat, String)] = [
      (.mysqldump, SQLSamples.mariaDB), (.pgDump, SQLSamples.postgresCopy),
      (.sql, SQLSamples.sqlite),
    ]
    for (format, text) in formats {
      let sample = HeadSample(text: Array(text.utf8), isWhole: true)
      for (other, _) in formats {
        #expect((other.reader(sample) != nil) == (other.name == format.name))
      }
    }
  }
}
