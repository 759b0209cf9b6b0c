/// Numbers for words that occur again and again, in the order in which they are met.
struct PageWords<Word: Hashable> {
  private(set) var words: [Word] = []
  private var places: [Word: Int] = [:]

  mutating func index(of word: Word) -> Int {
    if let place = places[word] { return place }
    places[word] = words.count
    words.append(word)
    return words.count - 1
  }
}
