/// The kinds of personal data that are planted; the raw value is the detector's id.
enum DatumType: String, CaseIterable {
  case residentID = "resident-id"
  case mobilePhone = "mobile-phone"
  case landlinePhone = "landline-phone"
  case bankCard = "bank-card"
  case address
  case imei
  case imsi
  case email
  case birthDate = "birth-date"

  // Planted by the trial only.
  case personName = "person-name"
  case age
  case passport
  case travelPermit = "travel-permit"
  case foreignerID = "foreigner-id"
  case hongKongID = "hong-kong-id"
  case taiwanID = "taiwan-id"
  case militaryID = "military-id"
  case studentNumber = "student-number"
  case vehiclePlate = "vehicle-plate"
  case vin
  case uscc
  case iccid
  case macAddress = "mac-address"
  case ipAddress = "ip-address"
  case androidID = "android-id"
  case idfa
  case oaid
  case wechatID = "wechat-id"
  case qq
  case alipayID = "alipay-id"
  case coordinates

  /// The kinds that the committed corpus plants wherever they occur in it.
  static let ofCorpus: [DatumType] = mission + [.birthDate]
  static let mission: [DatumType] = [
    .residentID, .mobilePhone, .landlinePhone, .bankCard, .address, .imei, .imsi, .email,
  ]
  static let beyond = allCases.filter { !mission.contains($0) }
}
