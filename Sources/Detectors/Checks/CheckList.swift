/// Every check a rule may name. A test compares the list with the folder.
enum CheckList {
  static let all: [any Check.Type] = [
    AreaCodeCheck.self,
    BirthDateCheck.self,
    CardNumberPrefixCheck.self,
    ChinesePlaceCheck.self,
    CivilDateCheck.self,
    CoordinatesCheck.self,
    CountryOfNationalityCheck.self,
    HardwareAddressCheck.self,
    HongKongIDCheck.self,
    HostAddressCheck.self,
    LuhnCheck.self,
    MobileNetworkCheck.self,
    MobileSegmentCheck.self,
    MOD112Check.self,
    MOD313Check.self,
    PersonNameCheck.self,
    PersonalDeviceCheck.self,
    ProductCodeCheck.self,
    PupilNumberCheck.self,
    RegionOfBirthCheck.self,
    RegionOfRegistrationCheck.self,
    ReportingBodyCheck.self,
    StatedAgeCheck.self,
    TaiwanIDCheck.self,
    TopLevelDomainCheck.self,
    VINCheck.self,
  ]

  static func type(named name: String) -> (any Check.Type)? { all.first { $0.name == name } }

  /// The names, for a message that lists what could have been meant.
  static var names: [String] { all.map { $0.name }.sorted() }
}
