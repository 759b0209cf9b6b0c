import Detectors
import Findings
import Glibc
import Reports

extension Explain {
  /// Something the command line names for reading that cannot be read.
  func sentence(_ error: InputError) -> String {
    let reason = words(errno: error.errno)
    return pick(
      "无法读取\(quoted(error.path))：\(reason.text)。\(reason.advice)",
      "Cannot read \(quoted(error.path)): \(reason.text). \(reason.advice)")
  }

  /// A report or the standard output that cannot be written.
  func sentence(_ error: OutputError) -> String {
    let path = quoted(error.path)
    switch error.errno {
    case ENOTEMPTY, EEXIST:
      return pick(
        "报告目录中已有不属于报告的内容：\(path)。请换一个目录；若确定要用它，请加 --force（原有内容会保留）。",
        "The report directory holds something that is no report: \(path). Name another directory, "
          + "or take this one with --force (what is in it stays).")
    case ESTALE:
      return pick(
        "本次运行期间，要更新的表格\(path)被保存过。为免丢失其中的内容，没有写入报告；请关闭它后重新运行。",
        "The sheet to be updated, \(path), was saved during the run. Lest something be lost, no "
          + "report was written; close it and run again.")
    case EWOULDBLOCK:
      return pick(
        "另一次运行正在写入报告目录\(path)。请等它结束，或换一个目录。",
        "Another run is writing to the report directory \(path). Wait for it, or name another one.")
    case ENOTDIR:
      return pick(
        "\(path)不是目录，无法存放报告。请用 --report 指定目录。",
        "\(path) is no directory, so no reports can be put there. Name a directory with --report.")
    default:
      let reason = words(errno: error.errno)
      if error.path == "<stdout>" {
        return pick(
          "无法写入标准输出：\(reason.text)。\(reason.advice)",
          "Cannot write to standard output: \(reason.text). \(reason.advice)")
      }
      return pick(
        "无法写入\(path)：\(reason.text)。\(reason.advice)",
        "Cannot write \(path): \(reason.text). \(reason.advice)")
    }
  }

  func sentence(_ error: KeyFileError) -> String {
    let size = FingerprintKey.masterKeySizeInBytes
    let path = quoted(error.path)
    return pick(
      "密钥文件\(path)有 \(error.sizeInBytes) 字节，应为 \(size) 字节。"
        + "可以这样生成：head -c \(size) /dev/urandom > 文件",
      "The key file \(path) has \(error.sizeInBytes) bytes; a key has \(size). "
        + "To make one: head -c \(size) /dev/urandom > FILE")
  }

  /// What the system says, in the reader's language, and what can be done about it.
  func words(errno: Int32) -> (text: String, advice: String) {
    let english = unsafe String(cString: strerror(errno))
    return switch errno {
    case ENOENT:
      (
        pick("文件或目录不存在", english),
        pick("请检查路径的拼写。", "Check how the path is spelt.")
      )
    case EACCES:
      (
        pick("没有权限", english),
        pick("请检查文件及其上级目录的权限。", "Check the permissions of it and of the directories above.")
      )
    case EPERM:
      (
        pick("不允许此操作", english),
        pick("请检查文件的所有者和属性。", "Check its owner and attributes.")
      )
    case EISDIR:
      (pick("这是目录", english), pick("此处需要一个文件。", "A file is wanted here."))
    case ENOTDIR:
      (pick("不是目录", english), pick("此处需要一个目录。", "A directory is wanted here."))
    case ENOSPC, EDQUOT:
      (
        pick("磁盘空间不足", english),
        pick("请腾出空间或换一个磁盘后重新运行。", "Free some space or use another disk, then run again.")
      )
    case EROFS:
      (
        pick("文件系统是只读的", english),
        pick("请换一个可以写入的位置。", "Name a place that can be written to.")
      )
    case EMFILE, ENFILE:
      (
        pick("打开的文件过多", english),
        pick("请用 ulimit -n 调高上限后重新运行。", "Raise the limit with ulimit -n, then run again.")
      )
    case EFBIG:
      (
        pick("文件过大", english),
        pick(
          "规则、政策和密钥文件都很小，请确认文件无误。",
          "Rules, policies and keys are small files; check that it is the right one.")
      )
    case EIO:
      (
        pick("读写磁盘出错", english),
        pick("请检查磁盘后重新运行。", "Check the disk, then run again.")
      )
    default:
      (pick("系统报告 \(english)", english), pick("请排除后重新运行。", "Mend that, then run again."))
    }
  }
}
