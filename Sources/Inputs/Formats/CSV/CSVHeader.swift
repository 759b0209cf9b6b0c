/// Tells the names of columns from values.
enum CSVHeader {
  /// Longer texts are no names.
  private static let nameLimitInBytes = 80

  /// Whether `first` looks like the names of the columns of `following`.
  ///
  /// It does not if any of it looks like a value. It does if the words are those of headers, or if
  /// a column below holds values, which its head is not.
  static func isHeader(_ first: [String], following: ArraySlice<[String]>) -> Bool {
    let names = first.filter { !$0.isEmpty }
    guard !names.isEmpty, names.count * 2 > first.count, !names.contains(where: isValue) else {
      return false
    }
    let known = names.count { isKnown($0) }
    if known * 2 >= names.count { return true }
    let areIdentifiers = names.allSatisfy(isIdentifier)
    for column in first.indices where !first[column].isEmpty {
      let below = following.compactMap { column < $0.count ? $0[column] : nil }
        .filter { !$0.isEmpty }
      guard !below.isEmpty else { continue }
      let values = below.count { isValue($0) || areIdentifiers && hasChinese($0) }
      if values * 2 > below.count { return true }
    }
    return known > 0 && following.isEmpty
  }

  /// Numbers, dates, times, addresses of mail and network, long runs of digits, masks, prose.
  static func isValue(_ text: String) -> Bool {
    var digits = 0
    var letters = 0
    var run = 0
    var longestRun = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9":
        digits += 1
        run += 1
        longestRun = max(longestRun, run)
        continue
      case "@", "*", "。", "！", "？": return true
      case "+", "-", ".", ",", ":", "/", " ", "%", "(", ")", "#", "'", "=", "\"", "_": break
      default: letters += 1
      }
      run = 0
    }
    return text.utf8.count > nameLimitInBytes || longestRun >= 5 || digits > 0 && letters <= 1
      || digits >= letters * 2 && digits > 3
  }

  /// A name as programs give it: `user_name`, `idCard`, `created at`.
  private static func isIdentifier(_ text: String) -> Bool {
    text.utf8.count <= nameLimitInBytes
      && text.utf8.contains { (0x41...0x5A).contains($0 & 0xDF) }
      && text.utf8.allSatisfy { byte in
        (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte)
          || [0x20, 0x23, 0x28, 0x29, 0x2D, 0x2E, 0x2F, 0x3A, 0x5F].contains(byte)
      }
  }

  private static func hasChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { ("\u{3400}"..."\u{9FFF}").contains($0) }
  }

  /// Whether the text is, or ends with, a word that heads columns.
  static func isKnown(_ text: String) -> Bool {
    guard text.utf8.count <= nameLimitInBytes else { return false }
    if hasChinese(text) {
      let bare = text.prefix { !"(（[【:：*".contains($0) }.filter { $0 != " " && $0 != "\u{3000}" }
      return wholeWords.contains(bare)
        || bare.count <= 12 && endings.contains { bare.hasSuffix($0) }
    }
    let words = text.lowercased().split { !("a"..."z").contains($0) }
    return words.contains { englishWords.contains(String($0)) }
      || englishWords.contains(words.joined())
  }

  private static let endings: [String] = [
    "姓名", "名称", "名字", "电话", "手机", "手机号", "号码", "号", "编号", "编码", "代码", "证件", "身份证", "地址", "住址",
    "邮箱", "邮件", "邮编", "日期", "时间", "性别", "年龄", "生日", "民族", "籍贯", "学历", "职业", "职务", "职称", "类型", "类别",
    "状态", "备注", "说明", "金额", "余额", "数量", "账号", "帐号", "账户", "卡号", "户名", "关系", "等级", "级别", "年级", "班级",
    "学号", "序号", "方式", "原因", "结果", "用户", "标识", "ID", "id", "電話", "手機", "號碼", "編號", "證", "郵箱", "電郵",
    "郵件",
    "時間", "性別", "年齡", "備註", "帳號", "狀態", "類型", "名稱",
  ]
  private static let wholeWords: Set<String> = [
    "省", "市", "区", "县", "省份", "城市", "区县", "街道", "学校", "公司", "单位", "部门", "银行", "开户行", "科室", "医院",
    "专业",
    "监护人", "联系人", "收件人", "收货人", "家长", "父亲", "母亲", "配偶", "会员", "客户", "订单", "车牌", "车型", "学院", "院系",
    "岗位",
    "縣市", "學校", "單位", "部門", "銀行", "城市別", "聯絡人", "客戶",
  ]
  private static let englishWords: Set<String> = [
    "id", "uid", "uuid", "no", "num", "number", "name", "username", "realname", "fullname",
    "nickname", "phone", "mobile",
    "tel", "telephone", "cellphone", "email", "mail", "address", "addr", "gender", "sex", "age",
    "birth", "birthday",
    "birthdate", "dob", "date", "time", "datetime", "timestamp", "created", "updated", "idcard",
    "idno", "card",
    "cardno", "passport", "account", "user", "type", "code", "status", "state", "city", "province",
    "district",
    "county", "country", "zip", "postcode", "company", "school", "department", "dept", "job",
    "title", "value",
    "amount", "price", "remark", "remarks", "note", "notes", "comment", "description", "key",
    "level", "url", "ip",
    "imei", "imsi", "mac", "lat", "lng", "lon", "latitude", "longitude", "class", "grade",
    "guardian", "parent",
  ]
}
