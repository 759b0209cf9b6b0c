import Foundation

let usage = """
  usage: corpus-generator write DIR [--seed N] [--as-of YYYY-MM-DD]
         corpus-generator trial DIR [--seed N] [--size N] [--as-of YYYY-MM-DD]
         corpus-generator negatives DIR [--seed N] [--size LINES]
         corpus-generator big log|csv|mysqldump|prose --bytes SIZE --out FILE [--seed N]
                              [--expected FILE] [--as-of YYYY-MM-DD]

  """

do {
  let command = try CommandLineRequest(Array(CommandLine.arguments.dropFirst()))
  try command.run()
} catch let error as CommandLineRequest.Refusal {
  FileHandle.standardError.write(Data((error.reason + "\n" + usage).utf8))
  exit(64)
} catch {
  FileHandle.standardError.write(Data("cannot write: \(error)\n".utf8))
  exit(74)
}
