import Findings
import Testing

@testable import Detectors

/// Data without a shape, told by labels in text.
@Suite struct ToldValueTests {
  @Test(
    "A value that its type has is likely behind the label",
    arguments: [
      ("性别：男", "gender 男"), ("患者性别:女，", "gender 女"), ("\"gender\":\"男\"", "gender 男"),
      ("民族：汉族", "ethnicity 汉族"), ("宗教信仰：佛教", "religion 佛教"),
      ("婚姻状况：已婚", "marital-status 已婚"), ("政治面貌：中共党员", "political 中共党员"),
      ("诊断：高血压。", "medical 高血压"), ("过敏史：青霉素过敏", "medical 青霉素过敏"),
      ("血型：AB型", "medical AB型"), ("学历：本科", "education 本科"),
      ("职业：教师", "occupation 教师"), ("工作单位：上海甲乙丙有限公司", "employer 上海甲乙丙有限公司"),
      ("职务：部门经理", "job-title 部门经理"), ("月收入：8000元", "income 8000元"),
      ("学校：阳光小学", "school 阳光小学"), ("班级：三年级2班", "grade-class 三年级2班"),
      ("与学生关系：父亲", "guardian 父亲"), ("昵称：小太阳", "nickname 小太阳"),
      ("密码：abc123", "account-password abc123"), ("芝麻分：750", "credit 750"),
      ("性别：男 年龄：30", "gender 男"), ("性別：女", "gender 女"),
    ])
  func told(_ text: String, _ expected: String) throws {
    let found = try Probe().find(text).filter { $0.level >= .likely && $0.type != "age" }
    #expect(found.map { $0.type + " " + $0.value } == [expected])
    #expect(found.map(\.level) == [.likely])
    #expect(found.map(\.masked) == ["***"])
  }

  @Test(
    "A label without a value of its type is not likely",
    arguments: [
      "性别：", "性别：男 女", "性别：男/女", "性别：请选择", "性别：年龄：民族：", "性别男", "请输入密码：abc123", "密码：password",
      "密码：%s", "密码：必填", "密码：由管理员设置", "诊断：可能缺少驱动程序", "职业：请选择职业", "学历：下拉框",
      "gender=male", "\"religion\":\"buddhist\"", "class=测试", "昵称：", "备注：已婚", "学校：填写就读学校",
    ])
  func notTold(_ text: String) throws {
    #expect(try Probe().likely(text).isEmpty)
  }
}
