import CPostgres
import Glibc

/// A connection to a PostgreSQL server through libpq, never blocking: every wait has an end.
@safe
final class PostgresConnection: ServerConnection {
  private let functions: PostgresFunctions
  private var connection: OpaquePointer?
  private let waiting: SocketWait
  private let row = AnswerRow()
  /// How much longer than the server's own limit is waited for it.
  private static let graceInSeconds = 5

  /// - Throws: why there is no connection.
  init(_ url: DatabaseURL, _ options: DatabaseOptions) throws(DatabaseError) {
    let functions = try PostgresLibrary.load()
    self.functions = functions
    waiting = SocketWait(
      limitInSeconds: options.timeoutInSeconds + Self.graceInSeconds,
      isCancelled: options.isCancelled)
    let version = Int(functions.PQlibVersion())
    let settings = PostgresSettings.parameters(url, options, libraryVersion: version)
    var names = unsafe settings.map { unsafe UnsafePointer(strdup($0.0)) } + [nil]
    var values = unsafe settings.map { unsafe UnsafePointer(strdup($0.1)) } + [nil]
    unsafe connection = unsafe functions.PQconnectStartParams(&names, &values, 0)
    unsafe names.forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) }
    unsafe values.forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) }
    let limit = url.parameters["connect_timeout"].flatMap { Int($0) } ?? options.timeoutInSeconds
    do throws(DatabaseError) {
      try establish(
        SocketWait(limitInSeconds: max(1, limit), isCancelled: options.isCancelled))
    } catch {
      close()
      throw error
    }
  }

  deinit { close() }

  /// 150018 for 15.18.
  var serverVersion: Int { unsafe Int(functions.PQserverVersion(connection)) }
  var host: String { unsafe Self.text(functions.PQhost(connection)) }
  var port: String { unsafe Self.text(functions.PQport(connection)) }
  var database: String { unsafe Self.text(functions.PQdb(connection)) }

  private static func text(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }

  private func establish(_ waiting: SocketWait) throws(DatabaseError) {
    guard unsafe connection != nil else { throw DatabaseError(.unreachable) }
    // Of what the server says, its code alone.
    _ = unsafe functions.PQsetErrorVerbosity(connection, PQERRORS_SQLSTATE)
    _ = unsafe functions.PQsetNoticeProcessor(connection, { _, _ in }, nil)
    var state = PGRES_POLLING_WRITING
    while unsafe functions.PQstatus(connection) != CONNECTION_BAD {
      switch state {
      case PGRES_POLLING_OK:
        _ = unsafe functions.PQsetnonblocking(connection, 1)
        return
      case PGRES_POLLING_READING: try wait(for: .reading, waiting)
      case PGRES_POLLING_WRITING: try wait(for: .writing, waiting)
      default: throw connectionError()
      }
      state = unsafe functions.PQconnectPoll(connection)
    }
    throw connectionError()
  }

  @discardableResult
  private func wait(
    for events: SocketWait.Readiness, _ waiting: SocketWait
  ) throws(DatabaseError) -> SocketWait.Readiness {
    try waiting.wait(unsafe functions.PQsocket(connection), for: events)
  }

  private func connectionError() -> DatabaseError {
    let message = unsafe Self.text(functions.PQerrorMessage(connection))
    let needsPassword = unsafe functions.PQconnectionNeedsPassword(connection) != 0
    return PostgresFault.connecting(message, needsPassword: needsPassword)
  }

  func close() {
    guard unsafe connection != nil else { return }
    unsafe functions.PQfinish(connection)
    unsafe connection = nil
  }

  // MARK: - Statements

  func run(_ statement: String, onRow: (AnswerRow) -> Void) throws(DatabaseError) {
    guard unsafe connection != nil else { throw DatabaseError(.lost) }
    do throws(DatabaseError) {
      guard unsafe functions.PQsendQuery(connection, statement) == 1 else {
        throw DatabaseError(.lost)
      }
      // Without it libpq would keep the whole answer.
      _ = unsafe functions.PQsetSingleRowMode(connection)
      try flush()
      try receive(onRow)
    } catch {
      if error.kind == .interrupted { cancelStatement() }
      // A server that did not answer may do so in the middle of the next statement.
      if error.endsConnection || error.code.isEmpty { close() }
      throw error
    }
  }

  private func flush() throws(DatabaseError) {
    while true {
      switch unsafe functions.PQflush(connection) {
      case 0: return
      case 1:
        if try wait(for: [.reading, .writing], waiting).contains(.reading) { try consume() }
      default: throw DatabaseError(.lost)
      }
    }
  }

  private func consume() throws(DatabaseError) {
    guard unsafe functions.PQconsumeInput(connection) == 1 else { throw DatabaseError(.lost) }
  }

  private func receive(_ onRow: (AnswerRow) -> Void) throws(DatabaseError) {
    var failure: DatabaseError?
    var isBroken = false
    while true {
      while !isBroken, unsafe functions.PQisBusy(connection) != 0 {
        try wait(for: .reading, waiting)
        isBroken = unsafe functions.PQconsumeInput(connection) != 1
      }
      // Of a connection that is broken, what came before: rows, and perhaps the server's reason.
      guard let result = unsafe functions.PQgetResult(connection) else { break }
      defer { unsafe functions.PQclear(result) }
      if failure == nil { failure = unsafe fault(result) }
      if failure == nil { unsafe deliver(result, onRow) }
      if waiting.isCancelled() { throw DatabaseError(.interrupted) }
    }
    if let failure { throw failure }
    if isBroken { throw DatabaseError(.lost) }
  }

  private func fault(_ result: OpaquePointer) -> DatabaseError? {
    switch unsafe functions.PQresultStatus(result) {
    case PGRES_SINGLE_TUPLE, PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return nil
    case PGRES_FATAL_ERROR, PGRES_NONFATAL_ERROR:
      let code = unsafe Self.text(
        functions.PQresultErrorField(result, postgresFieldOfState))
      return PostgresFault.running(code: code)
    // COPY and the like, which were not asked for: no server that can be talked to.
    default: return DatabaseError(.lost)
    }
  }

  private func deliver(_ result: OpaquePointer, _ onRow: (AnswerRow) -> Void) {
    let columns = unsafe functions.PQnfields(result)
    for line in 0..<(unsafe functions.PQntuples(result)) {
      row.clear()
      for column in 0..<columns {
        if unsafe functions.PQgetisnull(result, line, column) != 0 {
          unsafe row.append(nil, count: 0)
        } else {
          let value = unsafe functions.PQgetvalue(result, line, column)
          unsafe row.append(
            UnsafeRawPointer(value)?.assumingMemoryBound(to: UInt8.self),
            count: Int(functions.PQgetlength(result, line, column)))
        }
      }
      onRow(row)
    }
  }

  /// Asks the server to give the running statement up, and waits shortly for its answer.
  ///
  /// libpq asks over a connection of its own and waits for it without an end; so it does that on a
  /// thread that nobody waits for.
  private func cancelStatement() {
    guard let cancel = unsafe functions.PQgetCancel(connection) else { return }
    let request = unsafe CancelRequest(functions, cancel)
    var thread = pthread_t()
    let argument = unsafe Unmanaged.passRetained(request).toOpaque()
    let started = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<CancelRequest>.fromOpaque(argument).takeRetainedValue().send()
        return nil
      }, argument)
    guard started == 0 else {
      unsafe Unmanaged<CancelRequest>.fromOpaque(argument).release()
      return
    }
    pthread_detach(thread)
    let patience = SocketWait(limitInSeconds: 2) { false }
    do throws(DatabaseError) {
      while unsafe functions.PQisBusy(connection) != 0 {
        try wait(for: .reading, patience)
        try consume()
      }
    } catch {
      // The server has not answered, or has hung up; either way the connection is closed next.
    }
  }
}

/// A request to cancel, on its way from one thread to another.
@safe
private final class CancelRequest {
  private let functions: PostgresFunctions
  private let cancel: OpaquePointer

  init(_ functions: PostgresFunctions, _ cancel: OpaquePointer) {
    self.functions = functions
    unsafe self.cancel = unsafe cancel
  }

  func send() {
    var words = [CChar](repeating: 0, count: 256)
    _ = unsafe functions.PQcancel(cancel, &words, Int32(words.count))
    unsafe functions.PQfreeCancel(cancel)
  }
}
