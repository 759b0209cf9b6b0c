package import RulesetSource

/// Reads a mapping key by key; `finish()` reports the keys that nobody asked for.
///
/// A method named for a kind of value wants the key to be there; its `optional…` sister does not.
package final class MappingReader {
  package let reader: NodeReader
  private let entries: [Node.Entry]
  private var asked: [String] = []

  init(_ reader: NodeReader, entries: [Node.Entry]) {
    self.reader = reader
    self.entries = entries
  }

  /// The value under `key`, if it is there.
  package func optional(_ key: String) -> NodeReader? {
    if !asked.contains(key) { asked.append(key) }
    return entries.first { $0.key == key }.map(reader(of:))
  }

  /// The value under `key`; reports that it is missing.
  package func required(_ key: String) -> NodeReader? {
    guard let value = optional(key) else {
      reader.report(.missingKey(key))
      return nil
    }
    return value
  }

  package func string(_ key: String) -> String? { required(key)?.string() }
  package func optionalString(_ key: String) -> String? { optional(key)?.string() }

  package func int(_ key: String, in range: ClosedRange<Int> = .min ... .max) -> Int? {
    required(key)?.int(in: range)
  }
  package func optionalInt(_ key: String, in range: ClosedRange<Int> = .min ... .max) -> Int? {
    optional(key)?.int(in: range)
  }

  /// `true` or `false`; `absent` where the key is not there or its value is neither.
  package func bool(_ key: String, absent: Bool) -> Bool { optional(key)?.bool() ?? absent }

  package func word<Value>(_ key: String, from words: [(name: String, value: Value)]) -> Value? {
    required(key)?.word(from: words)
  }
  package func optionalWord<Value>(
    _ key: String, from words: [(name: String, value: Value)]
  ) -> Value? {
    optional(key)?.word(from: words)
  }

  package func strings(_ key: String) -> [String] { required(key)?.strings() ?? [] }
  package func optionalStrings(_ key: String) -> [String] { optional(key)?.strings() ?? [] }

  package func list(_ key: String) -> [NodeReader] { required(key)?.elements() ?? [] }
  package func optionalList(_ key: String) -> [NodeReader] { optional(key)?.elements() ?? [] }

  package func mapping(_ key: String) -> MappingReader? { required(key)?.mapping() }
  package func optionalMapping(_ key: String) -> MappingReader? { optional(key)?.mapping() }

  /// All entries, for a mapping whose keys are names of the writer's choice; none is unknown then.
  package func allEntries() -> [(key: String, keyMark: Mark, value: NodeReader)] {
    asked = entries.map(\.key)
    return entries.map { ($0.key, $0.keyMark, reader(of: $0)) }
  }

  /// Reports every key that was not asked for, with the known key nearest to it as a hint. Called once,
  /// after all reading.
  package func finish() {
    for entry in entries where !asked.contains(entry.key) {
      reader.report(
        .unknownKey(entry.key, nearest: Spelling.nearest(to: entry.key, among: asked)),
        at: entry.keyMark)
    }
  }

  private func reader(of entry: Node.Entry) -> NodeReader {
    NodeReader(
      entry.value, file: reader.file,
      path: reader.path.isEmpty ? entry.key : "\(reader.path).\(entry.key)",
      diagnostics: reader.diagnostics)
  }
}
