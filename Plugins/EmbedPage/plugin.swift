import Foundation
import PackagePlugin

/// Embeds the page of the data map into the target it is applied to: one command, run when one of its
/// files was touched. Which files belong to it and in what order, `page.html` says.
@main
struct EmbedPage: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Sources/Reports").appending(
      path: "DataMap/page")
    // A folder that is not there has no files, and the tool says so.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    let inputs = names.sorted().filter { !$0.hasPrefix(".") }
    let output = context.pluginWorkDirectoryURL.appending(path: "DataMapPage.swift")
    return [
      .buildCommand(
        displayName: "Packing the page of the data map",
        executable: try context.tool(named: "page-packer").url,
        arguments: [folder.path(), output.path()] + inputs,
        inputFiles: inputs.map { folder.appending(path: $0) }, outputFiles: [output])
    ]
  }
}
