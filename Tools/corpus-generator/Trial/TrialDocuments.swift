/// JSON documents: nested objects and arrays, on one line and indented.
struct TrialDocuments {
  var papers: TrialPapers
  var decoys: TrialDecoys
  let asOf: CalendarDay
  let count: Int

  init(seed: UInt64, asOf: CalendarDay, count: Int) {
    papers = TrialPapers(seed: seed, stream: "documents", asOf: asOf)
    decoys = TrialDecoys(seed: seed, stream: "documents", asOf: asOf)
    self.asOf = asOf
    self.count = count
  }

  private static let groups: [[DatumType]] = [
    [.personName, .residentID, .mobilePhone, .address, .email],
    [.bankCard, .landlinePhone, .birthDate, .passport],
    [.imei, .imsi, .macAddress, .ipAddress, .androidID, .oaid, .idfa],
    [.vehiclePlate, .vin, .uscc, .iccid, .qq, .wechatID, .alipayID],
    [.hongKongID, .taiwanID, .foreignerID, .travelPermit, .studentNumber, .age],
  ]

  mutating func files() -> [Manuscript] {
    [file("export.json", indent: true), file("api.json", indent: false)]
  }

  private mutating func file(_ path: String, indent: Bool) -> Manuscript {
    var file = Manuscript(path: path, surrounding: "json", asOf: asOf)
    file.write("{\"code\":0,\"total\":\(count),\"data\":[")
    for number in 0..<(count / 2) {
      let groups = number % 4 == 0 ? Self.groups : Array(Self.groups.prefix(3))
      for (index, types) in groups.enumerated() {
        file.write(number + index == 0 ? "\n" : ",\n")
        file.plant(object(types, indent: indent))
        file.endRecord()
      }
    }
    file.write("\n]}\n")
    return file
  }

  private mutating func object(_ types: [DatumType], indent: Bool) -> Passage {
    let gap = indent ? "\n    " : ""
    let inner = indent ? "\n      " : ""
    let space = indent ? " " : ""
    var members: [Passage] = []
    var nested: [Passage] = []
    for type in types {
      let key = papers.random.pick(TypeWords.of(type).keys)
      let datum = papers.datum(type).of(label: key)
      let isNumber = [DatumType.mobilePhone, .imei, .age, .qq].contains(type)
      let quote = isNumber && papers.random.chance(15) ? "" : "\""
      let member: Passage = "\"\(key)\":\(space)\(quote)\(datum)\(quote)"
      if papers.random.chance(35) { nested.append(member) } else { members.append(member) }
      let decoy = decoys.anyPair()
      members.append("\"\(decoy.key)\":\(space)\"\(decoy.value)\"")
    }
    if !nested.isEmpty {
      let name = papers.random.pick(["user", "profile", "detail", "device", "owner"])
      members.append("\"\(name)\":\(space){\(inner)\(joined(nested, "," + inner))\(gap)}")
    }
    return "  {\(gap)\(joined(members, "," + gap))\(indent ? "\n  " : "")}"
  }

  private func joined(_ parts: [Passage], _ mark: String) -> Passage {
    var result = Passage("")
    for (index, part) in parts.enumerated() {
      result = index == 0 ? part : "\(result)\(mark)\(part)"
    }
    return result
  }
}
