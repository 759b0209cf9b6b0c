/// A table of the trial: its rows, and what each of its columns is.
struct TrialTable {
  var table: Table
  /// By column: the kinds that its values have, none in a decoy column; nil where a column holds
  /// free text and has no kind.
  let truth: [[DatumType]?]

  /// How columns are called.
  enum Naming: CaseIterable {
    case chinese, english, camel, pinyin, none, commentsOnly
  }

  /// Draws `rows` rows with the kinds of `types` and decoy columns between them.
  init(
    _ name: String, types: [DatumType], naming: Naming, rows: Int,
    papers: inout TrialPapers, decoys: inout TrialDecoys
  ) {
    var columns = [Column(naming == .chinese ? "序号" : "id", "bigint", "主键")]
    var truth: [[DatumType]?] = [[]]
    var kinds: [Kind] = [.counter]
    for (index, type) in types.enumerated() {
      let column = TrialTable.column(type, naming, taken: columns, &papers.random)
      columns.append(column)
      truth.append([type])
      let label = naming == .commentsOnly ? column.comment : column.name
      kinds.append(
        .datum(type, style: papers.random.below(3), label: naming == .none ? "" : label))
      let decoy = decoys.column(naming, number: index, taken: columns)
      columns.append(decoy.column)
      truth.append([])
      kinds.append(.decoy(decoy.filling))
    }
    columns.append(
      Column(["备注", "remark", "remark", "bz", "remark", "f99"][naming.index], "text", "备注"))
    truth.append(nil)
    kinds.append(.remark)
    table = Table(name, naming == .none ? "" : "资料", columns: columns)
    self.truth = truth
    for row in 1...max(rows, 1) {
      table.rows.append(
        kinds.map { TrialTable.cell($0, row: row, papers: &papers, decoys: &decoys) })
    }
  }

  private enum Kind {
    case counter
    case datum(DatumType, style: Int, label: String)
    case decoy(TrialDecoys.Filling)
    case remark
  }

  private static func column(
    _ type: DatumType, _ naming: Naming, taken: [Column],
    _ random: inout SplitMix64
  ) -> Column {
    let words = TypeWords.of(type)
    let size = [DatumType.address, .coordinates].contains(type) ? "varchar(255)" : "varchar(64)"
    let sql = type == .age ? "int" : type == .birthDate ? "varchar(10)" : size
    for _ in 0..<40 {
      let label = random.pick(words.labels)
      let english = random.pick(words.columns)
      let name: String
      switch naming {
      case .chinese: name = label
      case .english, .none: name = english
      case .camel: name = random.pick(words.keys)
      case .pinyin: name = words.pinyin.isEmpty ? english : random.pick(words.pinyin)
      case .commentsOnly: name = "f\(taken.count)"
      }
      if !taken.contains(where: { $0.name == name }) { return Column(name, sql, label) }
    }
    return Column("\(TypeWords.of(type).columns[0])_\(taken.count)", sql, words.labels[0])
  }

  private static func cell(
    _ kind: Kind, row: Int, papers: inout TrialPapers, decoys: inout TrialDecoys
  ) -> Cell {
    switch kind {
    case .counter: return .number(String(row))
    case .datum(let type, let style, let label):
      if papers.random.chance(6) { return .null }
      return .datum(papers.cell(type, style: style).of(label: label))
    case .decoy(let filling): return decoys.cell(filling)
    case .remark:
      switch papers.random.below(12) {
      case 0: return .text("来电\(papers.datum(.mobilePhone))要求改期")
      case 1: return .text("改寄\(papers.datum(.address, isBare: true).of(.delivery))")
      case 2: return .plain(decoys.clause())
      case 3: return .plain("已回访，满意")
      default: return .null
      }
    }
  }

  /// The lines of `expected-columns.jsonl`.
  func truthLines(path: String, table name: String, hasNames: Bool = true) -> String {
    zip(table.columns, truth).enumerated().map { index, pair in
      guard let types = pair.1 else { return "" }
      var line = Line()
      line.add("path", path)
      line.add("table", name)
      line.add("field", hasNames ? pair.0.name : "#\(index + 1)")
      line.add("types", types.map(\.rawValue))
      return line.text
    }.joined()
  }
}

extension TrialTable.Naming {
  fileprivate var index: Int {
    switch self {
    case .chinese: 0
    case .english: 1
    case .camel: 2
    case .pinyin: 3
    case .none: 4
    case .commentsOnly: 5
    }
  }
}
