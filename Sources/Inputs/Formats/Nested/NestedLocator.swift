import Findings

/// The places of a text that is part of another one that is being pushed, its escapes undone.
final class NestedLocator: Locator {
  private let outer: any Locator
  private var start = 0
  private var escapes = EscapeMap()

  init(within outer: any Locator) {
    self.outer = outer
  }

  /// Byte 0 of what is pushed next stands at `start` of the outer text; `escapes` tells where they
  /// diverge.
  func pushing(at start: Int, escapes: borrowing EscapeMap) {
    self.start = start
    self.escapes.replace(with: escapes)
  }

  func pushing(at start: Int) {
    self.start = start
    if !escapes.isEmpty { escapes.removeAll() }
  }

  func locate(_ offset: Int) -> Location {
    outer.locate(escapes.windowIndex(of: offset, start: start))
  }
}
