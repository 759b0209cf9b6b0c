import Findings

/// What a gap means and what to do about it, in the reader's language.
struct GapWords {
  let meaning: String
  /// Empty where nothing need be done.
  let advice: String

  init(_ reason: GapReason, _ language: RunDescription.Language) {
    let (chinese, english) = Self.words(reason)
    (meaning, advice) = language == .chinese ? chinese : english
  }

  private typealias Words = (meaning: String, advice: String)

  private static func words(_ reason: GapReason) -> (Words, Words) {
    switch reason {
    case .excluded:
      (("按选项或忽略文件排除", ""), ("excluded by an option or an ignore file", ""))
    case .symlink: (("符号链接", ""), ("symbolic links", ""))
    case .special: (("套接字、设备等特殊文件", ""), ("sockets and devices", ""))
    case .noText: (("图片、音视频、程序等非文本", ""), ("images, media and programs", ""))
    case .unreadable:
      (
        ("无法读取", "检查权限和磁盘后重新扫描。"),
        ("could not be read", "Check permissions and the disk, then scan again.")
      )
    case .changed:
      (
        ("扫描时被修改", "在没有写入时重新扫描，或扫描快照。"),
        ("changed during the scan", "Scan again while nobody writes, or scan a snapshot.")
      )
    case .truncated:
      (
        ("不完整，后部缺失", "取得完整的文件后重新扫描。"),
        ("cut short", "Fetch the whole file and scan it again.")
      )
    case .encrypted:
      (
        ("有密码保护", "解密后扫描副本。"),
        ("protected by a password", "Decrypt, and scan the copy.")
      )
    case .limit:
      (
        ("超过大小、层数或行数的限制", "调高 --max-… 后重新扫描；数据库请用 --full。"),
        (
          "beyond a limit of size, depth or rows",
          "Raise the --max-... option; scan databases with --full."
        )
      )
    case .unknownEncoding:
      (
        ("无法识别编码", "转换为 UTF-8 后重新扫描。"),
        ("in an unknown encoding", "Convert to UTF-8 and scan again.")
      )
    case .malformed:
      (
        ("格式有误，部分内容无法解析", "检查 coverage.csv 所列的文件。"),
        ("malformed in part", "Look at the files that coverage.csv lists.")
      )
    case .matchLimit:
      (
        ("匹配达到上限", "结果可能有遗漏；请把文件附在问题报告中。"),
        ("stopped at a limit of matching", "Findings may be missing; please report the file.")
      )
    case .recordTooLong:
      (
        ("有超过 1 MiB 的记录", "已读取，但类别只按记录的前部判定。"),
        ("with a record over 1 MiB", "It was read; its class was decided on the first part.")
      )
    case .unsupportedData:
      (
        ("含数据但尚不支持的格式", "导出为 CSV 或 SQL 后扫描。"),
        ("data in a format that is not supported", "Export it as CSV or SQL and scan that.")
      )
    case .interrupted:
      (
        ("因中断未扫描完", "重新运行以完成扫描。"),
        ("not finished because of the interruption", "Run again to finish.")
      )
    }
  }
}
