/// A finished folder of the corpus.
struct Folder {
  let name: String
  let files: [Manuscript]
  /// Dumps and tables also get an inventory.
  var hasInventory = false
}
