import Foundation

/// `page-packer FOLDER OUTPUT FILE...` makes one Swift file of the data map's page.
///
/// FOLDER holds `page.html`, which names style sheets and scripts in their order; each FILE of the
/// folder must be named there. What is wrong stops the build, in the compiler's own way of saying so.
@main
struct PagePacker {
  static func main() {
    do {
      try pack(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("\(error.line)\n".utf8))
      exit(1)
    }
  }

  private static func pack(_ arguments: [String]) throws(Complaint) {
    guard arguments.count >= 2 else {
      throw Complaint(file: "page-packer", "usage: page-packer FOLDER OUTPUT FILE...")
    }
    let folder = URL(filePath: arguments[0], directoryHint: .isDirectory)
    var files: [String: String] = [:]
    for name in arguments.dropFirst(2) { files[name] = try read(folder.appending(path: name)) }
    let page = try PackedPage(folder: folder.path(), files: files)
    do {
      try Data(page.source.utf8).write(to: URL(filePath: arguments[1]))
    } catch {
      throw Complaint(file: arguments[1], error.localizedDescription)
    }
  }

  private static func read(_ url: URL) throws(Complaint) -> String {
    do {
      return try String(contentsOf: url, encoding: .utf8)
    } catch {
      throw Complaint(file: url.path(), error.localizedDescription)
    }
  }
}
