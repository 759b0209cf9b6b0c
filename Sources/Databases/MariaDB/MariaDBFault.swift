/// Sorts errors of MySQL and MariaDB by their numbers (MySQL 8.0 Error Message Reference).
enum MariaDBFault {
  /// - Parameter message: is passed on only where it is the client library's own.
  static func error(_ number: UInt32, _ message: String, isConnecting: Bool) -> DatabaseError {
    let code = "\(number)"
    switch number {
    case 2026: return DatabaseError(.untrusted, code: code, detail: message)
    case 2006, 2013, 2014, 2055, 1053, 1077, 1927, 4031:
      return DatabaseError(isConnecting ? .unreachable : .lost, code: code, detail: "")
    case 2000..<3000 where isConnecting:
      return DatabaseError(.unreachable, code: code, detail: message)
    case 2000..<3000: return DatabaseError(.lost, code: code)
    case 1045, 1698, 1130, 1251, 1862, 3118, 4151:
      return DatabaseError(.rejected, code: code)
    case 1049: return DatabaseError(.noSuchDatabase, code: code)
    case 1044 where isConnecting: return DatabaseError(.noSuchDatabase, code: code)
    case 1044, 1142, 1143, 1227, 1370: return DatabaseError(.noPermission, code: code)
    case 1205, 1317, 1969, 3024: return DatabaseError(.timeout, code: code)
    default: return DatabaseError(isConnecting ? .unreachable : .refused, code: code)
    }
  }
}
