import CPostgres

/// libpq, loaded at run time.
enum PostgresLibrary {
  /// - Throws: `missingLibrary`, `unfitLibrary`.
  static func load() throws(DatabaseError) -> PostgresFunctions {
    let library = try DynamicLibrary("libpq.so.5")
    return unsafe PostgresFunctions(
      PQconnectStartParams: try library.function("PQconnectStartParams"),
      PQconnectPoll: try library.function("PQconnectPoll"),
      PQstatus: try library.function("PQstatus"),
      PQsocket: try library.function("PQsocket"),
      PQerrorMessage: try library.function("PQerrorMessage"),
      PQsetErrorVerbosity: try library.function("PQsetErrorVerbosity"),
      PQsetNoticeProcessor: try library.function("PQsetNoticeProcessor"),
      PQconnectionNeedsPassword: try library.function("PQconnectionNeedsPassword"),
      PQlibVersion: try library.function("PQlibVersion"),
      PQserverVersion: try library.function("PQserverVersion"),
      PQhost: try library.function("PQhost"),
      PQport: try library.function("PQport"),
      PQdb: try library.function("PQdb"),
      PQsetnonblocking: try library.function("PQsetnonblocking"),
      PQsendQuery: try library.function("PQsendQuery"),
      PQsetSingleRowMode: try library.function("PQsetSingleRowMode"),
      PQflush: try library.function("PQflush"),
      PQconsumeInput: try library.function("PQconsumeInput"),
      PQisBusy: try library.function("PQisBusy"),
      PQgetResult: try library.function("PQgetResult"),
      PQresultStatus: try library.function("PQresultStatus"),
      PQresultErrorField: try library.function("PQresultErrorField"),
      PQntuples: try library.function("PQntuples"),
      PQnfields: try library.function("PQnfields"),
      PQgetisnull: try library.function("PQgetisnull"),
      PQgetvalue: try library.function("PQgetvalue"),
      PQgetlength: try library.function("PQgetlength"),
      PQclear: try library.function("PQclear"),
      PQgetCancel: try library.function("PQgetCancel"),
      PQcancel: try library.function("PQcancel"),
      PQfreeCancel: try library.function("PQfreeCancel"),
      PQfinish: try library.function("PQfinish"))
  }
}
