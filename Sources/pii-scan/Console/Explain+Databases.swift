import Databases

extension Explain {
  /// A URL that is not taken. It is not repeated: it may hold a password.
  func sentence(_ error: DatabaseURLError) -> String {
    switch error {
    case .scheme:
      pick(
        "不认识这个数据库地址。请写作 postgres://用户@主机:端口/数据库、mysql://… 或 mariadb://…。",
        "That is no address of a database that can be read. Write "
          + "postgres://user@host:port/database, mysql://... or mariadb://...")
    case .password:
      pick(
        "地址中有密码，未予使用：命令行会出现在 ps 的输出和 shell 的历史记录里。"
          + "请把密码放进 .pgpass、.my.cnf，或环境变量 PGPASSWORD、MYSQL_PWD。",
        "The URL holds a password, which is not taken: command lines show in ps and in the shell's "
          + "history. Put it into .pgpass or .my.cnf, or into PGPASSWORD or MYSQL_PWD.")
    case .port:
      pick("端口须是 1 至 65535 的数字。", "A port is a number from 1 to 65535.")
    case .parameter(let known):
      pick(
        "地址中有不认识或没有值的参数。可用的参数：\(listed(known))。",
        "The URL has a parameter that is not known or has no value. The parameters are "
          + "\(listed(known)).")
    case .form:
      pick(
        "数据库地址的写法有误：百分号须后接两位十六进制数，IPv6 地址写在方括号中，主机只能有一个。",
        "The URL is malformed: a percent sign needs two hexadecimal digits, an IPv6 address stands "
          + "in brackets, and there is one host.")
    }
  }

  /// Why a database cannot be read, or cannot be read any further.
  func sentence(_ error: DatabaseError) -> String {
    let (what, advice) = words(error)
    let code = error.code.isEmpty ? "" : pick("（代码 \(error.code)）", " (code \(error.code))")
    let detail = error.detail.isEmpty ? "" : pick("：", ": ") + visible(error.detail)
    return what + code + detail + pick("。", ". ") + advice
  }

  private func words(_ error: DatabaseError) -> (String, String) {
    switch error.kind {
    case .missingLibrary:
      (
        pick("没有安装客户端库", "The client library is not installed"),
        pick(
          "Debian：apt-get install libpq5（PostgreSQL）或 libmariadb3（MySQL、MariaDB）。",
          "On Debian: apt-get install libpq5 (PostgreSQL) or libmariadb3 (MySQL, MariaDB).")
      )
    case .noLibraries:
      (
        pick(
          "本程序为静态版本，无法加载客户端库",
          "This program is linked statically and cannot load the client library"),
        pick(
          "扫描数据库请使用 make build 生成的程序，或先导出再扫描。",
          "To scan a database use the program that make build makes, or scan a dump.")
      )
    case .unfitLibrary:
      (
        pick("客户端库过旧，缺少函数", "The client library is too old and lacks a function"),
        pick("请更新 libpq 或 libmariadb。", "Update libpq or libmariadb.")
      )
    case .unreachable:
      (
        pick("无法连接数据库", "Cannot connect to the database"),
        pick("请检查主机、端口和网络。", "Check host, port and network.")
      )
    case .untrusted:
      (
        pick("无法确认服务器的身份", "The server cannot be trusted"),
        pick(
          "请用 sslrootcert（MySQL：ssl-ca）给出证书；确信网络安全时可写 ?sslmode=require 或 prefer"
            + "（MySQL：?ssl-mode=required 或 disabled）。",
          "Name its certificate with sslrootcert (MySQL: ssl-ca); where the network is safe, "
            + "?sslmode=require or prefer will do (MySQL: ?ssl-mode=required or disabled).")
      )
    case .rejected:
      (
        pick("用户名或密码不被接受", "User or password were not accepted"),
        pick(
          "密码取自 .pgpass、PGPASSWORD，或 .my.cnf、MYSQL_PWD。",
          "The password comes from .pgpass or PGPASSWORD, or from .my.cnf or MYSQL_PWD.")
      )
    case .noSuchDatabase:
      (
        pick("没有这个数据库，或不允许访问", "There is no such database, or no access to it"),
        pick("请检查地址中的数据库名。", "Check the database in the URL.")
      )
    case .noPermission:
      (
        pick("没有权限", "The user lacks a permission"),
        pick("请授予 SELECT 权限。", "Grant SELECT.")
      )
    case .timeout:
      (
        pick("服务器未在限定时间内答复", "The server did not answer in time"),
        pick("可用 --timeout 延长。", "Allow more with --timeout.")
      )
    case .lost:
      (
        pick("与服务器的连接中断", "The connection to the server was lost"),
        pick(
          "未读完的表列在 coverage.csv 中，请重新扫描。", "Tables not read whole are listed as gaps. Scan again.")
      )
    case .undecodable, .refused:
      (
        pick("服务器拒绝了请求", "The server refused a statement"),
        pick("请查服务器的日志。", "Its log tells more.")
      )
    case .interrupted: (pick("已中断", "Interrupted"), "")
    }
  }
}
