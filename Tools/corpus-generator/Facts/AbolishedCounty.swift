/// A county code that was abolished, with the years in which it stood.
struct AbolishedCounty {
  let code: String
  let name: String
  let firstYear: Int
  let lastYear: Int
}
