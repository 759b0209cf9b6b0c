import ArgumentParser
import Databases

/// `pii-scan db URL`: a live database.
struct DatabaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "db",
    abstract: "Scan a live PostgreSQL, MySQL or MariaDB database, read-only.",
    discussion: """
      postgres://user@host:port/database, mysql://user@host:port/database; mysql://host alone for \
      all databases of the server. Of each table a sample is read, unless --full asks for all. \
      Passwords come from .pgpass, PGPASSWORD, .my.cnf or MYSQL_PWD, never from the URL. Over a \
      network the server's certificate is checked; ?sslmode=... and ?ssl-mode=... say otherwise.
      """)

  @Argument(help: "The database: postgres://..., mysql://... or mariadb://...")
  var url: String

  @Option(
    help: ArgumentHelp(
      "Read about so many rows of each table (default: \(Self.usualSample)).", valueName: "rows"))
  var sample: Int?

  @Flag(help: "Read all rows of all tables.")
  var full = false

  @Option(
    help: ArgumentHelp(
      "The longest wait for the server, for an answer or a lock.", valueName: "seconds"))
  var timeout = 60

  @OptionGroup var reporting: ReportArguments

  /// Twice what the verdict of a column needs (4,096 records), and read in a moment.
  private static let usualSample = 10_000

  func validate() throws {
    if full, sample != nil {
      throw ValidationError("--sample and --full contradict one another")
    }
    if let sample, !(1...1_000_000_000).contains(sample) {
      throw ValidationError("--sample takes a number from 1 to 1000000000, not \(sample)")
    }
    guard (1...86_400).contains(timeout) else {
      throw ValidationError("--timeout takes a number from 1 to 86400, not \(timeout)")
    }
  }

  func run() throws {
    let language = reporting.lang?.language ?? Terminal.localeLanguage()
    let database: DatabaseURL
    do throws(DatabaseURLError) {
      database = try DatabaseURL(url)
    } catch {
      throw Explain.report(error, language: language)
    }
    let sources = DatabaseSources(
      database, sampleSize: full ? nil : sample ?? Self.usualSample, timeoutInSeconds: timeout,
      language: language)
    throw ExitCode(Session(reporting, of: sources).run())
  }
}
