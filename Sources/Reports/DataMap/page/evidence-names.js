// Items of evidence in words; what has none here stands under its own name.

const EVIDENCE = {
  "prior": ["先验", "prior"],
  "column-verdict": ["整列的判断", "verdict on the column"],
  "whole-value": ["占满整个值", "fills the whole value"],
  "listed-value": ["属于已知取值", "one of the known values"],
  "beside-number": ["旁有号码", "beside a number"],
  "mod-11-2": ["校验码 MOD 11-2", "check digit, MOD 11-2"],
  "mod-31-3": ["校验码 MOD 31-3", "check digit, MOD 31-3"],
  "luhn": ["Luhn 校验", "Luhn check"],
  "birth-date": ["出生日期合理", "plausible birth date"],
  "region-of-birth": ["地区码当时有效", "region valid at birth"],
  "region-of-registration": ["登记地区码有效", "region of registration"],
  "mobile-segment": ["已分配的号段", "assigned segment"],
  "mobile-network": ["已知的移动网络", "known network"],
  "card-prefix": ["已知的发卡行", "known issuer"],
  "area-code": ["已知的区号", "known area code"],
  "reporting-body": ["已知的分配机构", "known reporting body"],
  "top-level-domain": ["已知的顶级域", "known top-level domain"],
  "host-address": ["主机地址", "address of a host"],
  "civil-date": ["真实存在的日期", "a date that exists"],
  "stated-age": ["合理的年龄", "plausible age"],
  "person-name": ["像人名", "looks like a name"],
  "coordinates": ["经纬度精度", "precision of coordinates"],
  "chinese-place": ["位于中国", "lies in China"],
  "country-of-nationality": ["国籍代码有效", "known nationality"],
  "hong-kong-id": ["香港身份证校验", "Hong Kong check digit"],
  "taiwan-id": ["台湾身份证校验", "Taiwan check digit"],
  "pupil-number": ["学籍号内含身份证号", "holds an ID number"],
  "vin": ["VIN 校验", "VIN check digit"],
  "province": ["省", "province"],
  "prefecture": ["地级市", "prefecture"],
  "county": ["县区", "county"],
  "township": ["乡镇街道", "township"],
  "village": ["村", "village"],
  "villagers-group": ["村民小组", "villagers' group"],
  "estate": ["小区", "estate"],
  "road": ["道路", "road"],
  "road-and-number": ["道路与门牌号", "road and number"],
  "house-number": ["门牌号", "house number"],
  "building": ["楼栋", "building"],
  "unit": ["单元", "unit"],
  "floor": ["楼层", "floor"],
  "room": ["房间", "room"],
  "divisions-agree": ["行政区划相符", "divisions agree"],
  "parts-inside": ["各级地址齐全", "parts fit together"],
  "cue-home": ["家庭住址用语", "words of a home"],
  "cue-delivery": ["收货用语", "words of a delivery"],
  "cue-place": ["地点用语", "words of a place"],
};

const EVIDENCE_KINDS = {
  "column": ["字段名 {0}", "column “{0}”"],
  "label": ["标签 {0}", "label “{0}”"],
  "comment": ["注释 {0}", "comment “{0}”"],
  "declared": ["声明类型 {0}", "declared as {0}"],
};

function evidenceName(name) {
  const which = language === "zh" ? 0 : 1;
  if (Object.hasOwn(EVIDENCE, name)) return EVIDENCE[name][which];
  const colon = name.indexOf(":");
  const kind = name.slice(0, Math.max(0, colon));
  return Object.hasOwn(EVIDENCE_KINDS, kind)
    ? EVIDENCE_KINDS[kind][which].replace("{0}", () => visible(name.slice(colon + 1))) : visible(name);
}
