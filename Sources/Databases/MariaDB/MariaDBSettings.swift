import CMariaDB

/// What a session of MySQL or MariaDB is told: how to connect, and what holds while it reads.
enum MariaDBSettings {
  /// Sets the options of a connection that is not made yet.
  ///
  /// User and password come from the option files (group `client` and its kin) and from `MYSQL_PWD`, which
  /// the library reads by itself; what these files say of TLS holds, since somebody has said so.
  static func apply(
    _ url: DatabaseURL, _ options: DatabaseOptions, _ functions: MariaDBFunctions,
    _ connection: UnsafeMutablePointer<MYSQL>
  ) {
    func set(_ option: mysql_option, _ text: String) {
      _ = unsafe text.withCString { unsafe functions.mysql_options(connection, option, $0) }
    }
    func set(_ option: mysql_option, flag: Bool) {
      var value: my_bool = flag ? 1 : 0
      _ = unsafe functions.mysql_options(connection, option, &value)
    }
    func set(_ option: mysql_option, number: UInt32) {
      var value = number
      _ = unsafe functions.mysql_options(connection, option, &value)
    }
    _ = unsafe functions.mysql_options(connection, MYSQL_OPT_NONBLOCK, nil)
    set(MYSQL_READ_DEFAULT_GROUP, "client")
    set(MYSQL_SET_CHARSET_NAME, "utf8mb4")
    set(MYSQL_OPT_RECONNECT, flag: false)
    // A server may ask its client for files. None is given, whatever an option file allows.
    set(MYSQL_OPT_LOCAL_INFILE, number: 0)
    unsafe functions.mysql_set_local_infile_handler(
      connection, { _, _, _ in 1 }, { _, _, _ in -1 }, { _ in }, { _, _, _ in 1 }, nil)
    _ = unsafe "program_name".withCString { name in
      unsafe "pii-scan".withCString { value in
        unsafe functions.mysql_options4(connection, MYSQL_OPT_CONNECT_ATTR_ADD, name, value)
      }
    }
    // A server may ask for the password as it is; it gets it where it has proved who it is, or stands on
    // this machine.
    if mode(url) != .verified, !url.isLocal { set(MARIADB_OPT_RESTRICTED_AUTH, hashedMethods) }
    let roots = mode(url) == .verified ? options.rootCertificates : nil
    if let file = url.parameters["ssl-ca"] ?? roots { set(MYSQL_OPT_SSL_CA, file) }
    if let file = url.parameters["ssl-cert"] { set(MYSQL_OPT_SSL_CERT, file) }
    if let file = url.parameters["ssl-key"] { set(MYSQL_OPT_SSL_KEY, file) }
    switch mode(url) {
    case .disabled: break
    case .preferred: set(MYSQL_OPT_SSL_VERIFY_SERVER_CERT, flag: false)
    case .required:
      set(MYSQL_OPT_SSL_VERIFY_SERVER_CERT, flag: false)
      set(MYSQL_OPT_SSL_ENFORCE, flag: true)
    case .verified:
      set(MYSQL_OPT_SSL_ENFORCE, flag: true)
      set(MYSQL_OPT_SSL_VERIFY_SERVER_CERT, flag: true)
    }
  }

  /// Ways of proving a password without sending it.
  private static let hashedMethods =
    "mysql_native_password,caching_sha2_password,sha256_password,client_ed25519,parsec,"
    + "auth_gssapi_client"

  enum TLSMode {
    case disabled
    case preferred
    case required
    case verified
  }

  /// The values of `ssl-mode` of MySQL's own client. The library cannot check a certificate without its
  /// name, so `verify-ca` is `verify-identity`.
  static let tlsModes: [String: TLSMode] = [
    "disabled": .disabled, "preferred": .preferred, "required": .required,
    "verify-ca": .verified, "verify-identity": .verified,
  ]

  /// Over a network the server must prove who it is. What goes to this machine need not be encrypted.
  static func mode(_ url: DatabaseURL) -> TLSMode {
    if let name = url.parameters["ssl-mode"] {
      return tlsModes[name.lowercased().split(separator: "_").joined(separator: "-")] ?? .verified
    }
    return url.isLocal || url.host.isEmpty ? .disabled : .verified
  }

  /// The statements that open a session, before anything else is asked.
  static func opening(timeoutInSeconds: Int) -> [String] {
    [
      // An option file may have said otherwise.
      "SET NAMES utf8mb4",
      "SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES', lock_wait_timeout = \(timeoutInSeconds), "
        + "innodb_lock_wait_timeout = \(timeoutInSeconds), net_write_timeout = 600, "
        + "wait_timeout = 600",
      "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
      "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",
    ]
  }

  /// Limits the time of the statements that follow; 0 for no limit.
  static func limit(seconds: Int, isMariaDB: Bool) -> String {
    isMariaDB
      ? "SET SESSION max_statement_time = \(seconds)"
      : "SET SESSION max_execution_time = \(seconds * 1000)"
  }
}
