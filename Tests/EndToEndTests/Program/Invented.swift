/// Values of people who do not exist, with check digits by the standards' own formulas.
enum Invented {
  static let phone = "13907554218"
  /// Born on 2018-03-07: eight years old on the tests' as-of day.
  static let childID = residentID("110105", "20180307", "281")
  static let adultID = residentID("310104", "19850916", "634")
  static let card = luhn("622202100112345679")
  static let imei = luhn("86834703529174")
  static let imsi = "460017358291746"
  static let landline = "010-65283947"
  static let email = "qiaoyun.zheng@mail-host.cn"
  static let birthday = "2018-03-07"
  static let address = "北京市朝阳区建国路88号院6号楼1203室"

  static let asOf = "2026-06-15"

  /// Every value, as it stands beside its label.
  static let labelled: [(label: String, value: String)] = [
    ("身份证号", childID), ("证件号码", adultID), ("手机号", phone), ("银行卡号", card), ("IMEI", imei),
    ("IMSI", imsi), ("电话", landline), ("邮箱", email), ("出生日期", birthday), ("家庭住址", address),
  ]

  /// One line for each value.
  static let text = labelled.map { "\($0.label)：\($0.value)\n" }.joined()

  /// GB 11643-1999: region, day of birth, sequence, and the check character of ISO 7064 MOD 11-2.
  static func residentID(_ region: String, _ birth: String, _ sequence: String) -> String {
    let body = region + birth + sequence
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return body + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }

  /// ISO/IEC 7812-1 Annex B: the digit that makes the sum of the doubled digits a multiple of ten.
  static func luhn(_ body: String) -> String {
    var sum = 0
    for (place, digit) in body.utf8.reversed().enumerated() {
      let value = Int(digit - 0x30) * (place % 2 == 0 ? 2 : 1)
      sum += value / 10 + value % 10
    }
    return body + String((10 - sum % 10) % 10)
  }
}
