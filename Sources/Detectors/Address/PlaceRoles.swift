/// What a character can be in an address, for every character of the Basic Multilingual Plane.
///
/// One table look-up a character (two bytes each, 128 KiB in all, of which Chinese text touches a
/// few lines). The marks are the characters on which the sieve stops.
struct PlaceRoles: OptionSet, Sendable {
  let rawValue: UInt16
  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Ends a numbered part: a numeral stands before it (号, 栋, 室).
  static let numberMark = PlaceRoles(rawValue: 1 << 0)
  /// Ends a named part (市, 路, 园).
  static let placeMark = PlaceRoles(rawValue: 1 << 1)
  /// Ends a word that announces an address (址, 住).
  static let labelMark = PlaceRoles(rawValue: 1 << 2)
  /// ASCII and full-width digits.
  static let digit = PlaceRoles(rawValue: 1 << 3)
  /// Digits and Chinese numerals.
  static let numeral = PlaceRoles(rawValue: 1 << 4)
  /// ASCII and full-width Latin letters.
  static let letter = PlaceRoles(rawValue: 1 << 5)
  /// A Chinese character.
  static let han = PlaceRoles(rawValue: 1 << 6)
  /// A Chinese character that does not stand in names of places (的, 了).
  static let particle = PlaceRoles(rawValue: 1 << 7)
  /// A Chinese character before which a name may begin (在, 到), unless the two make a word.
  static let preposition = PlaceRoles(rawValue: 1 << 8)
  /// Joins parts: blank, hyphen, `#`.
  static let joiner = PlaceRoles(rawValue: 1 << 9)
  /// Ends the name of a division of the state, a road or a village, after which a blank may stand.
  static let divisionMark = PlaceRoles(rawValue: 1 << 10)

  static let numberMarks = "号號栋棟幢座楼樓室弄组組层層段房铺舖队隊"
  static let placeMarks = "省市区區县縣旗州盟镇鎮乡鄉村屯庄莊路街道巷弄里苑园園寓厦廈场場院城坊府邨墅庭湾灣舍"
  static let labelMarks = "址住"
  /// Characters that make a run look like an address but are too common to stop at.
  private static let quietMarks = "单單#＃"
  static let divisionMarks = "省市区區县縣旗州盟镇鎮乡鄉村路街道"

  /// A Chinese character of what says where at a place, and stands behind its name: 北门, 东北角, 交汇处.
  static let relation = PlaceRoles(rawValue: 1 << 11)

  private static let relations = "东西南北正门交叉口汇处角侧"

  /// What words and numbers are of.
  static let wordOrNumber: PlaceRoles = [.han, .digit, .letter]
  /// What a name and its number are of, with what joins their parts.
  static let runOfParts: PlaceRoles = [.han, .digit, .letter, .joiner]
  /// What begins a numbered part: 三, A.
  static let numeralOrLetter: PlaceRoles = [.numeral, .letter]
  /// Chinese characters with which no name goes on.
  static let behindName: PlaceRoles = [.particle, .relation]

  /// The characters at which the sieve must leave a mark: each is three bytes of UTF-8.
  static let marks = numberMarks + placeMarks + labelMarks

  private static let numerals = "一二三四五六七八九十百〇零两廿甲乙丙丁"
  // Characters that hardly stand in names: none is in more than one of 10,000 names of divisions and
  // townships (counted in the tables; 图们市 and the like are words of `PlaceCue`).
  private static let particles = "的了吗呢吧们你她它这把被给很没就但或已并而因该些"
  private static let prepositions = "在到至于於往是为為住寄送去找请請距离離从從让讓"

  /// By the value of a scalar.
  static let table: [UInt16] = {
    var roles = [UInt16](repeating: 0, count: 1 << 16)
    func add(_ role: PlaceRoles, _ characters: String) {
      for scalar in characters.unicodeScalars { roles[Int(scalar.value)] |= role.rawValue }
    }
    func add(_ role: PlaceRoles, _ range: ClosedRange<Int>) {
      for value in range { roles[value] |= role.rawValue }
    }
    add(.han, 0x3400...0x4DBF)
    add(.han, 0x4E00...0x9FFF)
    add(.han, 0xF900...0xFAFF)
    add(.han, "〇")
    add([.digit, .numeral], 0x30...0x39)
    add([.digit, .numeral], 0xFF10...0xFF19)
    for start in [0x41, 0x61, 0xFF21, 0xFF41] { add(.letter, start...start + 25) }
    add(.numeral, numerals)
    add(.numberMark, numberMarks)
    add(.placeMark, placeMarks)
    add(.numberMark, quietMarks)
    add(.labelMark, labelMarks)
    add(.divisionMark, divisionMarks)
    add(.particle, particles)
    add(.preposition, prepositions)
    add(.relation, relations)
    add(.joiner, " \u{3000}-－—–#＃")
    return roles
  }()

  /// The roles of a Unicode scalar value below U+10000.
  static func of(_ scalar: UInt32) -> PlaceRoles { PlaceRoles(rawValue: table[Int(scalar)]) }

  /// The roles of a scalar by `table`, for whoever holds it: where it is asked for, the run-time library asks
  /// first whether it was made.
  @inline(__always)
  static func of(_ scalar: PlaceScalar, in table: [UInt16]) -> PlaceRoles {
    scalar.value < 0x10000 ? PlaceRoles(rawValue: table[Int(scalar.value)]) : []
  }

  /// The roles of a scalar; none for those beyond the plane and for invalid bytes.
  @inline(__always)
  static func of(_ scalar: PlaceScalar) -> PlaceRoles {
    scalar.value < 0x10000 ? PlaceRoles(rawValue: table[Int(scalar.value)]) : []
  }
}
