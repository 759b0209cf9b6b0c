import Foundation

/// A folder of files together with what stands in them: `expected.jsonl` in it or in its folders, as
/// docs/corpus.md tells.
struct LabelledCorpus {
  /// What a place in the corpus holds, seen from one type.
  enum Truth {
    case real
    /// Something else.
    case other
    /// Neither: a value of the type with other borders, or another type's, where the heavier wins.
    case unclear
  }

  private struct Answer: Decodable {
    let path: String
    let type: String
    let start: Int?
    let end: Int?
  }

  private struct Place {
    let type: String
    let range: Range<Int>
  }

  let directory: String
  let isOurs: Bool
  /// Types that were planted; another type's findings cannot be judged.
  private(set) var types: Set<String> = []
  /// By path below the folder, in the order of their offsets.
  private var places: [String: [Place]] = [:]

  init(directory: String, isOurs: Bool) throws {
    self.directory = directory
    self.isOurs = isOurs
    let root = URL(filePath: directory, directoryHint: .isDirectory)
    let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    let decoder = JSONDecoder()
    for name in [""] + names {
      let file = root.appending(path: name).appending(path: "expected.jsonl")
      guard let data = FileManager.default.contents(atPath: file.path) else { continue }
      for line in data.split(separator: UInt8(ascii: "\n")) {
        let answer = try decoder.decode(Answer.self, from: line)
        types.insert(answer.type)
        guard let start = answer.start, let end = answer.end, start < end else { continue }
        places[answer.path, default: []].append(Place(type: answer.type, range: start..<end))
      }
    }
    for path in places.keys {
      places[path]?.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
  }

  /// The last part of the folder's path.
  var name: String { URL(filePath: directory).lastPathComponent }

  var isEmpty: Bool { types.isEmpty }

  /// What stands at a place, seen from `type`: a value when the spans overlap by at least 80 % of both.
  func truth(of type: String, path: String, range: Range<Int>) -> Truth {
    guard let places = places[relative(path)] else { return .other }
    var truth = Truth.other
    var index = places.partitioningIndex { $0.range.lowerBound > range.lowerBound - 4096 }
    while index < places.count, places[index].range.lowerBound < range.upperBound {
      let place = places[index]
      index += 1
      let common = place.range.clamped(to: range).count
      guard common > 0 else { continue }
      if place.type == type, common * 10 >= place.range.count * 8,
        common * 10 >= range.count * 8
      {
        return .real
      }
      truth = .unclear
    }
    return truth
  }

  private func relative(_ path: String) -> String {
    let base = directory.hasSuffix("/") ? directory : directory + "/"
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
  }
}

extension Array {
  /// The index of the first element that `belongs` accepts, all after it being accepted too.
  fileprivate func partitioningIndex(_ belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
