import ArgumentParser
import Reports
import Scanner

/// `2/7`.
extension Share: ExpressibleByArgument {
  package init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]),
      (1...RunState.shareLimit).contains(count), (1...count).contains(index)
    else { return nil }
    self.init(index: index, count: count)
  }

  package var defaultValueDescription: String { "\(index)/\(count)" }
}
