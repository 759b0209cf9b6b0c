import Foundation

let usage = """
  usage: calibrate weights --ours DIR[,DIR...] [--external DIR[,DIR...]] --weights FILE [--check]
         calibrate reliability --corpus DIR[,DIR...] [--evidence]
         calibrate chances [--samples N] [--rule ID[,ID...]]

    weights      measures what labels and columns are worth, and writes FILE (--check: compares it)
    reliability  holds the levels of findings against how often they are right (--evidence: what wrong ones rest on)
    chances      holds the weights of checks against how rarely a random look-alike passes

  A corpus is a folder with files and an expected.jsonl in it or in its folders. One that is not there is
  left out, with a line that says so.

  """

do {
  let passed = try CalibrateRequest(Array(CommandLine.arguments.dropFirst())).run()
  exit(passed ? 0 : 1)
} catch let error as CalibrateRequest.Refusal {
  FileHandle.standardError.write(Data((error.reason + "\n" + usage).utf8))
  exit(64)
} catch {
  FileHandle.standardError.write(Data("cannot calibrate: \(error)\n".utf8))
  exit(74)
}
