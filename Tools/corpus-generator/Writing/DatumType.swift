/// The kinds of personal data that the corpus plants; the raw value is the detector's id.
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
}
