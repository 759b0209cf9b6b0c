#define _GNU_SOURCE
#include "handlers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const type_names[type_count] = {
  "resident-id", "mobile-phone", "landline-phone", "bank-card", "imei", "imsi", "iccid", "email", "ip-address",
  "mac-address", "vehicle-plate", "uscc", "vin", "passport", "travel-permit", "military-id", "foreigner-id",
  "hong-kong-id", "taiwan-id", "student-number", "alipay-id", "coordinates", "address", "age", "person-name",
  "birth-date", "gender", "ethnicity", "nickname", "avatar", "qq", "wechat-id", "android-id", "idfa", "oaid",
  "social-security", "medical-insurance", "driver-license", "account-password", "religion", "political",
  "marital-status", "occupation", "job-title", "employer", "school", "grade-class", "education", "income",
  "credit", "medical", "biometric", "browsing-log", "communication", "whereabouts", "guardian",
};

#define EDGE "[^0-9A-Za-z]"
#define DATE "(?:18|19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"

static const struct pattern forms[] = {
  // Words of capital letters and digits, long numbers among them: one small automaton for all of them, some ten
  // times as fast as a pattern for each.
  {type_count, word, EDGE "[0-9A-Z]{8}", false},
  {type_count, grouped, "\\d{3}[ -]\\d{4}[ -]\\d{4}", false},
  {resident_id, grouped, "[1-68]\\d{5}[ -]" DATE "[ -]\\d{3}", false},
  {landline_phone, landline, EDGE "0\\d{2,3}(?:-|\\)|\\) | )\\d{7}", false},
  {hong_kong_id, hong_kong, EDGE "[A-Z]{1,2}\\d{6} ?\\([0-9A]\\)", false},
  {email, mail, "[0-9A-Za-z_%+-]@[0-9A-Za-z]", false},
  {ip_address, four_octets, "\\d\\.\\d{1,3}\\.\\d{1,3}\\.\\d", false},
  {ip_address, hexadecimal_groups, "(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]", false},
  {ip_address, hexadecimal_groups, "[0-9A-Fa-f]::[0-9A-Fa-f]", false},
  {mac_address, hexadecimal_groups, EDGE "[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}", false},
  {vehicle_plate, plate, "[\\x80-\\xBF][A-HJ-Z][0-9A-Z\\xC2. -]", false},
  {vehicle_plate, police, "WJ[\\xE4-\\xE9][\\x80-\\xBF]{2}\\d{5}", false},
  {military_id, military, "(?:军|士|兵|武)字第 ?\\d{6}", false},
  {coordinates, pair, "\\d\\.\\d{4}", false},
  {address, place, "\\d(?:号|弄|栋|幢|座|单元|室|组)", false},
  {age, said_age, "(?:今年|现年|年仅|时年|男，|女，)\\d{1,3}岁", false},
};
enum { form_count = sizeof forms / sizeof *forms, most_patterns = 400 };

// Labels as plain literals, what must follow in C: ten times as fast as with the rest in the pattern.
static const struct labels {
  enum type type;
  bool digits;
  const char *words;
} labels[] = {
  {age, true, "年龄 age"},
  {person_name, false, "姓名 联系人 收货人 收件人 户主 户名 客户名 经办人 realname real_name fullname full_name username user_name"},
  {birth_date, true, "出生日期 出生年月 生日 birthdate birth_date birthday date_of_birth dob"},
  {gender, false, "性别 gender sex"},
  {ethnicity, false, "民族 ethnicity nation"},
  {nickname, false, "昵称 网名 nickname nick_name"},
  {avatar, false, "头像 avatar"},
  {qq, true, "QQ qq"},
  {wechat_id, false, "微信 wechat weixin wxid openid open_id"},
  {android_id, false, "安卓标识 androidid android_id ssaid gaid"},
  {idfa, false, "idfa idfv caid udid"},
  {oaid, false, "oaid"},
  {social_security, false, "社保号 社会保障号 社保卡 social_security"},
  {medical_insurance, false, "医保卡 医保号 医保编号 medical_insurance"},
  {driver_license, true, "驾驶证 驾照 档案编号 driverlicense driver_license"},
  {passport, false, "护照 passport passportno passport_no"},
  {travel_permit, false, "通行证 回乡证 台胞证 travelpermit travel_permit"},
  {military_id, false, "军官证 士兵证 军人证 militaryid military_id"},
  {coordinates, true, "经度 纬度 lng lat longitude latitude"},
  {student_number, false, "学号 学籍号 studentno student_no student_id student_number"},
  {account_password, false, "密码 口令 password passwd pwd"},
  {religion, false, "宗教信仰 religion"},
  {political, false, "政治面貌 political_status"},
  {marital_status, false, "婚姻状况 婚否 maritalstatus marital_status"},
  {occupation, false, "职业 occupation"},
  {job_title, false, "职务 职称 jobtitle job_title"},
  {employer, false, "工作单位 employer"},
  {school, false, "毕业院校 就读学校 schoolname school_name"},
  {grade_class, false, "班级 年级 classname class_name"},
  {education, false, "学历 学位 education"},
  {income, true, "月收入 年收入 工资 薪资 salary income"},
  {credit, false, "征信 信用评分 creditscore credit_score"},
  {medical, false, "诊断 病史 过敏史 血型 diagnosis bloodtype blood_type"},
  {biometric, false, "指纹 人脸特征 虹膜 fingerprint face_id"},
  {browsing_log, false, "浏览记录 搜索记录 browse_history"},
  {communication, false, "通话记录 短信内容 聊天记录 sms_content"},
  {whereabouts, false, "行踪 轨迹 住宿记录 track_record"},
  {guardian, false, "监护人 家长姓名 父亲姓名 母亲姓名 guardian"},
};

static struct pattern patterns[most_patterns];
static unsigned pattern_count;

void patterns_list(void) {
  memcpy(patterns, forms, sizeof forms);
  pattern_count = form_count;
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
    char *words = strdup(labels[i].words), *rest = words, *word;
    if (!words) abort();
    while ((word = strsep(&rest, " ")) && pattern_count < most_patterns)
      patterns[pattern_count++] = (struct pattern){labels[i].type, labelled, word, labels[i].digits};
  }
}

hs_database_t *patterns_compile(void) {
  const char *expressions[most_patterns];
  unsigned flags[most_patterns], ids[most_patterns];
  for (unsigned i = 0; i < pattern_count; i++) {
    expressions[i] = patterns[i].expression;
    flags[i] = patterns[i].handle == labelled ? HS_FLAG_CASELESS : HS_FLAG_DOTALL;
    ids[i] = i;
  }
  hs_database_t *database = NULL;
  hs_compile_error_t *error = NULL;
  if (hs_compile_multi(expressions, flags, ids, pattern_count, HS_MODE_BLOCK, NULL, &database, &error)) {
    fprintf(stderr, "pattern %d: %s\n", error->expression, error->message);
    exit(2);
  }
  return database;
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
  (void)from, (void)flags;
  patterns[id].handle(context, &patterns[id], (size_t)to);
  return 0;
}

void patterns_scan(const hs_database_t *database, hs_scratch_t *scratch, struct scan *scan) {
  memset(scan->last_end, 0, sizeof scan->last_end);
  if (hs_scan(database, (const char *)scan->text, (unsigned)scan->length, 0, scratch, on_match, scan)) {
    fprintf(stderr, "hs_scan failed\n");
    exit(2);
  }
}
