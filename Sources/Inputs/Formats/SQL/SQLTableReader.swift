import Findings

/// Reads what stands behind `CREATE TABLE`: names, types and comments of the columns.
struct SQLTableReader {
  private let lexer: SQLLexer
  private let catalogue: SQLCatalogue
  private var columns: [ColumnShape] = []
  private var generated: Set<Int> = []

  init(_ lexer: SQLLexer, catalogue: SQLCatalogue) {
    self.lexer = lexer
    self.catalogue = catalogue
  }

  /// Words that begin a key, constraint or option where a column might begin.
  private static let constraints = [
    "check", "constraint", "exclude", "foreign", "like", "primary", "unique",
  ]
  /// The same, but they are also names that columns have without quotes.
  private static let indexes = ["fulltext", "index", "key", "period", "spatial"]
  /// Words that end a type and begin what else is said of a column.
  private static let attributes = [
    "as", "auto_increment", "autoincrement", "charset", "check", "collate", "column_format",
    "comment", "compression", "constraint", "default", "encode", "generated", "identity",
    "invisible", "key", "not", "null", "on", "persistent", "primary", "references", "sparse",
    "stored", "unique", "virtual", "visible",
  ]

  /// The attributes by which the server counts a column's values.
  private static let counters = ["auto_increment", "autoincrement", "identity"]

  /// Reads from the table's name on. Ends behind the statement.
  mutating func read() -> SQLValueEnd {
    var token = lexer.next(stopsAtStatements: true)
    if token == .word, lexer.isText("if") {
      // IF NOT EXISTS
      _ = lexer.next(stopsAtStatements: true)
      _ = lexer.next(stopsAtStatements: true)
      token = lexer.next(stopsAtStatements: true)
    }
    guard let name = lexer.readQualifiedName(from: token) else {
      lexer.unread(token)
      return lexer.skipStatement()
    }
    token = lexer.next(stopsAtStatements: true)
    if token == .word, lexer.isText(oneOf: ["partition", "like"]) {
      return readCopyOfTable(named: name)
    }
    guard token == .symbol(SQLBytes.open) else {
      lexer.unread(token)
      return lexer.skipStatement()
    }
    var isComplete = true
    var end = readColumns()
    var comment = ""
    if case .closed = end {
      (comment, end) = readOptions()
    } else {
      isComplete = false
      if case .broken = end { lexer.cursor.noteMalformed(at: lexer.cursor.position) }
    }
    let shape = TableShape(
      name: catalogue.qualified(name), comment: comment, columns: columns)
    // What is cut off may be the columns' rest; what is known of them still names values.
    if isComplete || !columns.isEmpty { catalogue.define(shape, generated: generated) }
    return end
  }

  /// Reads what stands behind `PARTITION` of `PARTITION OF parent`, or behind `LIKE`: a table with the
  /// columns of another.
  private mutating func readCopyOfTable(named name: [String]) -> SQLValueEnd {
    let isPartition = lexer.isText("partition")
    var token = lexer.next(stopsAtStatements: true)
    if isPartition, token == .word, lexer.isText("of") {
      token = lexer.next(stopsAtStatements: true)
    }
    if let parent = lexer.readQualifiedName(from: token) {
      inherit(from: parent)
      if !columns.isEmpty {
        catalogue.define(
          TableShape(name: catalogue.qualified(name), columns: columns), generated: generated)
      }
    } else {
      lexer.unread(token)
    }
    return lexer.skipStatement()
  }

  /// Puts the columns of the table `parent` before those of its own. One that both have stands where
  /// the parent has it.
  private mutating func inherit(from parent: [String]) {
    guard let parent = catalogue.columns(of: parent) else { return }
    let known = Set(parent.shapes.map(\.name))
    let own = columns.indices.filter { !known.contains(columns[$0].name) }
    var merged = parent.shapes
    for column in columns {
      if let index = merged.firstIndex(where: { $0.name == column.name }) { merged[index] = column }
    }
    let ownGenerated = own.indices.filter { generated.contains(own[$0]) }
    generated = Set(parent.generated).union(ownGenerated.map { parent.shapes.count + $0 })
    columns = merged + own.map { columns[$0] }
  }

  /// Reads up to the `)` behind the columns.
  private mutating func readColumns() -> SQLValueEnd {
    while true {
      let token = lexer.next(stopsAtStatements: true)
      let end: SQLTableElementEnd
      switch token {
      case .end: return .cut
      case .statementStart: return .broken
      case .symbol(SQLBytes.close): return .closed
      case .symbol(SQLBytes.comma): continue
      case .symbol(SQLBytes.semicolon): return .broken
      case .word where lexer.isText(oneOf: Self.constraints): end = skipElement()
      case .word where lexer.isText(oneOf: Self.indexes): end = readColumnOrIndex()
      case .word, .name, .string: end = readColumn(named: lexer.textString)
      default: end = skipElement()
      }
      switch end {
      case .comma: continue
      case .close: return .closed
      case .other(let end): return end
      }
    }
  }

  private enum SQLTableElementEnd {
    case comma
    case close
    case other(SQLValueEnd)
  }

