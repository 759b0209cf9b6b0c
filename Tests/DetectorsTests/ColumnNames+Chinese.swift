extension ColumnNames {
  /// Schemas of Chinese schools, hospitals, estates, shops and offices: pinyin and its initials.
  static let pinyin = columns(
    """
    sjhm > mobile-phone
    sjh;手机号 > mobile-phone
    sjh > mobile-phone
    lxdh > mobile-phone
    lxdh;联系电话 > mobile-phone
    sfzh;身份证号 > resident-id
    sfzh > resident-id
    SFZH > resident-id
    yhkh > bank-card
    xm > person-name
    xm;姓名 > person-name
    jtzz > address
    zjhm > resident-id
    khsjhm > mobile-phone
    jzsfzhm > resident-id
    jzsjh > mobile-phone
    jhrlxdh > guardian mobile-phone
    xssfzh > resident-id
    lxrdh > mobile-phone
    khxm > person-name
    brxm > person-name
    ywyxm;业务员姓名 > person-name
    zbr_xm > person-name
    zbr_lxdh > mobile-phone
    lxrname > person-name
    gzdw > employer
    hykh > bank-card
    hjdz;户籍地址 > address
    hjdz > address
    xzz > address
    csrq > birth-date
    csrq;出生日期 > birth-date
    xb > gender
    xb;性别 > gender
    mz;民族 > ethnicity
    mzdm > ethnicity
    whcd;文化程度 > education
    jkzk;健康状况 > medical
    nl;年龄 > age
    YDDH > mobile-phone
    YZBM > address
    pwd > account-password
    nhzh;农合证号 > medical-insurance
    yhzgx;与户主关系 > guardian
    rysx;人员属性 > -
    sfnchk;是否农村户口 > -
    sfcz > -
    yxrq > -
    ztrybh > -
    asjbh > -
    cjsj;创建时间 > time
    gxsj;更新时间 > time
    lrrq;录入时间 > -
    xgrq;修改日期 > -
    nsrsbh;纳税人识别号 > uscc
    qyhgdm;企业海关代码 > -
    lcslid;LCSLID > -
    zfrq_1;作废日期 > -
    bncke;本年出口额 > -
    tbzf;同比增幅 > -
    zhuxiao;注销标志 > -
    shoujihao > mobile-phone
    shoujihaoma > mobile-phone
    shoujihao;手机号 > mobile-phone
    lianxidianhua > mobile-phone
    lianxifangshi;联系方式 > mobile-phone
    shenfenzheng > resident-id
    shenfenzhenghao;身份证号 > resident-id
    yinhangkahao > bank-card
    xingming;姓名 > person-name
    xueshengxingming > person-name
    yonghuxingming > person-name
    jiazhangshouji > guardian mobile-phone
    jiatingzhuzhi > address
    dizhi > address
    shouhuodizhi > address
    zhanghao;账号 > bank-card account-password
    mima;密码 > account-password
    xingbie;性别 > gender
    nianling;年龄 > age
    touxiang;头像 > avatar
    chepaihao;车牌号 > vehicle-plate
    youxiang > email
    xuehao > student-number
    banji > grade-class
    diandongchemingcheng;电动车名称 > -
    diandongchexinghao;电动车型号 > order
    dingdanbianhao;订单编号 > order
    tupian;图片 > -
    rizujiage;日租价格 > -
    zulinriqi;租赁日期 > -
    ispay;是否支付 > -
    """)

  /// More of them, in English with Chinese comments.
  static let mixed = columns(
    """
    stunumber;学员编号（多个，逗号隔开） > student-number
    stuname;学生姓名 > person-name
    nation;民族 > ethnicity
    age;年龄 > age
    classname;班级名称 > grade-class
    emergency;紧急联系人方式 > guardian
    idcard > resident-id
    idcard;身份证号 > resident-id
    termid;学期id > -
    picname;图片名称 > -
    piccontext;图片内容 > -
    pictime;图片拍摄时间 > -
    jingdu;楼房经度 > coordinates
    weidu;楼房纬度 > coordinates
    ldNum;楼房名称 > -
    realname > person-name
    realname;真实姓名 > person-name
    ppnum;身份证号 > resident-id
    bankname;银行归属地 > bank-card
    banknum;银行卡号码 > bank-card
    banktel;银行绑定手机号 > mobile-phone
    accountid;交易账号 > account-password bank-card
    checked;0:未认证 1:已认证 > -
    ctime;创建时间 > time
    ip;最后一次登录ip > ip-address
    teacher_no;教师工号 > job-title
    department;所属院系 > employer school
    title;职称（教授/副教授/讲师等） > job-title
    education;学历（博士/硕士/本科） > education
    entry_date;入职日期 > job-title
    id_card;身份证号 > resident-id
    gender;性别：1-男 2-女 > gender
    birth_date;出生日期 > birth-date
    address;家庭地址 > address
    is_deleted;是否删除：1-已删除 0-未删除 > -
    no;学号 > student-number
    card_id;身份证号 > resident-id
    card_no;身份证号 > resident-id
    card_file;身份文件 > -
    header_pic;近身照 > avatar
    native_place;籍贯 > address
    home_address;家庭住址 > address
    is_graduate;是否毕业 > -
    in_time;入学时间 > education
    is_college;1:是 0:否 > -
    degree;1:初中 2:高中 3:大专 4:本科 5:硕士 6:博士 > education
    graduation_date;毕业时间 > education
    violation_count;违纪次数 > amount
    violation_score;违纪扣分 > -
    user_alias;别名 > nickname
    user_avatar;头像信息 > avatar
    user_mobile;手机号 > mobile-phone
    user_email;邮箱 > email
    enable;是否允许登录,1-允许登陆 0-不允许登陆 > -
    last_modify_date;最后修改时间 > -
    version;版本号 > version
    verified;是否实名认证(0-否,1-是) > -
    bio;用户简介 > -
    data_code;数据编号 > number
    amount;金额 > amount
    remark;备注 > -
    batch_no;导入批次号 > batch
    report_message;上报结果信息 > -
    t_user.user_phone1 > mobile-phone
    f_mobile > mobile-phone
    mobile_enc > mobile-phone
    phone_md5 > mobile-phone
    phone_sha256 > mobile-phone
    email_hash > email
    id_card_encrypted > resident-id
    idCardCipher > resident-id
    userMobile > mobile-phone
    USER_MOBILE > mobile-phone
    user-mobile > mobile-phone
    userphone > mobile-phone
    custmobile > mobile-phone
    memberemail > email
    receivertel > mobile-phone
    [dbo].[Users].[Mobile] > mobile-phone
    mobiles > mobile-phone
    addresses > address
    passport_nbr > passport
    bankCardNos > bank-card
    cf:phone > mobile-phone
    field_7;客户的手机号码，用于登录 > mobile-phone
    c12;收货地址 > address
    col_3;订单号 > order
    attr1;身份证号码(脱敏) > resident-id
    contact;联系人手机 > mobile-phone
    ext1;备用手机号 > mobile-phone
    account;登录账号（手机号） > account-password
    code;手机号 > mobile-phone
    """)

  /// Header cells of sheets that people fill in.
  static let headers = columns(
    """
    手机号码（必填） > mobile-phone
    联系电话1 > mobile-phone
    *身份证号 > resident-id
    ＊手机号 > mobile-phone
    收货人手机 > mobile-phone
    收件人手机号码 > mobile-phone
    身份证号码（18位） > resident-id
    "手机号" > mobile-phone
    1.姓名 > person-name
    2、手机号 > mobile-phone
    （3）身份证号 > resident-id
    联系方式（手机） > mobile-phone
    手机号码* > mobile-phone
    手 机 号 > mobile-phone
    姓  名 > person-name
    电子邮箱（E-mail） > email
    E-mail > email
    E-MAIL地址 > email
    家庭住址(省市区+详细) > address
    收货地址 > address
    户籍所在地 > address
    现居住地址 > address
    监护人姓名 > guardian person-name
    监护人电话 > guardian mobile-phone
    监护人身份证号 > guardian resident-id
    家长手机 > guardian mobile-phone
    紧急联系人 > guardian
    与学生关系 > guardian
    工资（元） > income
    身高（cm） > medical
    体重(kg) > medical
    民族 > ethnicity
    性别 > gender
    政治面貌 > political
    文化程度 > education
    婚姻状况 > marital-status
    血型 > medical
    既往病史 > medical
    宗教信仰 > religion
    工作单位 > employer
    职务 > job-title
    职业 > occupation
    年级 > grade-class
    所在班级 > grade-class
    学校名称 > school
    学籍号 > student-number
    银行卡号 > bank-card
    开户行 > bank-card
    车牌号码 > vehicle-plate
    微信号 > wechat-id
    QQ号 > qq
    IMEI > imei
    IMSI号 > imsi
    设备IMEI > imei
    固定电话 > landline-phone
    办公电话 > landline-phone
    单位电话 > landline-phone
    传真 > landline-phone
    电话/手机 > mobile-phone
    手机（微信同号） > mobile-phone
    是否绑定手机号 > -
    是否有身份证 > -
    手机品牌 > -
    手机型号 > order
    手机类型 > -
    手机号归属地 > -
    身份证类型 > -
    邮箱是否验证 > -
    IP地址 > ip-address
    MAC地址 > mac-address
    订单编号 > order
    快递单号 > order
    流水号 > flow
    序号 > number
    备注 > -
    数量 > amount
    单价（元） > -
    金额 > amount
    创建时间 > time
    商品名称 > -
    地址编号 > number
    图片地址 > -
    网址 > -
    手機號碼 > mobile-phone
    身分證字號 > taiwan-id resident-id
    聯絡電話 > mobile-phone
    電子郵件 > email
    """)
}
