import Detectors
import RulesetSource

/// Reads the value of `prefilter` in a form of a rule file: a word, or one gate in a mapping.
struct RulePrefilterReader {
  func prefilter(_ reader: NodeReader) -> Prefilter? {
    if reader.shape == .text {
      return reader.word(from: [
        (name: "at-sign", value: Prefilter.at), (name: "place", value: .place),
        (name: "label", value: .label), (name: "labelled-word", value: .labelledWord),
        (name: "decimal-pair", value: .decimalPair),
        (name: "dotted-quad", value: .dottedQuad), (name: "hex-groups", value: .hexGroups),
      ])
    }
    guard let mapping = reader.mapping() else { return nil }
    defer { mapping.finish() }
    if let word = mapping.optional("word") { return wordGate(word).map(Prefilter.word) }
    if let lead = mapping.optional("lead") { return leadGate(lead).map(Prefilter.lead) }
    return mapping.required("number").flatMap(numberGate).map(Prefilter.number)
  }

  private func numberGate(_ reader: NodeReader) -> NumberGate? {
    guard let gate = reader.mapping() else { return nil }
    defer { gate.finish() }
    let lengths = gate.list("digits")
    let first = gate.list("first")
    let then = gate.optional("then")
    let follower = then?.string()
    if let then, let follower, follower.utf8.count != 3 || follower.count != 1 {
      then.report(
        .unsound(
          value: follower, reason: "What follows is one character of three bytes, such as 年."))
      return nil
    }
    let after = gate.optional("after")
    let preceders = after?.string()
    if let after, let preceders, preceders.isEmpty {
      after.report(.unsound(value: preceders, reason: "The gate lets no number through."))
      return nil
    }
    guard !lengths.isEmpty, !first.isEmpty else {
      reader.report(.unsound(value: "number", reason: "The gate lets no number through."))
      return nil
    }
    return NumberGate(
      lengths: lengths.compactMap { $0.int(in: 1...63) },
      firstDigits: first.compactMap { $0.int(in: 0...9) }, follower: follower?.first,
      preceders: preceders)
  }

  private func wordGate(_ reader: NodeReader) -> WordGate? {
    guard let gate = reader.mapping() else { return nil }
    defer { gate.finish() }
    let lengths = gate.list("lengths")
    let letters = gate.optional("letters")?.elements()
    let digits = gate.optional("digits")?.elements()
    let apart = gate.bool("apart", absent: false)
    let first = gate.optional("first")
    let characters = first?.string()
    if let first, let characters,
      !characters.allSatisfy({ WordGate.alphabet.contains($0) }) || characters.isEmpty
    {
      first.report(
        .unsound(value: characters, reason: "A word begins with one of A-Z and 0-9."))
      return nil
    }
    guard !lengths.isEmpty, letters?.isEmpty != true, digits?.isEmpty != true else {
      reader.report(.unsound(value: "word", reason: "The gate lets no word through."))
      return nil
    }
    return WordGate(
      lengths: lengths.compactMap { $0.int(in: 2...63) },
      letters: letters?.compactMap { $0.int(in: 0...62) },
      digits: digits?.compactMap { $0.int(in: 1...62) }, first: characters, apart: apart)
  }

  private func leadGate(_ reader: NodeReader) -> LeadGate? {
    guard let gate = reader.mapping() else { return nil }
    defer { gate.finish() }
    let characters = gate.string("characters")
    let link = gate.optionalString("link") ?? ""
    guard let characters else { return nil }
    guard !characters.isEmpty,
      characters.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) })
    else {
      reader.report(
        .unsound(value: characters, reason: "What leads a number is a Chinese character."))
      return nil
    }
    return LeadGate(characters: characters, link: link)
  }
}
