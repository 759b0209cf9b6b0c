extension String {
  /// The place just behind this text, if it is the beginning of a file.
  var endMark: Mark {
    var line = 1
    var column = 1
    for scalar in unicodeScalars {
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return Mark(line: line, column: column)
  }
}
