// Every word of the page in Chinese and English, by key; `{0}` stands for the first argument.
const WORDS = {
  title: ["个人信息数据地图", "Personal data map"],
  seal: ["个人信息", "个人信息"],
  asOf: ["年龄截至 {0}", "ages as of {0}"],
  ruleset: ["规则集", "ruleset"],
  skip: ["跳到数据地图", "Skip to the map"],
  print: ["打印", "Print"],
  theme: ["切换明暗", "Light or dark"],
  policies: ["判定依据", "Judged by"],
  since: ["{0} 版", "of {0}"],
  inForceSince: ["{0} 起施行", "in force {0}"],
  firstPolicy: ["主", "first"],

  findings: ["发现", "Findings"],
  assets: ["资产", "Assets"],
  assetsOf: ["共看过 {0} 个来源", "of {0} sources seen"],
  sensitiveShare: ["其中敏感", "of them sensitive"],
  under14: ["未满 14 周岁", "Under 14"],
  minorsOf: ["人；14 周岁 {0}，15–17 周岁 {1}", "persons; 14: {0}, 15–17: {1}"],
  persons: ["人数", "Persons"],
  personsExact: ["精确计数", "counted exactly"],
  personsBetween: ["介于 {0} 与 {1} 之间", "between {0} and {1}"],
  coverage: ["覆盖", "Coverage"],
  complete: ["完整：应读的都已读取", "complete: all that counts was read"],
  incomplete: ["不完整：{0} 个来源未能完整读取", "incomplete: {0} sources not read in full"],
  interrupted: ["已中断：只含已完成的部分", "interrupted: only what was finished"],
  coverageLine: [
    "{0} 个文件{1}，{2}；表格记录 {3} 条",
    "{0} files{1}, {2}; {3} records of tables",
  ],
  membersLine: ["及其中 {0} 个成员", " and {0} members inside them"],
  verdict: ["审计结论", "Verdict"],
  pass: ["通过", "pass"],
  fail: ["不通过", "fail"],
  incompleteVerdict: ["不完整", "incomplete"],
  limitOf: ["{0}：{1} / 上限 {2}", "{0}: {1} of at most {2}"],
  limitPersonal: ["个人信息", "personal"],
  limitSensitive: ["敏感个人信息", "sensitive"],
  limitMinor: ["未满 14 周岁", "under 14"],
  limitPersons: ["人数", "persons"],
  originUser: ["用户设定", "set by the user"],
  originTool: ["工具默认，并非法律规定", "the tool's default, not law"],
  originPolicy: ["政策 {0}", "policy {0}"],

  search: ["搜索路径、表、字段、类型…", "Search path, table, field, type…"],
  searchLabel: ["搜索", "Search"],
  policy: ["政策", "Policy"],
  class: ["类别", "Class"],
  level: ["把握", "Level"],
  age: ["年龄", "Age"],
  reset: ["清除筛选", "Clear filters"],
  shown: ["显示 {0} / {1} 个发现，{2} / {3} 个资产", "{0} of {1} findings in {2} of {3} assets"],
  allLevels: ["全部把握", "any level"],
  allAges: ["全部年龄", "all ages"],
  ageUnder14: ["仅未满 14（个保法）", "under 14 (PIPL)"],
  ageUpTo14: ["仅 14 及以下（GB/T 35273）", "14 or younger (GB/T 35273)"],
  ageUnder18: ["仅未成年（未满 18）", "minors (under 18)"],
  rowsLeftOut: [
    "此页装有前 {0} 行；其余 {1} 行见 inventory.csv。",
    "This page holds the first {0} rows; {1} more are in inventory.csv.",
  ],

  sensitive: ["敏感", "sensitive"],
  personal: ["个人", "personal"],
  none: ["非个人", "not personal"],
  possible: ["可能", "possible"],
  likely: ["很可能", "likely"],
  certain: ["确定", "certain"],
  atLeast: ["{0}及以上", "{0} or more"],

  map: ["资产与数据类型", "Assets and types of data"],
  mapHelp: [
    "点开格子看样例与证据。方向键移动，→ 展开，← 收起，Enter 打开，Esc 关闭。",
    "Open a cell for its sample and evidence. Arrows move, → opens a row, ← closes it, Enter drills down, Esc goes back.",
  ],
  asset: ["资产", "Asset"],
  total: ["合计", "Total"],
  all: ["全部", "All"],
  content: ["正文", "text"],
  expand: ["展开到", "Open to"],
  toFolders: ["目录", "folders"],
  toAssets: ["资产", "assets"],
  toFields: ["字段", "fields"],
  nothing: ["没有符合筛选条件的发现。", "No finding passes the filters."],
  legend: ["图例", "Legend"],
  legendMinor: ["含未满 14 周岁者", "with persons under 14"],
  legendDepth: ["色深随数量", "depth grows with the count"],

  close: ["关闭", "Close"],
  back: ["返回", "Back"],
  where: ["位置", "Where"],
  sample: ["样例（已脱敏）", "Sample (masked)"],
  noSample: ["没有样例", "no sample"],
  evidence: ["这个样例的证据", "Evidence for this sample"],
  evidenceHelp: [
    "单位 deciban：几率以 10 为底的对数的十倍，逐项相加。0 是五五开，10 为 90.9%，20 为 99.0%。",
    "In decibans, ten times the base-10 logarithm of the odds; items add up. 0 is even odds, 10 is 90.9 %, 20 is 99.0 %.",
  ],
  sum: ["合计", "Sum"],
  counts: ["计数", "Counts"],
  matches: ["匹配", "Matches"],
  distinct: ["去重", "Distinct"],
  values: ["该列的值", "Values in the column"],
  records: ["表中记录", "Records of the table"],
  tablePersons: ["此处人数", "Persons here"],
  matchRate: ["匹配率", "Match rate"],
  weak: ["低于列出门槛（只计数）", "Weaker (only counted)"],
  testData: ["像是测试数据", "Look like test data"],
  masking: ["原文的遮盖", "Hidden in the source"],
  basisOf: ["判断来源", "Told from"],
  basisValue: ["值本身", "the value"],
  basisName: ["字段名或标签", "the name or label"],
  basisComment: ["字段注释", "the comment"],
  mixed: [
    "最终计数与冻结时的判断不一致（mixed）",
    "the final counts judge otherwise than the first records did (mixed)",
  ],
  estimate: ["约", "about "],
  byLevelAndAge: ["按把握与年龄", "By level and age"],
  "age-unknown": ["未知", "unknown"],
  "age-adult": ["成年", "adult"],
  "age-15-17": ["15–17", "15–17"],
  "age-14": ["14", "14"],
  "age-turning-14": ["当日满 14", "turning 14"],
  "age-under-14": ["未满 14", "under 14"],
  byPolicy: ["按各政策", "By each policy"],
  clause: ["条款", "Clause"],
  basis: ["依据", "Basis"],
  why: ["理由", "Why"],
  severalFields: ["{0} 处", "{0} places"],
  showAll: ["显示全部 {0} 项", "Show all {0}"],
  moreFields: ["另有 {0} 处，请缩小筛选范围。", "{0} more; narrow the filters."],
  encoding: ["编码", "Encoding"],
  format: ["格式", "Format"],
  size: ["大小", "Size"],
  modified: ["修改日", "Modified"],
  guardianField: ["监护人一栏", "a guardian's field"],
  "kind-plain": ["地址（未说明用途）", "address of no stated purpose"],
  "kind-home": ["家庭住址", "home address"],
  "kind-delivery": ["收货地址", "delivery address"],
  "kind-work": ["工作地址", "work address"],

  "listed": ["条文列举", "listed"],
  "by position": ["条文提到、未定类", "named without a class"],
  "fallback": ["所依据文本列举", "listed by what it rests on"],
  "fallback definition": ["所依据文本的定义", "definition of what it rests on"],
  "own definition": ["自身的一般定义", "its own general definition"],
  "assessment": ["按危害后果评估", "harm test, by assessment"],
  causeMinor: ["未成年人条款", "clause on minors"],
  causeCombination: ["与他人信息并列", "beside data of a person"],
  beside: ["{0} 条与 {1} 同在一条记录", "{0} stand in one record with {1}"],
  mayRise: ["并列后整体可能为「{0}」（危害判断，类别不因此改变）", "as a whole they may be {0} (a harm test; no class changes)"],
  doesRise: ["因此为「{0}」", "for that they are {0}"],
  causeDefinition: ["一般定义", "general definition"],
  namedAt: ["在 {0} 提到", "named at {0}"],

  maskNone: ["明文", "in the clear"],
  maskMixed: ["混合", "mixed"],
  maskUsual: ["部分遮盖", "partly masked"],
  maskTelling: ["部分遮盖，剩余信息过多", "partly masked, tells too much"],
  maskGuessable: ["部分遮盖，可穷举还原", "partly masked, can be guessed"],
  maskFull: ["全部遮盖", "fully masked"],
  maskEncrypted: ["已加密", "encrypted"],

  personsSection: ["人数与法定门槛", "Persons against legal lines"],
  personsHelp: [
    "不同的人：有身份证号的按号计，其余按未与之并列的手机号、邮箱计。实心到下限，浅色到上限；刻度为对数。只含所扫描的内容，并非该组织持有的全部。",
    "Distinct persons: by ID number, else by a phone or e-mail never seen beside one. Solid to the lower bound, light to the upper; logarithmic. Only what was scanned, not all an organisation holds.",
  ],
  "line-passed": ["已达到", "reached"],
  "line-perhaps": ["上下限跨越此线", "between the bounds"],
  "line-near": ["接近", "near"],
  "line-below": ["未达到", "not reached"],
  "of-persons": ["{0} 人 / {1}", "{0} of {1} persons"],
  "of-sensitive-persons": ["{0} 人 / {1}（敏感）", "{0} of {1} persons with sensitive data"],
  "of-items": ["{0} 条 / {1}", "{0} of {1} items"],
  atMost: ["至多 {0}", "at most {0}"],

  minorsSection: ["未成年人", "Minors"],
  minorsHelp: [
    "条按记录数分段，右侧是去重人数。个保法计未满 14 周岁，GB/T 35273 计 14 周岁及以下；监护人的信息不算孩子的。",
    "Bars divide the records; at the right are distinct persons. The PIPL counts under 14, GB/T 35273 counts 14 or younger; a guardian is not the child.",
  ],
  recordsByAge: ["记录，按年龄", "records by age"],
  under14Short: ["<14", "<14"],
  fourteenShort: ["14", "14"],
  to17Short: ["15–17", "15–17"],
  toldBy: ["依据：{0}", "told by {0}"],
  toldID: ["身份证号", "ID number"],
  toldBirth: ["出生日期", "birth date"],
  toldStudent: ["学籍号", "student number"],
  toldYears: ["年龄", "age"],
  toldWeak: ["较弱迹象（学校、班级、监护人）", "weaker signs (school, class, guardian)"],
  guardianBeside: ["{0} 条记录旁有监护人信息", "a guardian's data beside {0} records"],
  plainUnder14: ["{0} 条未满 14 的记录为明文", "{0} records of under-14s in the clear"],
  turning14: ["{0} 人当日满 14", "{0} turn 14 on the day"],
  bandUnder14: ["未满 14（个保法）", "under 14 (PIPL)"],
  bandFourteen: ["14（GB/T 35273 计入）", "14 (counted by GB/T 35273)"],
  bandTo17: ["15–17", "15–17"],
  bandAdult: ["成年", "adult"],
  bandUnknown: ["未知", "unknown"],
  minorsNone: ["没有关于未成年人的发现。", "No finding is of a minor."],

  definitionsSection: ["定义不同之处", "Where definitions differ"],
  definitionsHelp: [
    "所选政策对同一数据判出不同类别的，逐项列出条款与理由。",
    "Data found that the chosen policies class differently, each with clause and reason.",
  ],
  aged: ["年龄 {0}", "aged {0}"],
  datum: ["数据", "Datum"],
  definitionsSame: ["所选政策对全部发现的判断一致。", "The chosen policies agree on everything found."],

  declaredSection: ["声明与实际", "Declared against found"],
  declaredHelp: [
    "政策声称收集、声称不收集、承诺如何保存的，与数据中实际发现的对照。没有发现不等于没有收集。",
    "What the texts declare, exclude and promise, against what the data hold. Not found does not mean not collected.",
  ],
  "outcome-found-though-excluded": ["声称不收集却发现", "found though excluded"],
  "outcome-promise-contradicted": ["与承诺相反", "promise contradicted"],
  "outcome-promise-in-doubt": ["承诺存疑", "promise in doubt"],
  "outcome-found-not-declared": ["未声明却发现", "found, not declared"],
  "outcome-kind-unclear": ["用途不明", "kind unclear"],
  "outcome-declared-and-found": ["已声明，已发现", "declared and found"],
  "outcome-declared-not-found": ["已声明，未发现", "declared, not found"],
  "outcome-not-looked-for": ["未查找", "not looked for"],
  "outcome-not-contradicted": ["未见相反", "not contradicted"],
  "outcome-cannot-be-told": ["数据看不出", "cannot be told from data"],
  "outcome-nothing-declared": ["其清单为空，无可对照", "its lists are empty: nothing to compare"],
  "outcome-not-applicable": ["法律或标准，不适用", "a law or standard: not applicable"],
  linksSection: ["资产之间的同一批人", "Assets that hold the same persons"],
  linksHelp: [
    "两个资产共有的身份标识（身份证号、手机号、邮箱）数，依据带密钥的指纹抽样。",
    "Identifiers (ID numbers, phones, e-mail addresses) that two assets share, told from samples of keyed fingerprints.",
  ],
  personsOf: ["{0} 人", "{0} persons"],

  gapsSection: ["未能读取之处", "Gaps"],
  gapsHelp: ["没有读到、或只读到一部分的来源，连同原因。", "Sources that were not read, or in part, with the reason."],
  gapsSearch: ["搜索缺口…", "Search gaps…"],
  gapsCount: ["{0} / {1} 个来源", "{0} of {1} sources"],
  gapsMore: ["另有 {0} 个，见 coverage.csv。", "{0} more are in coverage.csv."],
  gapsNone: ["没有缺口：应读的都已读取。", "No gaps: everything was read."],
  counting: ["影响结论", "makes the run incomplete"],
  notCounting: ["不影响结论", "without effect"],
  notScanned: ["未扫描 {0}", "{0} not scanned"],
  atByte: ["自第 {0} 字节", "from byte {0}"],
  scanned: ["已扫描", "scanned"],
  partly: ["部分", "partly"],
  skipped: ["跳过", "skipped"],
  excluded: ["排除", "excluded"],
  status: ["状态", "Status"],
  reason: ["原因", "Reason"],
  source: ["来源", "Source"],

  field: ["字段", "Field"],
  inventory: ["清单", "Inventory"],
  printMore: ["另有 {0} 行，见 inventory.csv。", "{0} more rows are in inventory.csv."],
  footer: [
    "个人信息均已脱敏。本页自成一体，不访问网络。不构成法律意见。",
    "Personal values are masked. This page stands alone and uses no network. Not legal advice.",
  ],
};

