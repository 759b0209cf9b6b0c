/// The names of the columns of a record of processing, in their order.
///
/// PIPL Art. 55 and 56 give the record no form. These are what it must let one show with Regulations on
/// Network Data Security Art. 12, 21, 33 and the provisions on children's data Art. 10, and what GDPR
/// Art. 30(1) lists.
enum RecordColumns {
  /// A row is a table, or the text of a source.
  static let key = ["path", "member", "table"]

  static let machine =
    key + [
      "format", "modified", "data", "sensitive_data", "class", "clauses", "gbt43697_class",
      "gbt43697_level", "records", "persons", "persons_lower", "persons_upper",
      "persons_under_14", "persons_upto_14", "persons_14_17", "guardian_data", "masking", "duties",
      "as_of", "status",
    ]

  static let human = [
    "activity", "purpose", "means", "necessity", "data_subjects", "legal_basis", "consent",
    "source", "joint_controllers", "processors", "recipients", "publication",
    "automated_decision", "cross_border", "export_safeguards", "retention", "expiry",
    "safeguards", "risk", "owner", "dpo_contact", "pipia", "review_date", "decision",
  ]
}
