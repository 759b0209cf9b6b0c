/// The forms of the prefilter `labelled-word`, and which labels speak for them.
struct LabelledForms: Sendable {
  /// Indices into the forms of the rule set.
  let forms: ContiguousArray<Int>
  let endings: LabelEndings
  /// Per term of the tables: bit *i* for the *i*-th of `forms` whose rule it speaks for; the last bit stands
  /// for all from the 64th.
  private let masks: ContiguousArray<UInt64>

  init(_ compiled: [CompiledForm], kindsOfRule: [[Bool]], terms: ContextTerms) {
    let forms = ContiguousArray(
      compiled.indices.filter { compiled[$0].form.prefilter == .labelledWord })
    var masks = ContiguousArray<UInt64>(repeating: 0, count: forms.isEmpty ? 0 : terms.terms.count)
    var bits = [UInt64](repeating: 0, count: terms.kinds.count)
    for (i, form) in forms.enumerated() {
      for kind in bits.indices where kindsOfRule[compiled[form].rule][kind] {
        bits[kind] |= 1 << UInt64(min(i, 63))
      }
    }
    for term in masks.indices {
      masks[term] = terms.entries(ofTerm: term).reduce(0) { $0 | bits[Int($1.kind)] }
    }
    self.forms = forms
    self.masks = masks
    endings = LabelEndings(of: bits.map { $0 != 0 }, in: terms)
  }

  /// The forms that some term of a label may speak for, as bits.
  func mask(of tail: TermTail) -> UInt64 {
    var mask: UInt64 = 0
    for i in 0..<tail.count { mask |= masks[tail[i]] }
    return mask
  }
}
