/// What a session of PostgreSQL is told: how to connect, and what holds while it reads.
enum PostgresSettings {
  /// The keywords of a connection, in libpq's words, with their values.
  ///
  /// What the URL leaves out comes from libpq's own sources: the environment, the service file,
  /// `.pgpass`.
  static func parameters(
    _ url: DatabaseURL, _ options: DatabaseOptions, libraryVersion: Int
  ) -> [(String, String)] {
    var parameters = url.parameters
    parameters["connect_timeout"] = nil
    if !url.host.isEmpty { parameters["host"] = url.host }
    if let port = url.port { parameters["port"] = "\(port)" }
    if !url.user.isEmpty { parameters["user"] = url.user }
    if !url.database.isEmpty { parameters["dbname"] = url.database }
    parameters["application_name"] = "pii-scan"
    parameters["client_encoding"] = "UTF8"
    parameters["keepalives_idle"] = "30"
    parameters["keepalives_interval"] = "10"
    parameters["keepalives_count"] = "3"
    addTLS(&parameters, url, options, libraryVersion)
    return parameters.sorted { $0.key < $1.key }
  }

  /// Over a network the server must prove who it is. What goes to this machine is encrypted where the
  /// server offers it; libpq takes no notice of it on a Unix socket.
  private static func addTLS(
    _ parameters: inout [String: String], _ url: DatabaseURL, _ options: DatabaseOptions,
    _ libraryVersion: Int
  ) {
    let isDecided = parameters["service"] != nil || options.environmentDecidesTLS
    if parameters["sslmode"] == nil, !isDecided {
      parameters["sslmode"] = url.isLocal ? "prefer" : "verify-full"
    }
    guard parameters["sslmode"]?.hasPrefix("verify") == true, parameters["sslrootcert"] == nil,
      let certificates = options.rootCertificates
    else { return }
    // `system` is known since libpq 16.
    parameters["sslrootcert"] = libraryVersion >= 160_000 ? "system" : certificates
  }

  /// The statements that open a session, before anything else is asked.
  ///
  /// The first pins the names that statements mean: nobody's function or operator in another schema can
  /// take the place of the system's. The second sets what the server knows of the list, so that servers
  /// of other versions and makes are read too. The third fixes what is seen.
  static func opening(timeoutInSeconds: Int) -> [String] {
    let milliseconds = "\(timeoutInSeconds * 1000)"
    let settings = [
      ("default_transaction_read_only", "on"), ("statement_timeout", milliseconds),
      ("lock_timeout", milliseconds),
      // Ours is the time between two fetches: the longest that a report takes to write.
      ("idle_in_transaction_session_timeout", "600000"),
      ("client_connection_check_interval", "5000"), ("row_security", "on"),
      ("client_min_messages", "error"), ("standard_conforming_strings", "on"),
      ("bytea_output", "hex"), ("DateStyle", "ISO, YMD"), ("IntervalStyle", "postgres"),
      ("xmloption", "content"),
      // Rows come in the order they are stored in, at every run.
      ("synchronize_seqscans", "off"), ("max_parallel_workers_per_gather", "0"), ("jit", "off"),
    ]
    let list = settings.map { "('\($0)','\($1)')" }.joined(separator: ",")
    return [
      "SET search_path = pg_catalog, pg_temp",
      "SELECT pg_catalog.set_config(s.name, v.setting, false) FROM pg_catalog.pg_settings AS s "
        + "JOIN (VALUES \(list)) AS v(name, setting) ON s.name = v.name",
      "START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
    ]
  }
}
