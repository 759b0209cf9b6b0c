import Findings
import Regex

/// A form ready to be tried: its pattern compiled, its checks made, its evidence numbered.
final class CompiledForm: Sendable {
  struct BoundCheck: Sendable {
    let check: any Check
    let use: CheckUse
    let name: UInt16
  }

  let form: Form
  /// Index of the rule.
  let rule: Int
  let pattern: Pattern
  /// The parts of the built-in pattern of addresses.
  let addressSteps: LazyAddressSteps?
  /// What the numbers of a rule of the user's begin with; nil where the pattern does not tell. The gates of built-in
  /// rules say enough.
  let openings: DigitOpenings?
  let checks: [BoundCheck]
  let name: UInt16
  let prior: UInt16
  /// The rule's, at hand where every look-alike needs them.
  let canonical: CanonicalForm
  let nearDecibans: Int
  let wholeValueDecibans: Int
  let besideDecibans: Int
  let besideWeakDecibans: Int
  let wholeValue: UInt16
  /// Its values are addresses of hosts or devices, whose surroundings are read in a way of their own.
  let isNetworkAddress: Bool

  init(
    _ form: Form, of rule: Rule, at index: Int, made: inout MadeChecks,
    weights: SignalWeights, names: inout EvidenceNames
  ) throws(RuleSetError.Fault) {
    self.form = form
    self.rule = index
    let mode: Pattern.Mode = form.runsOnBytes ? .bytes : .unicode
    do throws(PatternError) {
      pattern =
        rule.isBuiltin
        ? Pattern(proven: form.pattern, mode: mode) : try Pattern(form.pattern, mode: mode)
    } catch {
      throw RuleSetError.Fault(
        rule: rule.id, form: form.name,
        cause: .pattern(offset: error.offset, message: error.message))
    }
    addressSteps =
      rule.isBuiltin && form.prefilter == .place ? LazyAddressSteps(form.pattern) : nil
    openings =
      if case .number = form.prefilter, !rule.isBuiltin { DigitOpenings(form.pattern) } else { nil }
    var bound: [BoundCheck] = []
    for use in form.checks {
      guard let type = CheckList.type(named: use.name) else {
        throw RuleSetError.Fault(
          rule: rule.id, form: form.name, cause: .unknownCheck(use.name, known: CheckList.names))
      }
      bound.append(
        BoundCheck(check: made.check(type), use: use, name: names.number(of: use.name)))
    }
    checks = bound
    canonical = rule.canonical
    nearDecibans = weights[.near, ofRule: index]
    wholeValueDecibans = weights[.wholeValue, ofRule: index]
    isNetworkAddress = bound.contains {
      $0.check is HostAddressCheck || $0.check is HardwareAddressCheck
    }
    if case .number = form.prefilter {
      besideDecibans = weights[.beside, ofRule: index]
      besideWeakDecibans = weights[.besideWeak, ofRule: index]
    } else if isNetworkAddress {
      besideDecibans = weights[.beside, ofRule: index]
      besideWeakDecibans = weights[.besideWeak, ofRule: index]
    } else {
      besideDecibans = 0
      besideWeakDecibans = 0
    }
    name = names.number(of: "form:" + form.name)
    prior = names.number(of: EvidenceNames.prior)
    wholeValue = names.number(of: EvidenceNames.wholeValue)
  }
}