let language = "zh";

// The word of a key in the page's language, with its arguments put in.
function say(key, ...values) {
  const pair = WORDS[key];
  if (!pair) return key;
  const text = pair[language === "zh" ? 0 : 1];
  return text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]));
}

// One of two texts that the data bring along in both languages.
function pick(both) {
  return language === "zh" ? both.zh : both.en;
}

// 1,234,567
function whole(number) {
  return Number(number).toLocaleString("en-US");
}

// A count in a narrow cell: 9,876, 1.2万 or 12k.
function brief(number) {
  if (number < 10000) return whole(number);
  const steps = language === "zh" ? [[1e8, "亿"], [1e4, "万"]] : [[1e9, "B"], [1e6, "M"], [1e3, "k"]];
  const [size, unit] = steps.find(([size]) => number >= size);
  const scaled = number / size;
  return (scaled < 100 ? Math.floor(scaled * 10) / 10 : Math.floor(scaled)) + unit;
}

// 512 B, 3.2 GiB
function bytes(number) {
  const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
  let unit = 0;
  while (number >= 1024 && unit < units.length - 1) {
    number /= 1024;
    unit += 1;
  }
  return (unit === 0 ? number : Math.floor(number * 10) / 10) + " " + units[unit];
}

// 62.5 %
function percent(part, whole) {
  const share = (100 * part) / whole;
  return (share >= 99.95 || share < 0.05 ? Math.round(share) : share.toFixed(1)) + " %";
}
