/// Names of columns with their comments, as public schemas have them, and what the columns hold.
///
/// One line: name, comment or nothing, `>`, the types that are right (`|`), or `-` for a column that
/// holds none of the types. Written by reading the schemas, not the program's own terms.
enum ColumnNames {
  struct Column: Sendable, CustomStringConvertible {
    let name: String
    let comment: String
    let types: Set<String>
    var description: String { comment.isEmpty ? name : name + " " + comment }
  }

  static func columns(_ text: String) -> [Column] {
    text.split(separator: "\n").map { line in
      let sides = line.split(separator: ">", maxSplits: 1)
      let words = sides[0].split(separator: ";", maxSplits: 1).map {
        String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      let types = sides[1].split { $0 == "|" || $0 == " " }.map(String.init)
      return Column(
        name: words[0], comment: words.count > 1 ? words[1] : "",
        types: types == ["-"] ? [] : Set(types))
    }
  }

  /// Samples of database vendors: Sakila, Employees, World (MySQL), Chinook, Northwind, Pagila, HR
  /// and OE (Oracle), AdventureWorks, Pubs (SQL Server), Django and Rails accounts.
  static let western = columns(
    """
    actor_id > -
    first_name > person-name
    last_name > person-name
    last_update > -
    address > address
    address2 > address
    district > address
    city_id > -
    postal_code > address
    phone > mobile-phone
    location > address coordinates
    category_id > -
    country > -
    email > email
    store_id > -
    active > -
    create_date > time
    film_id > -
    description > -
    release_year > -
    rental_duration > amount
    length > amount
    replacement_cost > amount
    special_features > -
    amount > amount income
    payment_date > -
    rental_id > -
    return_date > -
    picture > biometric
    username > account-password person-name
    password > account-password
    emp_no > job-title
    birth_date > birth-date
    gender > gender
    hire_date > job-title
    dept_no > -
    from_date > -
    salary > income
    CountryCode > -
    Population > -
    IndepYear > -
    GNPOld > -
    IsOfficial > -
    Percentage > -
    ArtistId > -
    CustomerId > account-password
    FirstName > person-name
    LastName > person-name
    Company > employer
    Address > address
    PostalCode > address
    Phone > mobile-phone
    Fax > landline-phone
    Email > email
    SupportRepId > -
    ReportsTo > -
    BirthDate > birth-date
    HireDate > job-title
    InvoiceId > -
    BillingAddress > address
    BillingCity > address
    BillingPostalCode > address
    UnitPrice > amount
    Quantity > amount
    Composer > -
    Milliseconds > -
    Bytes > amount
    PlaylistId > -
    CompanyName > employer
    ContactName > person-name
    ContactTitle > job-title
    HomePhone > landline-phone
    Extension > landline-phone
    PhotoPath > -
    TitleOfCourtesy > -
    RequiredDate > -
    ShippedDate > -
    ShipVia > -
    Freight > -
    ShipName > person-name
    ShipAddress > address
    ShipPostalCode > address
    HomePage > -
    UnitsInStock > -
    ReorderLevel > -
    Discontinued > -
    PHONE_NUMBER > mobile-phone
    COMMISSION_PCT > -
    MANAGER_ID > -
    JOB_TITLE > job-title
    MIN_SALARY > income
    STREET_ADDRESS > address
    STATE_PROVINCE > address
    CUST_FIRST_NAME > person-name
    CUST_ADDRESS > address
    PHONE_NUMBERS > mobile-phone
    CREDIT_LIMIT > credit
    CUST_EMAIL > email
    MARITAL_STATUS > marital-status
    INCOME_LEVEL > -
    DATE_OF_BIRTH > birth-date
    ORDER_ID > order
    ORDER_TOTAL > amount
    NationalIDNumber > resident-id
    LoginID > account-password
    MaritalStatus > marital-status
    VacationHours > -
    rowguid > -
    ModifiedDate > -
    EmailAddress > email
    EmailPromotion > -
    PasswordHash > account-password
    PasswordSalt > account-password
    AddressLine1 > address
    AddressTypeID > -
    CardNumber > bank-card resident-id
    CardType > -
    ExpMonth > -
    PhoneNumberTypeID > -
    au_lname > -
    is_superuser > -
    is_staff > -
    date_joined > -
    last_login > -
    session_key > account-password
    expire_date > bank-card
    codename > -
    content_type_id > -
    encrypted_password > account-password
    reset_password_token > account-password
    sign_in_count > amount
    current_sign_in_ip > ip-address
    last_sign_in_ip > ip-address
    confirmation_sent_at > -
    unconfirmed_email > email
    failed_attempts > -
    email_verified > -
    email_verified_at > -
    email_confirmed > -
    phone_verified > -
    phone_type > -
    phone_brand > -
    mail_server > -
    ip_address > ip-address
    mac_address > mac-address
    email_address > email
    address_id > -
    card_count > amount
    card_type > -
    id_card_type > -
    is_mobile_bound > -
    is_mobile > -
    has_email > -
    mobile_bound > -
    acid > -
    template > -
    grant_type > -
    user_agent > browsing-log
    device_mac > mac-address
    wallet_address > -
    """)

  /// RuoYi and its relatives: administration of users, posts, menus, logs, files, members, payments.
  static let ruoyi = columns(
    """
    dept_id;部门id > -
    ancestors;祖级列表 > -
    order_num;显示顺序 > -
    phone;联系电话 > mobile-phone
    email;邮箱 > email
    status;部门状态（0正常 1停用） > -
    del_flag;删除标志（0代表存在 2代表删除） > -
    create_time;创建时间 > time
    nick_name;用户昵称 > nickname
    user_type;用户类型（00系统用户） > -
    phonenumber;手机号码 > mobile-phone
    sex;用户性别（0男 1女 2未知） > gender
    avatar;头像地址 > avatar
    password;密码 > account-password
    status;账号状态（0正常 1停用） > -
    login_ip;最后登录IP > ip-address
    login_date;最后登录时间 > -
    pwd_update_date;密码最后更新时间 > -
    role_key;角色权限字符串 > -
    data_scope;数据范围（1：全部数据权限 2：自定数据权限） > -
    menu_type;菜单类型（M目录 C菜单 F按钮） > -
    component;组件路径 > -
    perms;权限标识 > -
    oper_url;请求URL > -
    oper_ip;主机地址 > ip-address
    business_type;业务类型（0其它 1新增 2修改 3删除） > -
    json_result;返回参数 > -
    cost_time;消耗时间 > time
    dict_sort;字典排序 > -
    config_key;参数键名 > -
    ipaddr;登录IP地址 > ip-address
    os;操作系统 > -
    cron_expression;cron执行表达式 > -
    concurrent;是否并发执行（0允许 1禁止） > -
    table_comment;表描述 > -
    is_pk;是否主键（1是） > -
    java_type;JAVA类型 > -
    mobile;手机号 > mobile-phone
    register_ip;注册 IP > ip-address
    login_ip;最后登录IP > ip-address
    mark;会员备注 > -
    birthday;出生日期 > birth-date
    sort_no;排序 > -
    area_id;所在地 > address
    receiver_mobile;收件人手机 > mobile-phone
    receiver_detail_address;收件人详细地址 > address
    user_ip;用户 IP > ip-address
    channel_user_id;渠道用户编号 > -
    channel_order_no;渠道订单号 > order
    merchant_order_id;商户订单编号 > order
    notify_url;异步通知地址 > -
    price;支付金额，单位：分 > amount
    logistics_no;物流公司单号 > order
    pick_up_verify_code;自提核销码 > -
    contact_name;联系人名字 > person-name
    contact_mobile;联系手机 > mobile-phone
    wechat;微信 > wechat-id
    qq;QQ > qq
    telephone;电话 > mobile-phone landline-phone
    detail_address;详细地址 > address
    account_no;开户账号 > bank-card
    trace_id;链路追踪编号 > trace
    exception_message;异常消息 > -
    """)
}
