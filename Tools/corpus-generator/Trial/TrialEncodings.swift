/// Running text and tables in the encodings that Chinese files come in.
struct TrialEncodings {
  let seed: UInt64
  let asOf: CalendarDay
  let count: Int

  mutating func files() -> [Manuscript] {
    var files: [Manuscript] = []
    for encoding in TextEncoding.all where encoding.name != "big5" {
      var prose = TrialProse(
        seed: seed, stream: "encoding " + encoding.name, asOf: asOf, count: count / 5 + 1)
      var file = Manuscript(
        path: "text.\(encoding.name).txt", surrounding: "encodings", asOf: asOf, encoding: encoding)
      prose.write(.glued, to: &file)
      files.append(file)
    }
    files.append(traditional())
    return files
  }

  /// Big5 has traditional characters only.
  private func traditional() -> Manuscript {
    var papers = TrialPapers(seed: seed, stream: "big5", asOf: asOf)
    var file = Manuscript(
      path: "text.big5.txt", surrounding: "encodings", asOf: asOf,
      encoding: TextEncoding.all.first { $0.name == "big5" })
    let streets = ["和平東路一段", "中山北路二段", "忠孝東路四段", "民生東路五段"]
    for number in 0..<(count / 5 + 1) {
      let street = papers.random.pick(streets)
      let text = "臺北市大安區\(street)\(number + 11)號\(number % 12 + 1)樓"
      let home = Datum(type: .address, written: text, canonical: text, kind: .home)
      file.line("聯絡人手機：\(papers.datum(.mobilePhone))，電子郵件：\(papers.datum(.email))。")
      file.line("身份證號碼\(papers.datum(.residentID))，居住地址：\(home)。")
      file.line("銀行卡號\(papers.datum(.bankCard))，市內電話：\(papers.datum(.landlinePhone))。")
      file.line("裝置IMEI：\(papers.datum(.imei))，IMSI：\(papers.datum(.imsi))，")
    }
    return file
  }
}
