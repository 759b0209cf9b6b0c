import Foundation
import PackagePlugin

/// Embeds `rulesets/` into the target it is applied to: one command, run when a file of rulesets was
/// added, removed or touched. The files are listed anew at each build, so a new rule is named nowhere.
@main
struct EmbedRulesets: BuildToolPlugin {
  /// Folder below `rulesets/` and the ending of the files in it.
  static let folders = [("detectors", "yaml"), ("policies", "yaml"), ("tables", "tsv")]

  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let root = context.package.directoryURL.appending(path: "rulesets")
    var inputs: [URL] = []
    var names: [String] = []
    for (folder, ending) in Self.folders {
      let directory = root.appending(path: folder)
      // A folder that is not there has no files.
      let files = (try? FileManager.default.contentsOfDirectory(atPath: directory.path())) ?? []
      for name in files.sorted() where name.hasSuffix(".\(ending)") && !name.hasPrefix(".") {
        inputs.append(directory.appending(path: name))
        names.append("\(folder)/\(name)")
      }
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltinRulesets+Files.swift")
    return [
      .buildCommand(
        displayName: "Packing \(names.count) ruleset files",
        executable: try context.tool(named: "ruleset-packer").url,
        arguments: [root.path(), output.path()] + names,
        inputFiles: inputs, outputFiles: [output])
    ]
  }
}
