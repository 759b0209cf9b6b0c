import Findings
import Testing

@testable import Detectors

/// Places: 39°54′59″N is 39.9164° (ISO 6709, annex C: degrees, minutes, seconds by sixtieths).
@Suite struct CoordinatesTests {
  @Test(
    "An angle is read from degrees, minutes and seconds",
    arguments: [
      ("39,54,59,116,23,50", 39.916388, 116.397222), ("39,54.5,116,24.25", 39.908333, 116.404166),
      ("39.916527,116.397128", 39.916527, 116.397128),
      ("-33.856784,151.215297", -33.856784, 151.215297),
    ])
  func angles(_ text: String, _ first: Double, _ second: Double) throws {
    let bytes = Array(text.utf8)
    let read = Angles(bytes.span)
    let angles = try #require(read)
    #expect(abs(angles.first - first) < 0.000001)
    #expect(abs((angles.second ?? 0) - second) < 0.000001)
  }

  @Test(
    "A place is on Earth, and measured",
    arguments: [
      ("39.916527,116.397128", CheckOutcome.pass), ("116.397128,39.916527", .pass),
      ("91.5000,100.5000", .fail), ("91.5000,200.5000", .fail), ("181.5000", .fail),
      ("0.0000,0.0000", .fail), ("12.0000,13.0000", .fail), ("39,61,59,116,23,50", .fail),
    ])
  func places(_ text: String, _ expected: CheckOutcome) throws {
    #expect(try TableCheckTests.outcome(CoordinatesCheck.self, text) == expected)
  }

  @Test(
    "Beijing, Hong Kong, Taipei and Kashgar are places in China, Sydney and Paris are not",
    arguments: [
      ("39.9042,116.4074", true), ("22.3193,114.1694", true), ("25.0330,121.5654", true),
      ("75.9893,39.4677", true), ("-33.8568,151.2153", false), ("48.8566,2.3522", false),
    ])
  func china(_ text: String, _ isInChina: Bool) throws {
    let expected: CheckOutcome = isInChina ? .pass : .unknown
    #expect(try TableCheckTests.outcome(ChinesePlaceCheck.self, text) == expected)
  }

  @Test(
    "Pairs are found in either order, in well-known text and in GeoJSON",
    arguments: [
      ("坐标：116.397128,39.916527", "116.397128,39.916527"),
      ("坐标：（39.916527，116.397128）", "39.916527，116.397128"),
      ("{\"type\":\"Point\",\"coordinates\":[116.397128,39.916527]}", "116.397128,39.916527"),
      ("POINT(116.397128 39.916527)", "116.397128 39.916527"),
      ("SRID=4326;POINT (116.397128 39.916527)", "116.397128 39.916527"),
      ("latlng=-33.856784,151.215297", "-33.856784,151.215297"),
    ])
  func pairs(_ text: String, _ value: String) throws {
    #expect(try Probe().likely(text) == ["coordinates " + value])
  }
}
