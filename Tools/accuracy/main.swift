import Foundation

let usage = """
  usage: accuracy --expected DIR --findings FILE [--root DIR] [--min-level possible|likely|certain]
                  [--require SHARE] [--facts] [--verbose]
         accuracy inventory --expected FILE --inventory FILE [--verbose]
         accuracy trial --expected DIR --findings FILE [--inventory FILE] [--root DIR]
                  [--min-level possible|likely|certain] [--gate PLACE:precision|recall|f1=SHARE]...
                  [--gate columns=SHARE] [--gate reliability] [--json FILE] [--beyond] [--by-stem] [--markdown]
                  [--verbose]
         accuracy negatives --findings FILE --coverage FILE [--aside TYPE]... [--max-per-mb RATE]
                  [--min-level possible|likely|certain] [--top FILES]

  """

do {
  let passed = try AccuracyRequest(Array(CommandLine.arguments.dropFirst())).run()
  exit(passed ? 0 : 1)
} catch let error as AccuracyRequest.Refusal {
  FileHandle.standardError.write(Data((error.reason + "\n" + usage).utf8))
  exit(64)
} catch {
  FileHandle.standardError.write(Data("cannot read: \(error)\n".utf8))
  exit(74)
}
