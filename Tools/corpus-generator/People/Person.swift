/// An invented person with a complete set of papers.
struct Person {
  let name: String
  let isFemale: Bool
  let county: County
  let birth: CalendarDay
  /// 18 digits, plain.
  let residentID: Datum
  let mobile: Datum
  let landline: Datum
  let email: Datum
  let home: Datum
  let card: Datum
  let imei: Datum
  let imsi: Datum

  var sex: String { isFemale ? "女" : "男" }

  func birthDate(_ written: String) -> Datum {
    Datum(type: .birthDate, written: written, canonical: birth.iso, birth: birth)
  }
}
