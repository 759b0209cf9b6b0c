import Foundation
import RulesetSource

/// `ruleset-packer ROOT OUTPUT FILE...` checks the ruleset files and writes them as one Swift file.
///
/// ROOT is the folder `rulesets/`; each FILE is named relative to it. A file that cannot be read stops
/// the build with its line, in the compiler's own way of saying so.
@main
struct RulesetPacker {
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
      throw Complaint(file: "ruleset-packer", "usage: ruleset-packer ROOT OUTPUT FILE...")
    }
    let root = URL(filePath: arguments[0], directoryHint: .isDirectory)
    var source = GeneratedSource()
    var hash = RulesetHash()
    // Sorted by bytes, so that the output does not depend on the order of arguments.
    for name in arguments.dropFirst(2).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let url = root.appending(path: name)
      let bytes = try read(url)
      hash.add(name: name, bytes: bytes)
      do {
        if name.hasSuffix(".tsv") {
          source.add(
            table: try TableText(bytes, file: url.path(), needsRemarks: true), named: name)
        } else {
          source.add(packed: Packed.pack(try YAML.parse(bytes, file: url.path())), from: name)
        }
      } catch {
        throw Complaint(error)
      }
    }
    do {
      try Data(source.text(hash: hash.hex).utf8).write(to: URL(filePath: arguments[1]))
    } catch {
      throw Complaint(file: arguments[1], error.localizedDescription)
    }
  }

  private static func read(_ url: URL) throws(Complaint) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: url))
    } catch {
      throw Complaint(file: url.path(), error.localizedDescription)
    }
  }
}
