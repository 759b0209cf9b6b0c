package import Findings
import Glibc

/// The directory of `--report`: private, ours alone, and never with a half-written report in it.
///
/// Every report is written under a temporary name and renamed by `publish`, so a run that fails
/// leaves an older set of reports as it was. The directory is locked meanwhile: a second run into
/// it fails instead of mixing the two.
package final class ReportDirectory {
  /// Every file that some version of the program writes here. Another name means that the directory
  /// is somebody else's.
  package static let fileNames = [
    "findings.jsonl", "inventory.csv", "coverage.csv", "minors.csv", "declared.csv",
    "data-map.html", "state.bin", "summary.json",
  ]

  /// The path as the user gave it.
  package let path: String
  private let descriptor: Int32
  private var openNames: [String] = []

  /// Makes the directory (mode 0700) or takes one that is there.
  ///
  /// - Parameter force: take it even if it holds other things, which are left alone.
  /// - Throws: `OutputError` with the path of the first foreign thing and ENOTEMPTY where the
  ///   directory holds something else; with EWOULDBLOCK where another run is writing to it; else
  ///   with what the system said.
  package init(path: String, force: Bool) throws(OutputError) {
    self.path = path
    do {
      try SystemCalls.makeDirectory(path, mode: 0o700)
    } catch {
      if error.errno != EEXIST { throw OutputError(path: path, errno: error.errno) }
    }
    do {
      descriptor = try SystemCalls.openDirectory(path)
    } catch {
      throw OutputError(path: path, errno: error.errno)
    }
    do {
      try SystemCalls.lock(descriptor)
    } catch {
      throw OutputError(path: path, errno: error.errno)
    }
    if !force, let foreign = try Self.firstForeignName(in: path) {
      throw OutputError(path: path + "/" + foreign, errno: ENOTEMPTY)
    }
  }

  deinit {
    abandon()
    do { try SystemCalls.close(descriptor) } catch {}
  }

  /// Opens a report for writing, under its temporary name and with mode 0600. What a run that was
  /// killed left under that name is removed.
  package func open(_ fileName: String) throws(OutputError) -> ReportFile {
    precondition(Self.fileNames.contains(fileName), "\(fileName) is no report")
    let path = self.path + "/" + fileName
    let temporary = Self.temporaryName(of: fileName)
    do {
      do {
        try SystemCalls.remove(temporary, in: descriptor)
      } catch  where error.errno == ENOENT {}
      let file = try SystemCalls.create(temporary, in: descriptor, mode: 0o600)
      openNames.append(fileName)
      return ReportFile(path: path, descriptor: file)
    } catch {
      throw OutputError(path: path, errno: error.errno)
    }
  }

  /// Gives the reports their own names, in the order in which they were opened. The caller has
  /// closed them.
  package func publish() throws(OutputError) {
    while let fileName = openNames.first {
      do {
        try SystemCalls.rename(Self.temporaryName(of: fileName), to: fileName, in: descriptor)
      } catch {
        throw OutputError(path: path + "/" + fileName, errno: error.errno)
      }
      openNames.removeFirst()
    }
  }

  /// Removes what was opened and not published. A file that cannot be removed is left for the next
  /// run, which does it.
  package func abandon() {
    for fileName in openNames {
      do { try SystemCalls.remove(Self.temporaryName(of: fileName), in: descriptor) } catch {}
    }
    openNames = []
  }

  /// `.findings.jsonl.partial`: hidden, and plainly not the report.
  static func temporaryName(of fileName: String) -> String { "." + fileName + ".partial" }

  /// The first name by bytes that is not ours, for a message that does not change from run to run.
  private static func firstForeignName(in path: String) throws(OutputError) -> String? {
    let ours = Set(fileNames.flatMap { [Array($0.utf8), Array(temporaryName(of: $0).utf8)] })
    do {
      let foreign = try SystemCalls.names(inDirectory: path).filter { !ours.contains($0) }
      return foreign.min { $0.lexicographicallyPrecedes($1) }.map {
        String(decoding: $0, as: UTF8.self)
      }
    } catch {
      throw OutputError(path: path, errno: error.errno)
    }
  }
}
