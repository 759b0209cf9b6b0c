import Findings
import Testing

@testable import Reports

@Suite struct CoverageCSVTests {
  @Test("Every source has a row, read or not")
  func rows() throws {
    let text = try Example.text(
      of: CoverageCSV(run: Example.run()),
      [
        Example.source(
          "=a.csv",
          coverage: Coverage(
            status: .scanned, format: "csv", encoding: "utf-8", bytes: 10, bytesScanned: 10,
            records: 2)),
        Example.source(
          "b.zip", member: "x,y.pdf",
          coverage: Coverage(status: .skipped, reason: .unsupportedData, bytes: 123_456_789_012)),
        Example.source("c", coverage: Coverage(status: .excluded, reason: .excluded)),
        Example.source(
          "d", coverage: Coverage(status: .partly, reason: .recordTooLong, format: "text")),
      ])
    #expect(
      text
        == "\u{FEFF}path,member,status,reason,format,encoding,bytes,bytes_scanned,records,"
        + "persons,persons_lower,persons_upper\r\n"
        + "'=a.csv,,scanned,,csv,utf-8,10,10,2,0,0,0\r\n"
        + "b.zip,\"x,y.pdf\",skipped,unsupported-data,,,123456789012,0,0,0,0,0\r\n"
        + "c,,excluded,excluded,,,0,0,0,0,0,0\r\n"
        + "d,,partly,record-too-long,text,,0,0,0,0,0,0\r\n")
  }
}
