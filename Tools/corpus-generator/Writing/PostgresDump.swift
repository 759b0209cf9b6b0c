/// Writes tables as `pg_dump` does: schema and comments first, then COPY blocks, or INSERTs without
/// column names (`--inserts`).
struct PostgresDump {
  let copies: Bool

  func write(_ tables: [Table], to file: inout Manuscript) {
    file.write(PostgresDump.header)
    for table in tables { file.write(schema(of: table)) }
    for table in tables {
      file.write(
        "--\n-- Data for Name: \(table.name); Type: TABLE DATA; Schema: public; Owner: app\n")
      file.write("--\n\n")
      file.beginTable("public." + table.name, columns: table.columns.map(\.name))
      if copies { copy(table, to: &file) } else { insert(table, to: &file) }
      file.endTable()
    }
    file.write("--\n-- PostgreSQL database dump complete\n--\n\n")
  }

  private func copy(_ table: Table, to file: inout Manuscript) {
    let names = table.columns.map(\.name).joined(separator: ", ")
    file.write("COPY public.\(table.name) (\(names)) FROM stdin;\n")
    for row in table.rows {
      file.beginRecord()
      for (index, cell) in row.enumerated() {
        if index > 0 { file.write("\t") }
        write(cell, named: table.columns[index].name, null: "\\N", quote: "", to: &file) {
          PostgresDump.copyEscaped($0)
        }
      }
      file.endRecord()
      file.write("\n")
    }
    file.write("\\.\n\n\n")
  }

  private func insert(_ table: Table, to file: inout Manuscript) {
    for row in table.rows {
      file.beginRecord()
      file.write("INSERT INTO public.\(table.name) VALUES (")
      for (index, cell) in row.enumerated() {
        if index > 0 { file.write(", ") }
        write(cell, named: table.columns[index].name, null: "NULL", quote: "'", to: &file) {
          $0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        }
      }
      file.endRecord()
      file.write(");\n")
    }
    file.write("\n\n")
  }

  private func write(
    _ cell: Cell, named name: String, null: String, quote: String, to file: inout Manuscript,
    escape: (String) -> String
  ) {
    switch cell {
    case .null:
      file.beginField(name, isPresent: false)
      file.write(null)
    case .number(let text):
      file.beginField(name, isPresent: true)
      file.write(text)
    case .text(let passage):
      file.beginField(name, isPresent: true)
      file.write(quote)
      file.plant(passage, escape: escape)
      file.write(quote)
    }
  }

  static func copyEscaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func schema(of table: Table) -> String {
    var text = "--\n-- Name: \(table.name); Type: TABLE; Schema: public; Owner: app\n--\n\n"
    text += "CREATE TABLE public.\(table.name) (\n"
    text += table.columns.map { "    \($0.name) \($0.declaredType)" }.joined(separator: ",\n")
    text += "\n);\n\n\nALTER TABLE public.\(table.name) OWNER TO app;\n\n"
    if !table.comment.isEmpty {
      text += "--\n-- Name: TABLE \(table.name); Type: COMMENT; Schema: public; Owner: app\n--\n\n"
      text += "COMMENT ON TABLE public.\(table.name) IS '\(table.comment)';\n\n\n"
    }
    for column in table.columns where !column.comment.isEmpty {
      text += "--\n-- Name: COLUMN \(table.name).\(column.name); Type: COMMENT; Schema: public; "
      text += "Owner: app\n--\n\n"
      text += "COMMENT ON COLUMN public.\(table.name).\(column.name) IS '\(column.comment)';\n\n\n"
    }
    return text
  }

  private static let header = """
    --
    -- PostgreSQL database dump
    --

    -- Dumped from database version 15.6 (Debian 15.6-0+deb12u1)
    -- Dumped by pg_dump version 15.6 (Debian 15.6-0+deb12u1)

    SET statement_timeout = 0;
    SET lock_timeout = 0;
    SET idle_in_transaction_session_timeout = 0;
    SET client_encoding = 'UTF8';
    SET standard_conforming_strings = on;
    SELECT pg_catalog.set_config('search_path', '', false);
    SET check_function_bodies = false;
    SET xmloption = content;
    SET client_min_messages = warning;
    SET row_security = off;

    SET default_tablespace = '';

    SET default_table_access_method = heap;


    """
}
