@testable import corpus_generator

/// The invented people that fill the tables of live servers: the same ones at every run.
enum LivePeople {
  static let asOf = "2026-11-22"
  static let count = 300

  /// Name, number, mobile phone or NULL, mail address or nothing, of adults and children: SQL literals.
  static let rows: [[String]] = {
    var registry = Registry(seed: 20_261_122, stream: "live", asOf: CalendarDay(2026, 11, 22))
    return (0..<count).map { index in
      let person = index % 3 == 0 ? registry.minor() : registry.adult()
      return [
        "\(index + 1)", "'\(person.name)'", "'\(person.residentID.written)'",
        index % 7 == 0 ? "NULL" : "'\(person.mobile.written)'",
        index % 5 == 0 ? "''" : "'\(person.email.written)'",
      ]
    }
  }()

  static let values = rows.map { "(" + $0.joined(separator: ",") + ")" }.joined(separator: ",\n")
}
