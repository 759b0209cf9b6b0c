import Findings
import Policies

/// The persons of a run: how many, against the lines of law, and the minors among them.
enum PersonsJSON {
  static func append(_ totals: RunTotals, to document: inout JSONDocument) {
    let counts = totals.legalCounts
    document.object("persons") {
      append(counts.persons, to: &$0)
      $0.number("beside_sensitive_upper", counts.besideSensitive.upper)
      $0.array("lines") {
        for line in LegalLine.all {
          $0.object { append(line, counts, to: &$0) }
        }
      }
    }
    let people = totals.people
    document.object("minors") {
      append("under_14", people, [.under14], to: &$0)
      append("upto_14", people, [.under14, .fourteen], to: &$0)
      append("age_14_17", people, [.fourteen, .from15To17], to: &$0)
      $0.number("turning_14", people.turning14Today)
      $0.number("weak_signs", people.weakSigns)
      $0.number("guardian_beside", people.guardianBeside)
      $0.number("plain_under_14", people.plainUnder14)
    }
  }

  private static func append(_ persons: PersonCount, to document: inout JSONDocument) {
    document.number("count", persons.count)
    document.number("lower", persons.lower)
    document.number("upper", persons.upper)
    document.boolean("is_exact", persons.isExact)
  }

  private static func append(
    _ line: LegalLine, _ counts: LegalCounts, to document: inout JSONDocument
  ) {
    document.text("id", line.id)
    document.text("source", line.source)
    document.number("number", line.border.number)
    let count = counts.count(of: line.subject)
    document.number("lower", count.lower)
    document.number("upper", count.upper)
    document.text("standing", line.standing(counts).rawValue)
  }

  private static func append(
    _ name: String, _ people: PersonTally, _ bands: [AgeBand], to document: inout JSONDocument
  ) {
    document.object(name) {
      $0.number("records", bands.reduce(0) { $0 + people.records($1) })
      append(bands.reduce(.zero) { $0 + people.persons($1) }, to: &$0)
    }
  }
}
