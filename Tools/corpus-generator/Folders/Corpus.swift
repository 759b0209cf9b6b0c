import Foundation

/// The whole committed corpus: every folder with its files, expectations and inventories.
struct Corpus {
  let folders: [Folder]

  init(seed: UInt64, asOf: CalendarDay) {
    var prose = ProseFolder(seed: seed, asOf: asOf)
    var logs = LogFolder(seed: seed, asOf: asOf)
    var tables = TableFolder(seed: seed, asOf: asOf)
    var school = SchoolFolder(seed: seed, asOf: asOf)
    var shop = ShopFolder(seed: seed, asOf: asOf)
    var clinic = ClinicFolder(seed: seed, asOf: asOf)
    var hostile = HostileFolder(seed: seed, asOf: asOf)
    var clean = CleanFolder(seed: seed, asOf: asOf)
    folders = [
      Folder(name: "clean", files: clean.files()),
      Folder(name: "clinic", files: clinic.files(), hasInventory: true),
      Folder(name: "csv", files: tables.files(), hasInventory: true),
      Folder(name: "encodings", files: EncodingFolder(seed: seed, asOf: asOf).files()),
      Folder(name: "hostile", files: hostile.files()),
      Folder(name: "logs", files: logs.files()),
      Folder(name: "prose", files: prose.files()),
      Folder(name: "school", files: school.files(), hasInventory: true),
      Folder(name: "shop", files: shop.files(), hasInventory: true),
    ]
  }

  /// Writes everything under `directory`; files that are there already are replaced.
  func write(to directory: URL) throws {
    for folder in folders {
      let place = directory.appending(path: folder.name)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for file in folder.files {
        try Data(file.bytes).write(to: place.appending(path: file.path))
      }
      let expected = folder.files.flatMap { file in
        file.items.map { $0.line(path: folder.name + "/" + file.path) }
      }
      try Data(expected.joined().utf8).write(to: place.appending(path: "expected.jsonl"))
      if folder.hasInventory {
        let rows = folder.files.flatMap { InventoryRow.rows(of: $0) }
        let lines = rows.map { $0.line(folder: folder.name) }
        try Data(lines.joined().utf8).write(to: place.appending(path: "expected-inventory.jsonl"))
      }
    }
    // The expectations hold every value in the clear; a scan of the corpus must not count them.
    try Data("expected.jsonl\nexpected-inventory.jsonl\n".utf8)
      .write(to: directory.appending(path: ".piiignore"))
  }
}
