/// The few hundred characters that make up most of any Chinese text, and the words of forms and
/// exports, as simplified and as traditional characters: enough to tell GB 18030 from Big5, in
/// which the same bytes are rare characters of the other.
///
/// Order and choice follow the heads of the character frequency lists of modern Chinese (Jun Da,
/// 2004) and of Taiwan's Ministry of Education (1997); surnames and words of forms are added.
enum CommonCharacters {
  static let simplified = words(
    """
    的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里\
    用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实\
    日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政\
    美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员\
    解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件\
    计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象\
    完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运\
    姓号码证址邮编箱机联省县镇乡村街巷栋单元室层楼座客户籍贯族汉男龄职务学历婚健康病医银卡账余额密登录\
    备注状态创更删除否李刘陈杨赵黄周吴徐孙胡朱高林郭何罗梁宋郑谢韩唐冯于董萧曹袁邓傅沈曾彭吕苏卢蒋蔡\
    贾丁魏薛叶阎潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖\
    伟芳娜敏静丽强磊洋艳勇军杰娟涛超秀霞刚玲桂英华玉萍红鹏辉浩宇轩梓涵欣怡京沪津渝广深州苏浙湖河川
    """)

  static let traditional = words(
    """
    的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡\
    用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實\
    日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政\
    美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員\
    解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件\
    計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象\
    完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運\
    姓號碼證址郵編箱機聯省縣鎮鄉村街巷棟單元室層樓座客戶籍貫族漢男齡職務學歷婚健康病醫銀卡賬帳餘額密登錄\
    備註狀態創更刪除否李劉陳楊趙黃周吳徐孫胡朱高林郭何羅梁宋鄭謝韓唐馮于董蕭曹袁鄧傅沈曾彭呂蘇盧蔣蔡\
    賈丁魏薛葉閻潘杜戴夏鍾汪田姜范石姚譚廖鄒熊陸郝孔崔康毛邱秦江史顧侯邵孟龍段雷錢湯尹黎易常武喬賀賴\
    偉芳娜敏靜麗強磊洋艷勇軍傑娟濤超秀霞剛玲桂英華玉萍紅鵬輝浩宇軒梓涵欣怡臺台北灣香港九龍新界澳門
    """)

  /// The UTF-8 of each character, first byte lowest, as `CharacterTable` has it.
  private static func words(_ text: String) -> Set<UInt32> {
    Set(
      text.unicodeScalars.map { scalar in
        String(scalar).utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
      })
  }
}
