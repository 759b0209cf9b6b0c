/// The columns of a sheet that people write in and a run makes anew.
package struct SheetLayout: Sendable {
  /// By which a row is known again; the first two are a path and a member.
  let key: [String]
  /// Those of people.
  let human: [String]
  /// Whether a run may fill in a column of this name; any other is people's own.
  let isMachine: @Sendable (String) -> Bool

  package static let inventory = SheetLayout(
    key: InventoryColumns.key, human: InventoryColumns.human,
    isMachine: InventoryColumns.isMachine)

  package static let record = SheetLayout(
    key: RecordColumns.key, human: RecordColumns.human,
    isMachine: { RecordColumns.machine.contains($0) })
}
