#pragma once

#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#else
#include <libpq-fe.h>
#endif

// The functions of libpq that are used, of the types that its header declares. The library is loaded
// when a database is asked for: linked, it and the twenty it needs cost every start some 10 ms.
#define PII_FUNCTION(name) __typeof__(name) *_Nonnull name
struct PostgresFunctions {
  PII_FUNCTION(PQconnectStartParams);
  PII_FUNCTION(PQconnectPoll);
  PII_FUNCTION(PQstatus);
  PII_FUNCTION(PQsocket);
  PII_FUNCTION(PQerrorMessage);
  PII_FUNCTION(PQsetErrorVerbosity);
  PII_FUNCTION(PQsetNoticeProcessor);
  PII_FUNCTION(PQconnectionNeedsPassword);
  PII_FUNCTION(PQlibVersion);
  PII_FUNCTION(PQserverVersion);
  PII_FUNCTION(PQhost);
  PII_FUNCTION(PQport);
  PII_FUNCTION(PQdb);
  PII_FUNCTION(PQsetnonblocking);
  PII_FUNCTION(PQsendQuery);
  PII_FUNCTION(PQsetSingleRowMode);
  PII_FUNCTION(PQflush);
  PII_FUNCTION(PQconsumeInput);
  PII_FUNCTION(PQisBusy);
  PII_FUNCTION(PQgetResult);
  PII_FUNCTION(PQresultStatus);
  PII_FUNCTION(PQresultErrorField);
  PII_FUNCTION(PQntuples);
  PII_FUNCTION(PQnfields);
  PII_FUNCTION(PQgetisnull);
  PII_FUNCTION(PQgetvalue);
  PII_FUNCTION(PQgetlength);
  PII_FUNCTION(PQclear);
  PII_FUNCTION(PQgetCancel);
  PII_FUNCTION(PQcancel);
  PII_FUNCTION(PQfreeCancel);
  PII_FUNCTION(PQfinish);
};
#undef PII_FUNCTION

// Macros that Swift cannot see.
static const int postgresFieldOfState = PG_DIAG_SQLSTATE;
