#pragma once

#if __has_include(<mariadb/mysql.h>)
#include <mariadb/mysql.h>
#else
#include <mysql.h>
#endif

// The functions of libmariadb that are used, of the types that its header declares. The library is
// loaded when a database is asked for, as libpq is.
#define PII_FUNCTION(name) __typeof__(name) *_Nonnull name
struct MariaDBFunctions {
  PII_FUNCTION(mysql_init);
  PII_FUNCTION(mysql_options);
  PII_FUNCTION(mysql_options4);
  PII_FUNCTION(mysql_set_local_infile_handler);
  PII_FUNCTION(mysql_real_connect_start);
  PII_FUNCTION(mysql_real_connect_cont);
  PII_FUNCTION(mysql_get_socket);
  PII_FUNCTION(mysql_get_timeout_value_ms);
  PII_FUNCTION(mysql_get_server_info);
  PII_FUNCTION(mysql_get_ssl_cipher);
  PII_FUNCTION(mysql_errno);
  PII_FUNCTION(mysql_error);
  PII_FUNCTION(mysql_real_query_start);
  PII_FUNCTION(mysql_real_query_cont);
  PII_FUNCTION(mysql_use_result);
  PII_FUNCTION(mysql_field_count);
  PII_FUNCTION(mysql_num_fields);
  PII_FUNCTION(mysql_fetch_row_start);
  PII_FUNCTION(mysql_fetch_row_cont);
  PII_FUNCTION(mysql_fetch_lengths);
  PII_FUNCTION(mysql_free_result);
  PII_FUNCTION(mysql_close);
};
#undef PII_FUNCTION
