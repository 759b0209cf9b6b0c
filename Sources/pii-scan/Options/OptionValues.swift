import ArgumentParser
import Findings
import Reports

/// What goes to standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case jsonl
  case csv
}

/// When something that suits terminals is used.
enum Choice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never

  /// - Parameter isTerminal: what `auto` stands for.
  func applies(isTerminal: Bool) -> Bool {
    switch self {
    case .auto: isTerminal
    case .always: true
    case .never: false
    }
  }
}

/// The language of everything a person reads.
enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
  case zh
  case en

  var language: RunDescription.Language { self == .zh ? .chinese : .english }
}

/// How many findings are written per asset, field and type.
enum FindingsAmount: ExpressibleByArgument, Equatable {
  case all
  case first(Int)
  case none

  init?(argument: String) {
    switch argument {
    case "all": self = .all
    case "none": self = .none
    default:
      guard argument.hasPrefix("first:"), let count = Int(argument.dropFirst(6)), count > 0 else {
        return nil
      }
      self = .first(count)
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .all: "all"
    case .first(let count): "first:\(count)"
    case .none: "none"
    }
  }

  /// The most findings of one asset, field and type that are written.
  var limit: Int {
    switch self {
    case .all: .max
    case .first(let count): count
    case .none: 0
    }
  }
}

/// `a,b,c`.
struct CommaList: ExpressibleByArgument, Equatable {
  let items: [String]

  init(_ items: [String]) { self.items = items }

  init?(argument: String) {
    items = argument.split(separator: ",").map { String($0) }
    if items.isEmpty { return nil }
  }

  var defaultValueDescription: String { items.joined(separator: ",") }
}

/// A number of bytes, with an optional K, M, G or T (powers of 1024).
struct ByteCount: ExpressibleByArgument, Equatable {
  let bytes: UInt64

  init?(argument: String) {
    var digits = Substring(argument.uppercased())
    if digits.hasSuffix("B") { digits = digits.dropLast() }
    if digits.hasSuffix("I") { digits = digits.dropLast() }
    var shift: UInt64 = 0
    for (unit, power) in [("K", 10), ("M", 20), ("G", 30), ("T", 40)] where digits.hasSuffix(unit) {
      digits = digits.dropLast()
      shift = UInt64(power)
      break
    }
    guard let number = UInt64(digits), number <= UInt64.max >> shift else { return nil }
    bytes = number << shift
  }
}

/// The weakest finding that is listed.
enum LevelChoice: String, ExpressibleByArgument, CaseIterable {
  case possible
  case likely
  case certain

  var level: Level {
    switch self {
    case .possible: .possible
    case .likely: .likely
    case .certain: .certain
    }
  }
}

extension CivilDate: ExpressibleByArgument {
  package init?(argument: String) { self.init(iso: argument) }
}
