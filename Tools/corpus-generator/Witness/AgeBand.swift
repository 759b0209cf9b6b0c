/// Where a person's age falls; the words of `age_band`.
enum AgeBand: String {
  case under14 = "under-14"
  case from14To17 = "14-17"
  case adult
  case unknown

  init(ageInYears: Int?) {
    switch ageInYears {
    case nil: self = .unknown
    case .some(..<14): self = .under14
    case .some(..<18): self = .from14To17
    default: self = .adult
    }
  }
}
