import Findings

/// Reads the report of one directory back: its state, and with each source its lines of findings.
final class StateReader {
  let directory: String
  let run: RunState
  /// The next source; nil at the end.
  private(set) var head: SourceReport?
  private(set) var isInterrupted = false

  private let state: InputFile
  private let findings: InputFile
  private var lineBytes = 0

  /// Opens the report and reads its first source.
  init(_ directory: String) throws(MergeError) {
    self.directory = directory
    state = try InputFile(path: directory + "/" + StateFile.name)
    findings = try InputFile(path: directory + "/findings.jsonl")
    guard try state.read(exactly: StateFile.signature.count) == StateFile.signature else {
      throw .malformed(path: state.path)
    }
    let (section, content) = try Self.section(of: state)
    guard section == .run else { throw .malformed(path: state.path) }
    var decoder = StateDecoder(content)
    do {
      run = try RunState(from: &decoder)
    } catch {
      throw .malformed(path: state.path)
    }
    try advance()
  }

  /// Gives the lines of the source at the head.
  func lines(_ take: ([UInt8]) throws(MergeError) -> Void) throws(MergeError) {
    try findings.read(exactly: lineBytes, take)
    lineBytes = 0
  }

  /// Goes on to the next source; the lines of the last were taken.
  func advance() throws(MergeError) {
    let (section, content) = try Self.section(of: state)
    var decoder = StateDecoder(content)
    do throws(StateError) {
      switch section {
      case .run: throw .malformed
      case .source:
        lineBytes = try decoder.index(upTo: .max)
        head = try SourceReport(from: &decoder, typeCount: run.types.count)
      case .end:
        isInterrupted = try decoder.flag()
        head = nil
      }
      if !decoder.isAtEnd { throw .malformed }
    } catch {
      throw .malformed(path: state.path)
    }
    if section == .end {
      guard try state.read(upTo: 1).isEmpty, try findings.read(upTo: 1).isEmpty else {
        throw .malformed(path: state.path)
      }
    }
  }

  private static func section(
    of file: InputFile
  ) throws(MergeError) -> (StateFile.Section, [UInt8]) {
    guard let section = StateFile.Section(rawValue: try file.read(exactly: 1)[0]) else {
      throw .malformed(path: file.path)
    }
    var length: [UInt8] = []
    repeat {
      length += try file.read(exactly: 1)
    } while length[length.count - 1] & 0x80 != 0
      && length.count < 10
    var decoder = StateDecoder(length)
    let count: Int
    do {
      count = try decoder.index(upTo: .max)
    } catch {
      throw .malformed(path: file.path)
    }
    let content = try file.read(exactly: count)
    let sum = try file.read(exactly: 8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard sum == StateFile.checksum(content) else { throw .malformed(path: file.path) }
    return (section, content)
  }
}
