/// Files full of numbers in which nothing is personal.
struct CleanFolder {
  var decoys: Decoys
  var registry: Registry
  let asOf: CalendarDay

  init(seed: UInt64, asOf: CalendarDay) {
    decoys = Decoys(random: SplitMix64(seed: seed, stream: "clean"))
    registry = Registry(seed: seed, stream: "clean registry", asOf: asOf)
    self.asOf = asOf
  }

  mutating func files() -> [Manuscript] {
    [
      file("OrderService.java", javaSource()), file("package-lock.json", lockFile()),
      file("sha256sums.txt", hashes()), file("measurements.csv", floats()),
      file("versions.txt", versions()), file("bundle.min.js", script()),
      file("digits.txt", digitRuns()), file("goods.csv", goods()), file("notes.md", notes()),
      file("layout.css", styles()),
    ]
  }

  private func file(_ path: String, _ text: String) -> Manuscript {
    var file = Manuscript(path: path, surrounding: "clean", asOf: asOf)
    file.write(text)
    return file
  }

  private mutating func javaSource() -> String {
    var text = "package com.demo.order;\n\nimport java.util.List;\n\n@Service\n"
    text += "public class OrderService implements Serializable {\n"
    text += "  private static final long serialVersionUID = -\(decoys.bare(19))L;\n"
    for number in 0..<70 {
      switch number % 6 {
      case 0: text += "  private static final long MASK_\(number) = 0x\(decoys.random.hex(16))L;\n"
      case 1: text += "  // 第\(number)号规则：路径、地址、电话字段只校验格式\n"
      case 2: text += "  @Column(name = \"mobile_\(number)\", length = 11)\n"
      case 3: text += "  private static final double RATE_\(number) = \(decoys.decimal());\n"
      case 4: text += "  @Scheduled(fixedDelay = \(decoys.bare(6)))\n"
      default: text += "  private String idCardPattern\(number) = \"^\\\\d{17}[0-9Xx]$\";\n"
      }
    }
    return text + "}\n"
  }

  private mutating func lockFile() -> String {
    let base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    var text = "{\n  \"name\": \"web\",\n  \"lockfileVersion\": 3,\n  \"packages\": {\n"
    for number in 0..<60 {
      let version = decoys.version()
      text += "    \"node_modules/@scope\(number)/pkg\": {\n      \"version\": \"\(version)\",\n"
      text +=
        "      \"resolved\": \"https://registry.example.com/@scope\(number)/pkg/-/pkg-\(version).tgz\",\n"
      text +=
        "      \"integrity\": \"sha512-\(decoys.random.letters(86, from: base64))==\"\n    },\n"
    }
    return text + "    \"\": {}\n  }\n}\n"
  }

  private mutating func hashes() -> String {
    (0..<150).map { "\(decoys.random.hex(64))  lib/part-\(padded($0, 4)).so\n" }.joined()
  }

  private mutating func floats() -> String {
    var text = "t,x,y,z,energy,lat_lon\n"
    for _ in 0..<150 {
      text += "\(decoys.decimal()),-\(decoys.amount()),\(decoys.decimal()),"
      text +=
        "\(decoys.random.number(1...9)).\(decoys.random.digits(11))e-\(decoys.random.number(1...9)),"
      text += "\(decoys.amount())%,\"\(decoys.coordinates())\"\n"
    }
    return text
  }

  private mutating func versions() -> String {
    (0..<120).map {
      "v\(decoys.version())-build.\(decoys.compactTime())+\(decoys.random.hex(7)) #\($0)\n"
    }
    .joined()
  }

  private mutating func script() -> String {
    var text = "!function(e,t){"
    for number in 0..<260 {
      switch number % 5 {
      case 0: text += "var a\(number)=\(decoys.bare(10)),b\(number)=.\(decoys.random.digits(11));"
      case 1:
        text +=
          "e[\"\(decoys.random.hex(8))\"]=function(n){return n<<\(number % 31)|0x\(decoys.random.hex(8))};"
      case 2: text += "t.push([\(decoys.bare(6)),\(decoys.bare(9)),\(decoys.decimal())]);"
      case 3: text += "if(/^1[3-9]\\d{9}$/.test(e.phone))t.k=\"\(decoys.uuid())\";"
      default: text += "t.img=\"logo@2x.png?v=\(decoys.epoch())\";"
      }
    }
    return text + "}(window,[]);\n"
  }

  private mutating func digitRuns() -> String {
    var text = ""
    for number in 0..<200 {
      switch number % 4 {
      case 0: text += decoys.embedded(registry.mobile()) + "\n"
      case 1: text += decoys.embedded(registry.bankCard()) + "\n"
      case 2: text += decoys.any() + " " + decoys.any() + "\n"
      default: text += decoys.random.digits(decoys.random.number(24...60)) + "\n"
      }
    }
    return text
  }

  private mutating func goods() -> String {
    var text = "isbn,ean,price,stock,shelf,updated\n"
    for number in 0..<120 {
      text +=
        "978-7-\(decoys.random.digits(3))-\(decoys.random.digits(5))-\(number % 10),\(decoys.ean()),"
      text +=
        "\(decoys.amount()),\(decoys.bare(3)),\(number % 9 + 1)号货架,2026-\(padded(number % 12 + 1, 2))-11\n"
    }
    return text
  }

  private func notes() -> String {
    """
    # 运维手册

    - 路由器3号口接内网，2号楼层交换机接外网；内存地址0x7fff5fbff8c0不可写。
    - 省道与高速公路的里程桩编号见附录；一路向北约12公里。
    - 请按3号键转人工，客服电话95588，投诉热线12345，全国统一热线400-820-1234。
    - 邮箱服务的 SPF 记录见 @ 解析；不要写成 user@localhost。
    - 会议在第5会议室，时间2026年11月22日14:00-16:30，共21人。
    - 数据库端口3306，缓存端口6379，超时30000毫秒，重试3次。
    - 他去过北京市朝阳区和浙江省，喜欢那里的街道与小区。
    - 地址解析失败时返回404；手机号格式错误时返回10013。
    - 市场部2号文件、街道办事处通知、村里的路都在本周更新。
    - 银行卡支付限额50000元，单日200000元，手续费0.38%。
    - 身份证有效期20年，号码18位，最后一位可能是X。
    - 设备IMEI应为15位，以*#06#查询。

    """
  }

  private mutating func styles() -> String {
    (0..<80).map {
      ".c\($0){color:#\(decoys.random.hex(6));margin:\(decoys.version().split(separator: ".")[0])px;"
        + "width:\(decoys.random.number(10...99)).\(decoys.random.digits(5))%;z-index:\(decoys.bare(6))}\n"
    }.joined()
  }
}
