/// The comments in which `mysqldump` and `pg_dump` say that a dump begins and that it is complete.
struct SQLDumpFrame {
  /// A dump has begun that has not said yet that it is complete.
  private(set) var isOpen = false

  /// Length of the longest comment that says so, in bytes.
  static let lookaheadInBytes = 40

  /// Looks at the comment line that begins at `index`.
  mutating func note(lineAt index: Int, in bytes: borrowing Span<UInt8>) {
    if SQLBytes.matches("-- dump completed", at: index, in: bytes)
      || SQLBytes.matches("-- postgresql database dump complete", at: index, in: bytes)
      || SQLBytes.matches("-- kingbase database dump complete", at: index, in: bytes)
    {
      isOpen = false
    } else if SQLBytes.matches("-- mysql dump ", at: index, in: bytes)
      || SQLBytes.matches("-- mariadb dump ", at: index, in: bytes)
      || SQLBytes.matches("-- postgresql database dump\n", at: index, in: bytes)
      || SQLBytes.matches("-- postgresql database dump\r", at: index, in: bytes)
      || SQLBytes.matches("-- kingbase database dump\n", at: index, in: bytes)
      || SQLBytes.matches("-- kingbase database dump\r", at: index, in: bytes)
    {
      isOpen = true
    }
  }
}
