/// Writes tables as `mysqldump` and `mariadb-dump` do: header, conditional comments, CREATE TABLE
/// with comments, LOCK TABLES, extended INSERTs.
struct MySQLDump {
  enum Server { case mysql, mariadb }

  let server: Server
  let database: String
  /// `--complete-insert`: column names in every INSERT.
  var namesColumns = false

  func write(_ tables: [Table], to file: inout Manuscript) {
    file.write(header)
    for table in tables {
      file.write(schema(of: table))
      writeRows(of: table, to: &file)
    }
    file.write(footer)
  }

  private func writeRows(of table: Table, to file: inout Manuscript) {
    file.write("--\n-- Dumping data for table `\(table.name)`\n--\n\n")
    file.write("LOCK TABLES `\(table.name)` WRITE;\n")
    file.write("/*!40000 ALTER TABLE `\(table.name)` DISABLE KEYS */;\n")
    file.beginTable(table.name, columns: table.columns.map(\.name))
    let names =
      namesColumns ? " (" + table.columns.map { "`\($0.name)`" }.joined(separator: ", ") + ")" : ""
    var start = 0
    for (number, row) in table.rows.enumerated() {
      // A statement is closed at the server's net buffer, which is 16 KiB here.
      if number > 0, file.bytes.count - start < 16_384 {
        file.write(server == .mariadb ? ",\n(" : ",(")
      } else {
        if number > 0 { file.write(";\n") }
        start = file.bytes.count
        file.write("INSERT INTO `\(table.name)`\(names) VALUES")
        file.write(server == .mariadb ? "\n(" : " (")
      }
      file.beginRecord()
      for (index, cell) in row.enumerated() {
        if index > 0 { file.write(",") }
        write(cell, named: table.columns[index].name, to: &file)
      }
      file.endRecord()
      file.write(")")
    }
    if !table.rows.isEmpty { file.write(";\n") }
    file.endTable()
    file.write("/*!40000 ALTER TABLE `\(table.name)` ENABLE KEYS */;\nUNLOCK TABLES;\n\n")
  }

  private func write(_ cell: Cell, named name: String, to file: inout Manuscript) {
    switch cell {
    case .null:
      file.beginField(name, isPresent: false)
      file.write("NULL")
    case .number(let text):
      file.beginField(name, isPresent: true)
      file.write(text)
    case .text(let passage):
      file.beginField(name, isPresent: true)
      file.write("'")
      file.plant(passage, escape: MySQLDump.escaped)
      file.write("'")
    }
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\0": result += "\\0"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\\": result += "\\\\"
      case "'": result += "\\'"
      case "\"": result += "\\\""
      case "\u{1a}": result += "\\Z"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func schema(of table: Table) -> String {
    var text = "--\n-- Table structure for table `\(table.name)`\n--\n\n"
    text += "DROP TABLE IF EXISTS `\(table.name)`;\n"
    text += "/*!40101 SET @saved_cs_client     = @@character_set_client */;\n"
    text +=
      server == .mysql
      ? "/*!50503 SET character_set_client = utf8mb4 */;\n"
      : "/*!40101 SET character_set_client = utf8mb4 */;\n"
    text += "CREATE TABLE `\(table.name)` (\n"
    for (index, column) in table.columns.enumerated() {
      text += "  `\(column.name)` \(column.declaredType)"
      text += index == 0 ? " NOT NULL AUTO_INCREMENT" : " DEFAULT NULL"
      if !column.comment.isEmpty { text += " COMMENT '\(MySQLDump.escaped(column.comment))'" }
      text += ",\n"
    }
    text += "  PRIMARY KEY (`\(table.columns[0].name)`)\n"
    text += ") ENGINE=InnoDB AUTO_INCREMENT=\(table.rows.count + 1) DEFAULT CHARSET=utf8mb4"
    text += server == .mysql ? " COLLATE=utf8mb4_0900_ai_ci" : " COLLATE=utf8mb4_general_ci"
    if !table.comment.isEmpty { text += " COMMENT='\(table.comment)'" }
    return text + ";\n/*!40101 SET character_set_client = @saved_cs_client */;\n\n"
  }

  private var header: String {
    switch server {
    case .mysql:
      """
      -- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
      --
      -- Host: localhost    Database: \(database)
      -- ------------------------------------------------------
      -- Server version\t8.0.36

      /*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
      /*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
      /*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
      /*!50503 SET NAMES utf8mb4 */;
      /*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
      /*!40103 SET TIME_ZONE='+00:00' */;
      /*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
      /*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
      /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
      /*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;


      """
    case .mariadb:
      """
      /*M!999999\\- enable the sandbox mode */
      -- MariaDB dump 10.19  Distrib 10.11.6-MariaDB, for debian-linux-gnu (x86_64)
      --
      -- Host: localhost    Database: \(database)
      -- ------------------------------------------------------
      -- Server version\t10.11.6-MariaDB-0+deb12u1

      /*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
      /*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
      /*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
      /*!40101 SET NAMES utf8mb4 */;
      /*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
      /*!40103 SET TIME_ZONE='+00:00' */;
      /*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
      /*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
      /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
      /*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;


      """
    }
  }

  private var footer: String {
    """
    /*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

    /*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
    /*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
    /*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
    /*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
    /*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
    /*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
    /*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

    -- Dump completed on 2026-11-21 23:10:02

    """
  }
}
