import Findings
import Policies

/// Class and level of a type by GB/T 43697-2024 (data classification and grading rules).
///
/// The classes are those of its table of personal information, with the subclass after a slash
/// where the standard has one; they are printed in the standard's own language, whatever the
/// report's, since they are names. Levels of general data go from 1 to 4: personal information not
/// below 2, sensitive personal information not below 4.
struct GBT43697 {
  let dataClass: String
  /// The level that the type has by itself, before anything is known of the person.
  private let ownLevel: UInt8

  /// Nil for what is not personal information (a company's code) and for types of a user's own.
  init?(type: TypeID) {
    guard let (dataClass, level) = Self.types[type.rawValue] else { return nil }
    self.dataClass = dataClass
    ownLevel = level
  }

  /// The level of a field whose gravest class is `dataClass`: sensitive data, children's among them,
  /// are at 4.
  func level(of dataClass: DataClass) -> UInt8 { dataClass == .sensitive ? 4 : ownLevel }

  private static let basics = "个人基本资料"
  private static let identity = "个人身份信息"
  private static let network = "网络身份标识信息"
  private static let schooling = "个人教育工作信息/教育"
  private static let work = "个人教育工作信息/工作"
  private static let assets = "个人财产信息/资产"
  private static let accounts = "个人财产信息/金融账户"
  private static let device = "个人设备信息"
  private static let changeableDevice = "个人设备信息/可变更"
  private static let fixedDevice = "个人设备信息/不可变更"
  private static let place = "个人位置信息"
  private static let other = "其他"

  private static let types: [String: (String, UInt8)] = [
    "resident-id": (identity, 2), "passport": (identity, 2), "travel-permit": (identity, 2),
    "foreigner-id": (identity, 2), "hong-kong-id": (identity, 2), "taiwan-id": (identity, 2),
    "driver-license": (identity, 2), "military-id": (identity, 2),
    "social-security": (identity, 2), "medical-insurance": (identity, 2),
    "person-name": (basics, 2), "birth-date": (basics, 2), "age": (basics, 2),
    "gender": (basics, 2), "ethnicity": (basics, 2), "political": (basics, 2),
    "mobile-phone": (basics, 2), "landline-phone": (basics, 2), "email": (basics, 2),
    "address": (basics, 2),
    "bank-card": (accounts, 4), "alipay-id": (accounts, 4), "income": (assets, 2),
    "vehicle-plate": (assets, 2), "vin": (assets, 2), "credit": ("个人财产信息/借贷", 2),
    "account-password": ("身份鉴别信息", 4),
    "ip-address": (network, 2), "wechat-id": (network, 2), "qq": (network, 2),
    "nickname": (network, 2), "avatar": (network, 2),
    "imei": (fixedDevice, 2), "mac-address": (fixedDevice, 2), "imsi": (device, 2),
    "iccid": (device, 2), "android-id": (changeableDevice, 2), "idfa": (changeableDevice, 2),
    "oaid": (changeableDevice, 2),
    "coordinates": (place, 4), "whereabouts": (place + "/行踪轨迹", 4),
    "student-number": (schooling, 2), "education": (schooling, 2), "school": (schooling, 2),
    "grade-class": (schooling, 2), "occupation": (work, 2), "employer": (work, 2),
    "job-title": (work, 2),
    "medical": ("个人健康生理信息/医疗健康", 4), "biometric": ("个人生物识别信息", 4),
    "communication": ("个人通信信息", 2), "guardian": ("联系人信息", 2),
    "browsing-log": ("个人上网记录", 2),
    "religion": (other, 4), "marital-status": (other, 2),
  ]
}
