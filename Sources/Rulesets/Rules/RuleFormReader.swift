import Detectors
import RulesetSource

/// Reads the list `forms` of a rule file.
struct RuleFormReader {
  struct Read {
    let form: Form
    let marks: RuleSource.FormMarks
  }

  /// Every sound form of the list; of forms that share a name only the first.
  func forms(_ elements: [NodeReader]) -> [Read] {
    var read: [Read] = []
    for element in elements {
      guard let form = form(element) else { continue }
      if let first = read.first(where: { $0.form.name == form.form.name }) {
        element.report(.repeated(form.form.name, first: first.marks.pattern.mark))
      } else {
        read.append(form)
      }
    }
    return read
  }

  private func form(_ reader: NodeReader) -> Read? {
    guard let mapping = reader.mapping() else { return nil }
    defer { mapping.finish() }
    let name = mapping.string("name")
    let prefilter = mapping.required("prefilter").flatMap(RulePrefilterReader().prefilter)
    let patternReader = mapping.required("pattern")
    let pattern = patternReader?.string()
    let prior = mapping.required("prior").flatMap(prior)
    let needsContext = mapping.bool("needs-context", absent: false)
    let checks = mapping.optionalList("checks").compactMap(check)
    guard let name, let prefilter, let patternReader, let pattern, let prior else { return nil }
    var places: [String: RuleSource.Place] = [:]
    for (use, place) in checks {
      if let first = places[use.name] {
        reader.report(.repeated(use.name, first: first.mark), at: place.mark)
      } else {
        places[use.name] = place
      }
    }
    return Read(
      form: Form(
        name: name, prefilter: prefilter, pattern: pattern, prior: prior,
        checks: checks.map(\.use), needsContext: needsContext || prefilter == .labelledWord),
      marks: RuleSource.FormMarks(
        pattern: RuleSource.Place(file: reader.file, mark: patternReader.node.mark),
        checks: places))
  }

  private func prior(_ reader: NodeReader) -> Prior? {
    guard let mapping = reader.mapping() else { return nil }
    defer { mapping.finish() }
    guard let text = mapping.int("text", in: -60...40), let cell = mapping.int("cell", in: -60...40)
    else { return nil }
    return Prior(text: text, cell: cell)
  }

  /// A check's weight follows from how rarely a random look-alike passes: 60 decibans are one in a
  /// million.
  private func check(_ reader: NodeReader) -> (use: CheckUse, place: RuleSource.Place)? {
    guard let mapping = reader.mapping() else { return nil }
    defer { mapping.finish() }
    let name = mapping.string("check")
    let pass = mapping.int("pass", in: 0...60)
    let fail = mapping.optionalInt("fail", in: -60...0)
    guard let name, let pass else { return nil }
    return (
      CheckUse(name: name, pass: pass, fail: fail),
      RuleSource.Place(file: reader.file, mark: reader.node.mark)
    )
  }
}
