import Findings
import Policies
import Testing

@testable import Reports

@Suite struct GBT43697Tests {
  /// The ids of contract.md, "Types".
  static let contractTypes = """
    resident-id mobile-phone landline-phone bank-card address imei imsi email person-name birth-date
    age passport travel-permit foreigner-id hong-kong-id taiwan-id driver-license military-id
    student-number social-security medical-insurance vehicle-plate vin uscc iccid mac-address
    ip-address android-id idfa oaid wechat-id qq alipay-id coordinates gender ethnicity religion
    marital-status political medical biometric education occupation employer job-title income credit
    account-password nickname avatar browsing-log communication whereabouts guardian school
    grade-class
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test("Every type but a company's code has a class and a level")
  func complete() {
    for id in Self.contractTypes {
      #expect((GBT43697(type: TypeID(rawValue: id)) == nil) == (id == "uscc"), "\(id)")
    }
    #expect(GBT43697(type: TypeID(rawValue: "a-users-own")) == nil)
  }

  /// Rows of the table "detector -> verdict" of the definitions that the project works by.
  @Test(
    "Class and level are those of the standard's table",
    arguments: [
      ("resident-id", DataClass.personal, "个人身份信息", 2),
      ("resident-id", .sensitive, "个人身份信息", 4),
      ("person-name", .personal, "个人基本资料", 2),
      ("bank-card", .personal, "个人财产信息/金融账户", 4),
      ("medical", .sensitive, "个人健康生理信息/医疗健康", 4),
      ("whereabouts", .sensitive, "个人位置信息/行踪轨迹", 4),
      ("imei", .personal, "个人设备信息/不可变更", 2), ("oaid", .personal, "个人设备信息/可变更", 2),
      ("account-password", .personal, "身份鉴别信息", 4), ("religion", .sensitive, "其他", 4),
    ])
  func table(id: String, dataClass: DataClass, name: String, level: Int) throws {
    let standard = try #require(GBT43697(type: TypeID(rawValue: id)))
    #expect(standard.dataClass == name)
    #expect(Int(standard.level(of: dataClass)) == level)
  }
}
