import CMariaDB

/// libmariadb, which speaks to MySQL as well, loaded at run time.
enum MariaDBLibrary {
  /// - Throws: `missingLibrary`, `unfitLibrary`.
  static func load() throws(DatabaseError) -> MariaDBFunctions {
    let library = try DynamicLibrary("libmariadb.so.3")
    return unsafe MariaDBFunctions(
      mysql_init: try library.function("mysql_init"),
      mysql_options: try library.function("mysql_options"),
      mysql_options4: try library.function("mysql_options4"),
      mysql_set_local_infile_handler: try library.function("mysql_set_local_infile_handler"),
      mysql_real_connect_start: try library.function("mysql_real_connect_start"),
      mysql_real_connect_cont: try library.function("mysql_real_connect_cont"),
      mysql_get_socket: try library.function("mysql_get_socket"),
      mysql_get_timeout_value_ms: try library.function("mysql_get_timeout_value_ms"),
      mysql_get_server_info: try library.function("mysql_get_server_info"),
      mysql_get_ssl_cipher: try library.function("mysql_get_ssl_cipher"),
      mysql_errno: try library.function("mysql_errno"),
      mysql_error: try library.function("mysql_error"),
      mysql_real_query_start: try library.function("mysql_real_query_start"),
      mysql_real_query_cont: try library.function("mysql_real_query_cont"),
      mysql_use_result: try library.function("mysql_use_result"),
      mysql_field_count: try library.function("mysql_field_count"),
      mysql_num_fields: try library.function("mysql_num_fields"),
      mysql_fetch_row_start: try library.function("mysql_fetch_row_start"),
      mysql_fetch_row_cont: try library.function("mysql_fetch_row_cont"),
      mysql_fetch_lengths: try library.function("mysql_fetch_lengths"),
      mysql_free_result: try library.function("mysql_free_result"),
      mysql_close: try library.function("mysql_close"))
  }
}
