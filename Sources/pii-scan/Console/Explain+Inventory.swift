import Reports

extension Explain {
  /// An inventory of `--update` that cannot be taken over.
  func sentence(_ error: UnusableInventory) -> String {
    pick("要更新的表格", "The sheet to be updated, ") + quoted(error.path)
      + pick("：", ": ") + sentence(error.cause)
  }

  /// An assessment that somebody may have filled in is not written anew.
  func keptAssessment(_ path: String) -> String {
    pick(
      "pii-scan: \(quoted(path))已存在，保持不变；请移走后再生成当日的评估。\n",
      "pii-scan: \(quoted(path)) is there already and stays as it is; move it to have another of this "
        + "day.\n")
  }

  private func sentence(_ error: EarlierInventoryError) -> String {
    let asCSV = pick(
      "请在 Excel 或 LibreOffice 中另存为「CSV UTF-8」。",
      "Save it as \"CSV UTF-8\" in Excel or LibreOffice.")
    switch error {
    case .unreadable(let number):
      let reason = words(errno: number)
      return pick("无法读取：\(reason.text)。", "cannot be read: \(reason.text). ") + reason.advice
    case .notAFile:
      return pick("不是普通文件。请指定扫描写出的 CSV 文件。", "no regular file. Name a CSV file that a scan wrote.")
    case .notText(let kind):
      return pick("不是文本", "no text")
        + (kind.isEmpty ? "" : pick("（\(kind)）", " (\(visible(kind)))"))
        + pick("。", ". ") + asCSV
    case .empty:
      return pick("是空的。请指定扫描写出的 CSV 文件。", "empty. Name a CSV file that a scan wrote.")
    case .undecodable(let row):
      return pick("第 \(row) 行含有无法解读的字节。", "row \(row) holds bytes that stand for no character. ")
        + asCSV
    case .rowTooLong(let row):
      return pick(
        "第 \(row) 行有引号没有结束。", "a quotation mark in row \(row) is never closed. ") + asCSV
    case .missingColumns(let names):
      return pick(
        "第一行缺少以下列名：\(listed(names))。行是按它们辨认的，请恢复这些列。",
        "the first row lacks these names of columns: \(listed(names)). Rows are known again by them; "
          + "put them back.")
    case .repeatedColumn(let name):
      return pick(
        "列名\(quoted(name))出现了不止一次，无法判断应保留哪一列。请给其中一列改名。",
        "the name \(quoted(name)) stands over more than one column, so that it cannot be told which "
          + "to keep. Give one of them another name.")
    case .tooManyRows(let limit):
      return pick("超过 \(limit) 行。请拆分后再更新。", "more than \(limit) rows. Split it, then update each.")
    }
  }
}