  /// `KEY name (column)` is an index; `key varchar(20)` is a column.
  private mutating func readColumnOrIndex() -> SQLTableElementEnd {
    let name = lexer.textString
    let token = lexer.next(stopsAtStatements: true)
    guard token == .word, !lexer.isText(oneOf: ["using", "for", "key", "index"]) else {
      lexer.unread(token)
      return skipElement()
    }
    var type = lexer.text
    let opening = lexer.next(stopsAtStatements: true)
    guard opening == .symbol(SQLBytes.open) else {
      lexer.unread(opening)
      return readColumn(named: name, type: type)
    }
    type.append(SQLBytes.open)
    let argument = lexer.next(stopsAtStatements: true)
    guard argument == .word, let digit = lexer.text.first, SQLBytes.isDigit(digit) else {
      lexer.unread(argument)
      return skipElement(depth: 1)
    }
    type.append(contentsOf: lexer.text)
    return readColumn(named: name, type: type, depth: 1)
  }

  /// Reads a column from its type on, of which `type` was read already.
  private mutating func readColumn(named name: String, type: [UInt8] = [], depth: Int = 0)
    -> SQLTableElementEnd
  {
    var type = SQLTypeText(type)
    var comment = ""
    var isGenerated = false
    var isCounter = false
    var depth = depth
    var isInType = true
    /// The last word, as far as it matters: what follows it decides.
    var awaits: Awaited = .nothing
    while true {
      let token = lexer.next(stopsAtStatements: true)
      switch token {
      case .end, .statementStart:
        add(
          ColumnShape(
            name: name, comment: comment, declaredType: type.string, isCounter: isCounter),
          isGenerated)
        return .other(token == .end ? .cut : .broken)
      case .symbol(SQLBytes.open):
        if awaits == .expression { isGenerated = true }
        depth += 1
      case .symbol(SQLBytes.close), .symbol(SQLBytes.comma):
        if depth == 0 {
          add(
            ColumnShape(
              name: name, comment: comment, declaredType: type.string, isCounter: isCounter),
            isGenerated)
          return token == .symbol(SQLBytes.comma) ? .comma : .close
        }
        if token == .symbol(SQLBytes.close) { depth -= 1 }
      case .string:
        if awaits == .comment { comment = Self.comment(lexer) }
      case .word where depth == 0 && lexer.isText(oneOf: Self.attributes):
        isInType = false
        if lexer.isText(oneOf: Self.counters) { isCounter = true }
      case .word where depth == 0 && lexer.isText("character") && !type.isEmpty:
        isInType = false
      default: break
      }
      if isInType { type.append(token, text: lexer.text, isInside: depth > 0) }
      if token == .word, depth == 0 {
        awaits = lexer.isText("comment") ? .comment : lexer.isText("as") ? .expression : .nothing
      } else if token != .symbol(UInt8(ascii: "=")) {
        awaits = .nothing
      }
    }
  }

  private enum Awaited {
    case nothing
    /// `COMMENT` was read: a string follows.
    case comment
    /// `AS` was read: in parentheses, what the server computes the column from.
    case expression
  }

  private mutating func add(_ column: ColumnShape, _ isGenerated: Bool) {
    guard columns.count < SQLCatalogue.mostColumns else {
      catalogue.noteLimit()
      return
    }
    if isGenerated { generated.insert(columns.count) }
    columns.append(column)
  }

  private func skipElement(depth: Int = 0) -> SQLTableElementEnd {
    var depth = depth
    while true {
      switch lexer.next(stopsAtStatements: true) {
      case .end: return .other(.cut)
      case .statementStart: return .other(.broken)
      case .symbol(SQLBytes.open): depth += 1
      case .symbol(SQLBytes.comma) where depth == 0: return .comma
      case .symbol(SQLBytes.close):
        if depth == 0 { return .close }
        depth -= 1
      default: continue
      }
    }
  }

  /// Reads what follows the columns, for the table's comment.
  private mutating func readOptions() -> (comment: String, end: SQLValueEnd) {
    var comment = ""
    var depth = 0
    var awaitsComment = false
    while true {
      switch lexer.next(stopsAtStatements: true) {
      case .end: return (comment, .open)
      case .statementStart: return (comment, .closed)
      case .symbol(SQLBytes.semicolon):
        lexer.hasDelimiters = true
        return (comment, .closed)
      case .symbol(SQLBytes.open): depth += 1
      case .symbol(SQLBytes.close): depth -= 1
      case .symbol(UInt8(ascii: "=")): continue
      case .word where depth == 0 && lexer.isText("comment"):
        awaitsComment = true
        continue
      case .word where depth == 0 && lexer.isText("inherits"): readParents()
      case .string where awaitsComment: comment = Self.comment(lexer)
      default: break
      }
      awaitsComment = false
    }
  }

  /// Reads `(a, b)` behind `INHERITS`.
  private mutating func readParents() {
    guard lexer.next(stopsAtStatements: true) == .symbol(SQLBytes.open) else { return }
    var parents: [[String]] = []
    while parents.count < 64 {
      let token = lexer.next(stopsAtStatements: true)
      guard let parent = lexer.readQualifiedName(from: token) else {
        lexer.unread(token)
        break
      }
      parents.append(parent)
      let separator = lexer.next(stopsAtStatements: true)
      guard separator == .symbol(SQLBytes.comma) else {
        if separator != .symbol(SQLBytes.close) { lexer.unread(separator) }
        break
      }
    }
    for parent in parents.reversed() { inherit(from: parent) }
  }

  private static func comment(_ lexer: SQLLexer) -> String {
    String(decoding: lexer.text.prefix(SQLCatalogue.longestCommentInBytes), as: UTF8.self)
  }
}
