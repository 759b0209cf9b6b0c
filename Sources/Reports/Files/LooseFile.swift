package import Findings
import Glibc

/// A file outside the report directory, written under a temporary name beside its own until it is whole.
package final class LooseFile {
  let file: ReportFile
  private let directory: Int32
  private let name: String
  private let path: String
  private var isPublished = false

  /// Makes the temporary file, with mode 0600. What stands under the path stays until `publish`.
  package init(path: String) throws(OutputError) {
    self.path = path
    let slash = path.lastIndex(of: "/")
    name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard !name.isEmpty else { throw OutputError(path: path, errno: EISDIR) }
    let temporary = ReportDirectory.temporaryName(of: name)
    do {
      directory = try SystemCalls.openDirectory(folder)
    } catch {
      throw OutputError(path: path, errno: error.errno)
    }
    do {
      do {
        try SystemCalls.remove(temporary, in: directory)
      } catch  where error.errno == ENOENT {}
      file = ReportFile(
        path: path,
        descriptor: try SystemCalls.create(temporary, in: directory, mode: 0o600))
    } catch {
      throw OutputError(path: path, errno: error.errno)
    }
  }

  /// Gives the file its name. The caller has closed it.
  func publish() throws(OutputError) {
    do {
      try SystemCalls.rename(ReportDirectory.temporaryName(of: name), to: name, in: directory)
      isPublished = true
    } catch {
      throw OutputError(path: path, errno: error.errno)
    }
  }

  deinit {
    if !isPublished {
      do {
        try SystemCalls.remove(ReportDirectory.temporaryName(of: name), in: directory)
      } catch {}
    }
    do { try SystemCalls.close(directory) } catch {}
  }
}
