package import Policies

/// What a promise about storage is called in one language.
package enum PromiseName {
  package static func of(_ promise: Promise, _ language: RunDescription.Language) -> String {
    func pick(_ chinese: String, _ english: String) -> String {
      language == .chinese ? chinese : english
    }
    let name =
      switch promise.kind {
      case .storedInMainlandChina: pick("存储于中国境内", "stored in mainland China")
      case .notExported: pick("不出境", "not sent abroad")
      case .exportedWithConsentOnly: pick("经单独同意方可出境", "sent abroad with consent only")
      case .deletedAfterPeriod: pick("到期删除", "deleted after the period")
      case .anonymisedAfterPeriod: pick("到期匿名化", "anonymised after the period")
      case .deletedOrAnonymisedAfterPeriod:
        pick("到期删除或匿名化", "deleted or anonymised after the period")
      case .deidentifiedOrAnonymised: pick("去标识化或匿名化", "de-identified or anonymised")
      case .encrypted: pick("加密", "encrypted")
      case .keptAtLeast:
        promise.years.map {
          pick(
            "至少保存 \($0) 年", $0 == 1 ? "kept for at least a year" : "kept for at least \($0) years")
        } ?? pick("至少保存一段时间", "kept for some time at least")
      }
    let scope =
      switch promise.scope {
      case .all: pick("全部数据", "all data")
      case .children: pick("儿童的数据", "data of children")
      case .cancelledAccounts: pick("注销的账号", "cancelled accounts")
      case .transactions: pick("交易记录", "transactions")
      case .sharedWithPartners: pick("提供给合作方的数据", "data that partners get")
      }
    let remark =
      promise.isAmbiguous
      ? pick("；范围不明，不作比对", "; its scope is unclear, nothing is held against it") : ""
    return pick("\(scope)：\(name)", "\(scope): \(name)") + remark
  }
}
