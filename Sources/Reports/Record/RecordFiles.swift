/// The files of `--ropa`: the record of processing, and an assessment beside it.
package struct RecordFiles {
  let sheet: LooseFile
  /// Nil where there is one of this day, which stays as it is.
  let assessment: LooseFile?
  /// The record that was there before.
  let earlier: EarlierInventory?

  package init(sheet: LooseFile, assessment: LooseFile?, earlier: EarlierInventory?) {
    self.sheet = sheet
    self.assessment = assessment
    self.earlier = earlier
  }

  /// `ropa.csv` has its assessment in `ropa.pia-2026-11-23.md`: it is of a day and is kept.
  package static func assessmentPath(of path: String, asOf day: String) -> String {
    let stem = path.lowercased().hasSuffix(".csv") ? String(path.dropLast(4)) : path
    return stem + ".pia-" + day + ".md"
  }
}
