/// What can be said of a value by what stands around it; the words of `weights.tsv`.
///
/// `*-strong` and `*-weak` are terms of the rule's kinds, by their own weight in the tables of terms;
/// `*-against` are terms that name another number.
package enum Signal: Int, CaseIterable, Sendable {
  /// A term directly before the value.
  case labelStrong
  case labelWeak
  /// A term of the rule's kinds elsewhere in the sentence, where none stands directly before.
  case near
  /// A term directly before the value that names another number.
  case against
  case againstWeak
  /// A unit, an operator, a row of figures beside a number without label (`Neighbour`).
  case beside
  case besideWeak
  /// The name or comment of the value's column.
  case columnStrong
  case columnWeak
  case columnAgainst
  case columnAgainstWeak
  /// The cell holds the value and nothing else.
  case wholeValue

  /// The word in `weights.tsv`.
  package var name: String {
    switch self {
    case .labelStrong: "label-strong"
    case .labelWeak: "label-weak"
    case .near: "near"
    case .against: "against"
    case .againstWeak: "against-weak"
    case .beside: "beside"
    case .besideWeak: "beside-weak"
    case .columnStrong: "column-strong"
    case .columnWeak: "column-weak"
    case .columnAgainst: "column-against"
    case .columnAgainstWeak: "column-against-weak"
    case .wholeValue: "whole-value"
    }
  }

  package init?(name: String) {
    guard let signal = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = signal
  }

  /// Whether it can only speak against the type: its weight is never above 0, the others' never below.
  package var speaksAgainst: Bool {
    switch self {
    case .against, .againstWeak, .beside, .besideWeak, .columnAgainst, .columnAgainstWeak: true
    case .labelStrong, .labelWeak, .near, .columnStrong, .columnWeak, .wholeValue: false
    }
  }

  /// What surrounds a value that the signal is about, as `weights.tsv` spells it.
  ///
  /// A label inside a cell is one of text: only free text has labels.
  package var surrounding: String {
    switch self {
    case .labelStrong, .labelWeak, .near, .against, .againstWeak, .beside, .besideWeak: "text"
    case .columnStrong, .columnWeak, .columnAgainst, .columnAgainstWeak, .wholeValue: "cell"
    }
  }
}
