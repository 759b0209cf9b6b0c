import Findings
import Testing

@testable import Detectors

/// Names of invented persons, behind labels, in columns, beside numbers; and what is no name.
@Suite struct PersonNameTests {
  static func names(_ text: String) throws -> [String] {
    try Probe().find(text).filter { $0.type == "person-name" && $0.level >= .likely }.map(\.value)
  }

  @Test(
    "A name stands behind its label",
    arguments: [
      ("姓名：张伟", "张伟"), ("姓名:王小明 性别:男", "王小明"), ("姓名：张伟性别：男", "张伟"),
      ("收货人 李娜", "李娜"), ("收件人：欧阳志远，电话", "欧阳志远"),
      ("联系人：陈志強先生", "陈志強"), ("聯絡人：張偉", "張偉"), ("[name=张伟]", "张伟"),
      ("{\"realName\":\"李娜\"}", "李娜"), ("<name>李娜</name>", "李娜"), ("name: 王芳", "王芳"),
      ("姓名：阿卜杜拉·买买提", "阿卜杜拉·买买提"), ("姓名：迪丽热巴•阿不都", "迪丽热巴•阿不都"),
      ("客户姓名：Zhang Wei", "Zhang Wei"), ("姓名：O'Neill Mary", "O'Neill Mary"),
      ("联系人：李女士", "李女士"), ("班主任：王老师", "王老师"), ("姓名：张　伟", "张　伟"),
      ("户主姓名＝刘建国", "刘建国"), ("家长：李四", "李四"),
    ])
  func labelled(_ text: String, _ name: String) throws {
    #expect(try Self.names(text) == [name])
  }

  @Test(
    "A name stands beside a number of the person",
    arguments: [
      "张伟 13812345678", "张伟，男，身份证号11010519491231002X", "13812345678 张伟", "张伟（13812345678）",
      "张伟，电话：13812345678",
    ])
  func besideNumbers(_ text: String) throws {
    #expect(try Self.names(text) == ["张伟"])
  }

  @Test(
    "What is no name is none, and a name without a cue is none",
    arguments: [
      "张伟说他明天来", "张伟先生出席了会议", "姓名：必填", "姓名：请输入姓名", "姓名：", "姓名：年龄：性别：",
      "姓名：%s", "商品名称：黄金", "文件名：高山流水", "项目名称：江南春色", "昵称：小太阳", "用户名：zhangwei88",
      "公司名称：金星", "客户：招商银行", "经理 李宁牌", "经理）：“李宁牌”", "登录 13812345678 成功", "下单 13812345678",
      "黄金 13812345678", "name=John Smith", "字段 name 表示名称", "作者：佚名不详",
    ])
  func noName(_ text: String) throws {
    #expect(try Self.names(text).isEmpty)
  }

  @Test("The role of a name is its label's")
  func guardians() throws {
    let found = try Probe().find("监护人姓名：李四")
    #expect(found.map(\.role) == [.guardian])
  }

  @Test(
    "Columns of names have names, columns of other names have none",
    arguments: [
      ("姓名", "张伟", true), ("xm", "欧阳娜", true), ("real_name", "張偉", true),
      ("consignee", "王小明", true), ("full_name", "John Smith", true), ("收货人", "张 伟", true),
      ("goods_name", "黄金", false), ("文件名", "高山", false), ("dept_name", "金融部", false),
      ("remark", "张伟", false), ("nickname", "小明", false), ("real_name", "13812345678", false),
    ])
  func columns(_ column: String, _ value: String, _ isName: Bool) throws {
    let found = try Probe().find(value, column: column).filter {
      $0.type == "person-name" && $0.level >= .likely
    }
    #expect(found.map(\.value) == (isName ? [value] : []))
  }

  @Test("Two scripts and spaced-out characters change nothing in what the characters say")
  func scripts() throws {
    let lexicon = NameLexicon(try BuiltinRules.tables())
    func decibans(_ name: String) -> Int? {
      let bytes = Array(name.utf8)
      return lexicon.decibans(of: bytes.span)
    }
    #expect(decibans("張偉") == decibans("张伟"))
    #expect(decibans("歐陽誌遠") != nil)
    #expect(try #require(decibans("张伟")) > 40)
    #expect(try #require(decibans("高级")) < 0)
    #expect(decibans("必填") == nil)
    #expect(decibans("张") == nil)
  }
}
