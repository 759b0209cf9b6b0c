/// A demand on the results, `log:f1=0.97`: in that surrounding, every type of the mission must
/// reach the share. `all:` holds for the sum over all surroundings, `columns=1` for the share of
/// columns whose kinds are right, `reliability` for the promise of each level.
struct Gate {
  enum Measure: String, CaseIterable { case precision, recall, f1 }

  enum Demand {
    case score(place: String, Measure, Double)
    case columns(Double)
    case reliability
  }

  let text: String
  let demand: Demand

  init?(_ text: String) {
    self.text = text
    if text == "reliability" {
      demand = .reliability
      return
    }
    let part = text.split(separator: "=")
    guard part.count == 2, let share = Double(part[1]), (0...1).contains(share) else { return nil }
    if part[0] == "columns" {
      demand = .columns(share)
      return
    }
    let head = part[0].split(separator: ":")
    guard head.count == 2, let measure = Measure(rawValue: String(head[1])) else { return nil }
    demand = .score(place: String(head[0]), measure, share)
  }
}
