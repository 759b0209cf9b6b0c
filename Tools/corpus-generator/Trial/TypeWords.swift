/// How people and programs call a kind of data: labels in text, keys of programs, names of columns.
///
/// Gathered from public forms and schemas; not the list that the scanner has.
struct TypeWords {
  let labels: [String]
  let keys: [String]
  let columns: [String]
  /// Pinyin initials, as in many older schemas; may be empty.
  let pinyin: [String]

  static let all: [DatumType: TypeWords] = Dictionary(
    uniqueKeysWithValues: lines.split(separator: "\n").compactMap { line in
      let part = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
      }
      guard let type = DatumType(rawValue: part[0][0]) else { return nil }
      return (type, TypeWords(labels: part[1], keys: part[2], columns: part[3], pinyin: part[4]))
    })

  static func of(_ type: DatumType) -> TypeWords {
    guard let words = all[type] else { preconditionFailure("no words for \(type)") }
    return words
  }

  /// One line: type | labels | keys | columns | pinyin.
  private static let lines = """
    resident-id|身份证号,身份证号码,身份证,证件号码,公民身份号码,居民身份证号|idCard,idCardNo,id_card,id_card_no,idNumber,identityNo,certNo,idno|id_card,id_card_no,identity_card,id_number,cert_no|sfzh,sfzhm,zjhm
    mobile-phone|手机号,手机号码,手机,联系电话,移动电话,电话,预留手机号|mobile,phone,mobileNo,phoneNumber,phone_number,mobile_phone,tel,cellphone,contactPhone|mobile,phone,phone_number,mobile_no,cell_phone,contact_phone|sjh,sjhm,lxdh
    landline-phone|座机,固定电话,办公电话,单位电话,家庭电话,联系电话|tel,telephone,officePhone,landline,office_tel,home_phone,fixedPhone|telephone,office_phone,landline,tel|gddh,bgdh
    bank-card|银行卡号,银行卡,卡号,储蓄卡号,借记卡号,信用卡号,收款账号|bankCard,bankCardNo,cardNo,bank_card_no,card_number,acctNo,bank_account|bank_card,bank_card_no,card_number,bank_account|yhkh,yhzh
    address|家庭住址,住址,收货地址,联系地址,户籍地址,现住址,通讯地址,单位地址|address,homeAddress,shippingAddress,receiverAddress,receiver_address,home_addr|address,home_address,receiver_address,contact_address|jtzz,lxdz,txdz,hjdz
    imei|IMEI,设备IMEI,IMEI号,手机串号,设备串号|imei,imei1,deviceImei,device_imei,imeiNo|imei,device_imei,imei1|imei
    imsi|IMSI,IMSI号,SIM卡IMSI,用户识别码IMSI|imsi,imsiNo,sim_imsi,deviceImsi|imsi,sim_imsi|imsi
    email|邮箱,电子邮箱,邮箱地址,Email,电子邮件|email,mail,emailAddr,userEmail,e_mail,contactEmail|email,e_mail,mail,email_address|dzyx,yx
    person-name|姓名,联系人,收货人,客户姓名,患者姓名|realName,userName,customerName,real_name,receiverName|name,real_name,customer_name|xm
    birth-date|出生日期,生日,出生年月日|birthday,birthDate,birth_date,dob|birth_date,birthday,date_of_birth|csrq
    age|年龄|age|age|nl
    passport|护照号,护照号码,护照|passportNo,passport,passport_no|passport_no,passport_number|hzh,hzhm
    travel-permit|港澳通行证号,回乡证号,往来港澳通行证|travelPermitNo,hkMacaoPermit|travel_permit,travel_permit_no|
    foreigner-id|外国人永久居留身份证号,永久居留身份证号码|foreignerId,permanentResidenceNo|foreigner_id|
    hong-kong-id|香港身份证号,香港身份證號碼,HKID|hkid,hkidNo|hkid,hk_id_card|
    taiwan-id|台湾身份证号,身分證字號,国民身分证统一编号|twid,taiwanId|taiwan_id|
    military-id|军官证号,士兵证号,军官证|militaryId,officerCardNo|military_id|jgzh
    student-number|学籍号,全国学籍号|eduId,studentRegNo|student_reg_no|xjh
    vehicle-plate|车牌号,车牌,号牌号码|plateNo,plate_no,carNo,licensePlate|plate_no,license_plate,car_no|cph
    vin|车架号,车辆识别代号,VIN|vin,vinCode,vin_no|vin,vin_code|cjh
    uscc|统一社会信用代码,社会信用代码|uscc,creditCode,socialCreditCode|credit_code,uscc|tyshxydm
    iccid|ICCID,SIM卡ICCID|iccid,simIccid|iccid|iccid
    mac-address|MAC地址,网卡地址,MAC|mac,macAddr,mac_address|mac,mac_address|
    ip-address|IP地址,登录IP,客户端IP|ip,clientIp,loginIp,remote_ip|ip,login_ip,client_ip|
    android-id|Android ID,安卓ID|androidId,android_id|android_id|
    idfa|IDFA,广告标识符IDFA|idfa|idfa|
    oaid|OAID,设备OAID|oaid|oaid|
    wechat-id|微信号,微信|wechatId,wechat,wx_id|wechat,wechat_id|wxh
    qq|QQ号,QQ,QQ号码|qq,qqNo,qq_number|qq,qq_no|
    alipay-id|支付宝用户ID,支付宝账号|alipayUserId,alipay_user_id|alipay_user_id|
    coordinates|经纬度,坐标,定位坐标|gps,lnglat,location|lnglat,location|jwd
    """
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
