/// One file of the corpus while it is being written: its bytes and what was planted in them.
struct Manuscript {
  /// Relative to the corpus folder.
  let path: String
  let asOf: CalendarDay
  /// What stands around an item unless its own form says more (`log`, `csv`, `sql`, ...).
  var surrounding: String
  /// Prose tells glued, full-width and separated values apart; tables do not.
  var judgesForm = false
  /// Nil writes UTF-8.
  var encoding: TextEncoding?

  private(set) var bytes: [UInt8] = []
  private(set) var items: [PlantedItem] = []
  private(set) var tables: [TableCount] = []
  private var firstOfRecord = 0
  private var births: [Int: CalendarDay] = [:]
  private var table: String?
  private var field: String?
  private var record: Int?

  init(path: String, surrounding: String, asOf: CalendarDay, encoding: TextEncoding? = nil) {
    self.path = path
    self.surrounding = surrounding
    self.asOf = asOf
    self.encoding = encoding
    if let encoding { bytes = encoding.byteOrderMark }
  }

  mutating func write(_ text: String) {
    if let encoding { bytes += encoding.encode(text) } else { bytes += text.utf8 }
  }

  /// Bytes that are no text, as broken files have them.
  mutating func write(raw: [UInt8]) { bytes += raw }

  /// Writes the passage; `escape` is the container's way to write ordinary text.
  mutating func plant(_ passage: Passage, escape: (String) -> String = { $0 }) {
    for (index, piece) in passage.pieces.enumerated() {
      switch piece {
      case .text(let text):
        write(escape(text))
      case .datum(let datum, let subject):
        let start = bytes.count
        write(escape(datum.written))
        if let birth = datum.birth { births[subject] = birth }
        items.append(
          PlantedItem(
            datum: datum, span: start..<bytes.count, table: table, field: field, record: record,
            surrounding: judgesForm ? form(of: index, in: passage) : surrounding,
            subject: subject))
      }
    }
  }

  /// A line of text, a record of its own.
  mutating func line(_ passage: Passage, ending: String = "\n") {
    plant(passage)
    write(ending)
    endRecord()
  }

  mutating func beginTable(_ name: String, columns: [String]) {
    table = name
    if !tables.contains(where: { $0.name == name }) {
      tables.append(TableCount(name: name, columns: columns))
    }
  }

  mutating func endTable() {
    table = nil
    field = nil
  }

  /// Starts the next record of the current table.
  mutating func beginRecord() {
    guard let index = tables.firstIndex(where: { $0.name == table }) else { return }
    tables[index].records += 1
    record = tables[index].records
  }

  /// The cell that is written next; `isPresent` is false for NULL and for an empty cell.
  mutating func beginField(_ name: String, isPresent: Bool) {
    field = name
    guard let index = tables.firstIndex(where: { $0.name == table }),
      let column = tables[index].columns.firstIndex(of: name)
    else { return }
    if isPresent { tables[index].values[column] += 1 }
  }

  /// Ages of the record's persons are known now, and given to their data.
  mutating func endRecord() {
    for index in firstOfRecord..<items.count {
      if let birth = births[items[index].subject] {
        items[index].ageInYears = birth.age(on: asOf)
      }
    }
    firstOfRecord = items.count
    births.removeAll()
    record = nil
    field = nil
  }

  /// A value in the file's own name.
  mutating func plantInName(_ datum: Datum) {
    items.append(
      PlantedItem(datum: datum, span: nil, surrounding: "path", subject: 0))
    endRecord()
  }

  /// `full-width` and `separated` by the value's own letters, else `glued` when it touches a
  /// Chinese character.
  private func form(of index: Int, in passage: Passage) -> String {
    guard case .datum(let datum, _) = passage.pieces[index] else { return surrounding }
    let scalars = datum.written.unicodeScalars
    if scalars.contains(where: { (0xff10...0xff19).contains($0.value) }) { return "full-width" }
    let marks: [Unicode.Scalar] = [" ", "-", "(", "（", "+"]
    if datum.type != .email, datum.type != .birthDate,
      scalars.contains(where: { marks.contains($0) })
    {
      return "separated"
    }
    let before = index > 0 ? Passage(passage.pieces[index - 1]).plain.unicodeScalars.last : nil
    let after =
      index + 1 < passage.pieces.count
      ? Passage(passage.pieces[index + 1]).plain.unicodeScalars.first : nil
    let touches = [before, after].contains { scalar in
      scalar.map { (0x4e00...0x9fff).contains($0.value) } ?? false
    }
    return touches ? "glued" : surrounding
  }
}

extension Passage {
  fileprivate init(_ piece: Piece) { self.pieces = [piece] }
}
