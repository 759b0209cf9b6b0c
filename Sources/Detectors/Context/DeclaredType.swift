/// The declared type of a column, as a dump or catalogue writes it, by what it can hold.
enum DeclaredType: Equatable {
  case boolean
  /// A whole number; the greatest count of digits it holds.
  case integer(digits: Int)
  /// A number with digits behind the point: an amount, a measure.
  case fraction
  case date
  /// A day and a time.
  case moment
  /// A time without a day, a year, a length of time.
  case time
  /// Text of at most `limit` characters; nil where none is stated.
  case text(limit: Int?)
  /// Values of a fixed list.
  case choice
  /// An address of a network or device.
  case network
  case uuid
  /// JSON, XML, bytes, arrays and whatever else may hold anything.
  case other

  /// - Parameter text: `varchar(18)`, `DECIMAL(10, 2) unsigned`, `character varying(20)`; nil comes
  ///   out where nothing is declared.
  init?(_ text: String) {
    let lower = text.lowercased()
    let name = lower.prefix { $0.isLetter || $0 == " " || $0 == "_" || $0.isNumber }
    let words = name.split { $0 == " " }.map(String.init)
    guard let first = words.first else { return nil }
    let numbers = Self.numbers(in: lower)
    if lower.contains("[]") {
      self = .other
      return
    }
    switch first {
    case "boolean", "bool": self = .boolean
    case "bit": self = (numbers.first ?? 1) == 1 ? .boolean : .other
    case "tinyint": self = numbers.first == 1 ? .boolean : .integer(digits: 3)
    case "smallint", "int2", "smallserial": self = .integer(digits: 5)
    case "mediumint": self = .integer(digits: 8)
    case "int", "integer", "int4", "serial", "serial4": self = .integer(digits: 10)
    case "bigint", "int8", "bigserial", "serial8", "long": self = .integer(digits: 19)
    case "decimal", "numeric", "number", "dec":
      let scale = numbers.count > 1 ? numbers[1] : 0
      self = scale > 0 ? .fraction : .integer(digits: numbers.first ?? 38)
    case "money", "smallmoney", "float", "real", "float4", "float8", "binary_float",
      "binary_double":
      self = .fraction
    case "double": self = .fraction
    case "date": self = .date
    case "datetime", "datetime2", "timestamp", "timestamptz", "smalldatetime", "datetimeoffset":
      self = .moment
    case "time", "timetz", "year", "interval": self = .time
    case "char", "character", "nchar", "varchar", "varchar2", "nvarchar", "nvarchar2", "bpchar",
      "string":
      self = .text(limit: numbers.first)
    case "national": self = .text(limit: numbers.first)
    case "text", "tinytext", "mediumtext", "longtext", "clob", "nclob", "ntext", "citext":
      self = .text(limit: nil)
    case "enum", "set": self = .choice
    case "inet", "cidr", "macaddr", "macaddr8": self = .network
    case "uuid", "uniqueidentifier": self = .uuid
    default: self = .other
    }
  }

  /// The numbers in the first brackets.
  private static func numbers(in text: String) -> [Int] {
    guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else {
      return []
    }
    return text[text.index(after: open)..<close].split(separator: ",").compactMap { part in
      Int(part.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber })
    }
  }
}
