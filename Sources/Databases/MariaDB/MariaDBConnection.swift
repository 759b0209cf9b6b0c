import CMariaDB
import Glibc

/// A connection to a MySQL or MariaDB server through the calls of libmariadb that do not block: every
/// wait has an end.
@safe
final class MariaDBConnection: ServerConnection {
  private let functions: MariaDBFunctions
  /// Nil once it is closed.
  private var connection: UnsafeMutablePointer<MYSQL>?
  private let waiting: SocketWait
  private let row = AnswerRow()
  private static let graceInSeconds = 5

  /// - Throws: why there is no connection.
  init(_ url: DatabaseURL, _ options: DatabaseOptions) throws(DatabaseError) {
    let functions = try MariaDBLibrary.load()
    self.functions = functions
    waiting = SocketWait(
      limitInSeconds: options.timeoutInSeconds + Self.graceInSeconds,
      isCancelled: options.isCancelled)
    guard let connection = unsafe functions.mysql_init(nil) else {
      throw DatabaseError(.unreachable)
    }
    unsafe self.connection = unsafe connection
    unsafe MariaDBSettings.apply(url, options, functions, connection)
    let limit = url.parameters["connect_timeout"].flatMap { Int($0) } ?? options.timeoutInSeconds
    do throws(DatabaseError) {
      try connect(
        url, SocketWait(limitInSeconds: max(1, limit), isCancelled: options.isCancelled))
    } catch {
      abandon()
      throw error
    }
  }

  deinit { close() }

  /// `10.11.6-MariaDB-0+deb12u1`, `8.0.36`.
  var serverVersion: String { unsafe Self.text(functions.mysql_get_server_info(connection)) }

  private static func text(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }

  private func connect(_ url: DatabaseURL, _ waiting: SocketWait) throws(DatabaseError) {
    let (host, socket) = url.isSocket ? (nil, url.host) : (url.host, nil)
    let user = url.user.isEmpty ? nil : url.user
    let database = url.database.isEmpty ? nil : url.database
    // The texts must live as long as the connecting goes on.
    let texts = unsafe [host.flatMap { $0.isEmpty ? nil : $0 }, user, database, socket].map {
      unsafe $0.map { unsafe strdup($0) } ?? nil
    }
    defer { unsafe texts.forEach { unsafe free($0) } }
    var result: UnsafeMutablePointer<MYSQL>?
    var status = unsafe functions.mysql_real_connect_start(
      &result, connection, texts[0], texts[1], nil, texts[2], UInt32(url.port ?? 0), texts[3], 0)
    while status != 0 {
      let ready = try wait(for: status, waiting)
      status = unsafe functions.mysql_real_connect_cont(&result, connection, ready)
    }
    guard unsafe result != nil else { throw fault(isConnecting: true) }
    // The library's "enforce" takes a server without TLS all the same.
    switch MariaDBSettings.mode(url) {
    case .disabled, .preferred: break
    case .required, .verified:
      guard unsafe functions.mysql_get_ssl_cipher(connection) != nil else {
        throw DatabaseError(.untrusted)
      }
    }
  }

  /// Waits for what the library asks for: a set of its `MYSQL_WAIT_…`, as is the answer.
  private func wait(
    for status: Int32, _ waiting: SocketWait
  ) throws(DatabaseError) -> Int32 {
    var events: SocketWait.Readiness = []
    if status & MYSQL_WAIT_READ != 0 { events.insert(.reading) }
    if status & MYSQL_WAIT_WRITE != 0 { events.insert(.writing) }
    let ready = try waiting.wait(unsafe functions.mysql_get_socket(connection), for: events)
    return (ready.contains(.reading) ? MYSQL_WAIT_READ : 0)
      | (ready.contains(.writing) ? MYSQL_WAIT_WRITE : 0)
  }

  private func fault(isConnecting: Bool = false) -> DatabaseError {
    let number = unsafe functions.mysql_errno(connection)
    let message = unsafe Self.text(functions.mysql_error(connection))
    return MariaDBFault.error(number, message, isConnecting: isConnecting)
  }

  func close() {
    guard unsafe connection != nil else { return }
    unsafe functions.mysql_close(connection)
    unsafe connection = nil
  }

  /// Hangs up. What the library holds stays in memory: it may be in the middle of a call, which cannot be
  /// left otherwise.
  private func abandon() {
    guard unsafe connection != nil else { return }
    let socket = unsafe functions.mysql_get_socket(connection)
    if socket >= 0 { shutdown(socket, Int32(SHUT_RDWR)) }
    unsafe connection = nil
  }

  // MARK: - Statements

  func run(_ statement: String, onRow: (AnswerRow) -> Void) throws(DatabaseError) {
    guard unsafe connection != nil else { throw DatabaseError(.lost) }
    do throws(DatabaseError) {
      try send(statement)
      try receive(onRow)
    } catch {
      if error.endsConnection || error.code.isEmpty { abandon() }
      throw error
    }
  }

  private func send(_ statement: String) throws(DatabaseError) {
    let text = unsafe strdup(statement)
    defer { unsafe free(text) }
    var failed: Int32 = 0
    var status = unsafe functions.mysql_real_query_start(
      &failed, connection, text, UInt(statement.utf8.count))
    while status != 0 {
      let ready = try wait(for: status, waiting)
      status = unsafe functions.mysql_real_query_cont(&failed, connection, ready)
    }
    guard failed == 0 else { throw fault() }
  }

  private func receive(_ onRow: (AnswerRow) -> Void) throws(DatabaseError) {
    guard let result = unsafe functions.mysql_use_result(connection) else {
      guard unsafe functions.mysql_field_count(connection) == 0 else { throw fault() }
      return
    }
    let columns = unsafe Int(functions.mysql_num_fields(result))
    while true {
      if waiting.isCancelled() { throw DatabaseError(.interrupted) }
      var values: MYSQL_ROW?
      var status = unsafe functions.mysql_fetch_row_start(&values, result)
      while status != 0 {
        let ready = try wait(for: status, waiting)
        status = unsafe functions.mysql_fetch_row_cont(&values, result, ready)
      }
      guard let values = unsafe values else { break }
      guard let lengths = unsafe functions.mysql_fetch_lengths(result) else { throw fault() }
      row.clear()
      for column in 0..<columns {
        unsafe row.append(
          UnsafeRawPointer(values[column])?.assumingMemoryBound(to: UInt8.self),
          count: Int(lengths[column]))
      }
      onRow(row)
    }
    let failed = unsafe functions.mysql_errno(connection) != 0
    let fault = fault()
    unsafe functions.mysql_free_result(result)
    if failed { throw fault }
  }
}
