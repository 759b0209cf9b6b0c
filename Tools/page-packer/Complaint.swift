/// What the build says of a file of the page that it cannot take, in one line that editors can follow.
struct Complaint: Error {
  let line: String

  init(file: String, line: Int = 1, _ sentence: String) {
    self.line = "\(file):\(line):1: error: \(sentence)"
  }
}
