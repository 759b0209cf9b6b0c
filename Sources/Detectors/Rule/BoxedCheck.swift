import Findings

/// A check behind one reference: taken out of a list of `any Check`, a check is copied with its tables.
class BoxedCheck: @unchecked Sendable {
  // @unchecked: a class that others inherit from cannot be proved; it and its heirs hold constants alone.

  /// See `Check.test`.
  func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    preconditionFailure("a check of no sort")
  }

  static func box(_ check: any Check) -> BoxedCheck {
    func open(_ check: some Check) -> BoxedCheck { CheckBox(check) }
    return open(check)
  }
}

/// The box of one sort of check.
private final class CheckBox<Kind: Check>: BoxedCheck, @unchecked Sendable {
  // @unchecked: see `BoxedCheck`.
  private let check: Kind

  init(_ check: Kind) { self.check = check }

  override func test(_ value: Span<UInt8>, _ facts: inout Facts) -> CheckOutcome {
    check.test(value, &facts)
  }
}
