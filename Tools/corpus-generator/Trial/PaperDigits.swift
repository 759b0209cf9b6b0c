/// Check characters of the papers beyond the corpus' own, written from their standards.
enum PaperDigits {
  /// Hong Kong identity card: letters A = 10 … Z = 35, a missing first letter 36, weights 9 down
  /// to 2, complement to 11; ten is `A`.
  static func hongKong(_ letters: String, _ digits: String) -> Character {
    let head = letters.utf8.map { Int($0) - 55 }
    let values = (head.count == 1 ? [36] + head : head) + CheckDigits.values(digits).map(Int.init)
    let sum = zip(values, stride(from: 9, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
    let check = (11 - sum % 11) % 11
    return check == 10 ? "A" : Character(String(check))
  }

  /// Taiwan identity card: the letter as two digits, weights 1, 9 … 1, complement to 10.
  static func taiwan(_ letter: Character, _ digits: String) -> Int {
    let order = Array("ABCDEFGHJKLMNPQRSTUVXYWZIO")
    let code = 10 + (order.firstIndex(of: letter) ?? 0)
    let values = [code / 10, code % 10] + CheckDigits.values(digits).map(Int.init)
    let sum = zip(values, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    return (10 - sum % 10) % 10
  }

  /// Unified social credit code: GB 32100-2015, clause 5 and annex A.
  static func socialCredit(_ front: String) -> Character {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var power = 1
    var sum = 0
    for character in front {
      sum += (alphabet.firstIndex(of: character) ?? 0) * power
      power = power * 3 % 31
    }
    return alphabet[(31 - sum % 31) % 31]
  }

  /// The ninth character of a vehicle identification number: GB 16735, annex A.
  static func vehicle(_ text: String) -> Character {
    let values: [Character: Int] = [
      "A": 1, "B": 2, "C": 3, "D": 4, "E": 5, "F": 6, "G": 7, "H": 8, "J": 1, "K": 2, "L": 3,
      "M": 4, "N": 5, "P": 7, "R": 9, "S": 2, "T": 3, "U": 4, "V": 5, "W": 6, "X": 7, "Y": 8,
      "Z": 9,
    ]
    let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
    let sum = zip(text, weights).reduce(0) { sum, pair in
      sum + (pair.0.wholeNumberValue ?? values[pair.0] ?? 0) * pair.1
    }
    return sum % 11 == 10 ? "X" : Character(String(sum % 11))
  }
}
