/// What the parts of an address are worth, in decibans.
///
/// The numbers are estimates of how much rarer each part is in text that only looks like an address
/// than in an address, read off two hand-labelled lists (addresses of delivery notes; sentences of
/// news, policies and code with the same words), and rounded. Beside the prior of prose (-20) a road
/// with a number is `likely`, an estate with building and room is, and no name alone is.
enum AddressEvidence: Int, CaseIterable, Sendable {
  case roadAndNumber, roadAndNumbers, roadAndBuilding, laneAndNumber, number, lane, road
  case building, unit, floor, room, bareRoom, partsInside, twoNumbers, threeNumbers
  case group, village, villageAndNumber, estate, estateAndNumber, site, english
  case province, prefecture, county, township, chain
  case noNumber, noNumberInValue, noNumberAnnounced, noName, divisionsOnly, noEnding
  case cueHome, cueStay, cueDelivery, cuePlace

  /// Words after which an address is expected, even one that ends with the name of an estate.
  static let announcing: Set<AddressEvidence> = [.cueHome, .cueStay, .cueDelivery]

  /// The word in reports.
  var name: String {
    switch self {
    case .roadAndNumber: "road-and-number"
    case .roadAndNumbers: "road-and-numbers"
    case .roadAndBuilding: "road-and-building"
    case .laneAndNumber: "lane-and-number"
    case .number: "house-number"
    case .lane: "lane"
    case .road: "road"
    case .building: "building"
    case .unit: "unit"
    case .floor: "floor"
    case .room: "room"
    case .bareRoom: "bare-room"
    case .partsInside: "parts-inside"
    case .twoNumbers: "two-numbers-with-hyphen"
    case .threeNumbers: "three-numbers-with-hyphens"
    case .group: "villagers-group"
    case .village: "village"
    case .villageAndNumber: "village-and-number"
    case .estate: "estate"
    case .estateAndNumber: "estate-and-number"
    case .site: "site"
    case .english: "english-address"
    case .province: "province"
    case .prefecture: "prefecture"
    case .county: "county"
    case .township: "township"
    case .chain: "divisions-agree"
    case .noNumber, .noNumberInValue, .noNumberAnnounced: "no-number"
    case .noName: "no-name"
    case .divisionsOnly: "divisions-only"
    case .noEnding: "no-place-ending"
    case .cueHome: "cue-home"
    case .cueStay: "cue-stay"
    case .cueDelivery: "cue-delivery"
    case .cuePlace: "cue-place"
    }
  }

  var decibans: Int {
    switch self {
    case .roadAndNumber: 32
    case .roadAndNumbers: 16
    case .roadAndBuilding: 12
    case .laneAndNumber: 24
    case .number: 8
    case .lane: 6
    case .road: 4
    case .building: 13
    case .unit: 14
    case .floor: 4
    case .room: 8
    case .bareRoom: 8
    case .partsInside: 8
    case .twoNumbers: 14
    case .threeNumbers: 22
    case .group: 8
    case .village: 6
    case .villageAndNumber: 10
    case .estate: 10
    case .estateAndNumber: 6
    case .site: 4
    case .english: 10
    case .province: 6
    case .prefecture: 6
    case .county: 7
    case .township: 7
    case .chain: 5
    case .noNumber: -15
    case .noNumberInValue: -4
    case .noNumberAnnounced: -5
    case .noName: -8
    case .divisionsOnly: -10
    case .noEnding: -4
    case .cueHome: 14
    case .cueStay: 8
    case .cueDelivery: 14
    case .cuePlace: 4
    }
  }
}
