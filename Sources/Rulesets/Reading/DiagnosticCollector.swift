/// Gathers the faults of the files of one load, so that all of them are told at once.
package final class DiagnosticCollector {
  /// In the order of finding; `sorted` is the order for people.
  package private(set) var all: [Diagnostic] = []

  package init() {}

  package var isEmpty: Bool { all.isEmpty }

  /// By file, then by place.
  package var sorted: [Diagnostic] {
    all.enumerated().sorted { a, b in
      (a.element.file, a.element.mark, a.offset) < (b.element.file, b.element.mark, b.offset)
    }.map(\.element)
  }

  package func report(_ diagnostic: Diagnostic) { all.append(diagnostic) }
}
