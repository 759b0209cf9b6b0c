/// The ways in which people and programs write one and the same number.
///
/// A country prefix and an extension belong to the number and to its span.
enum NumberForms {
  /// Any form that people use in letters.
  static func inProse(_ datum: Datum, _ random: inout SplitMix64) -> Datum {
    guard random.chance(55) else { return datum }
    switch datum.type {
    case .mobilePhone: return mobile(datum, form: random.below(10))
    case .landlinePhone: return landline(datum, form: random.below(9), &random)
    case .bankCard: return grouped(datum, form: random.below(3))
    case .residentID: return resident(datum, form: random.below(4))
    case .imei: return imei(datum)
    default: return datum
    }
  }

  static func mobile(_ datum: Datum, form: Int) -> Datum {
    let n = datum.canonical
    let (a, b, c) = (slice(n, 0, 3), slice(n, 3, 7), slice(n, 7, 11))
    let text =
      switch form {
      case 0: a + "-" + b + "-" + c
      case 1: a + " " + b + " " + c
      case 2: "+86 " + a + " " + b + " " + c
      case 3: "+86" + n
      case 4: "0086-" + n
      case 5: "+86-" + a + "-" + b + "-" + c
      case 6: "(+86)" + n
      case 7: slice(n, 0, 4) + " " + slice(n, 4, 7) + " " + c
      case 8: "86-" + n
      default: n
      }
    let written = datum.written(as: text)
    return form == 9 ? written.fullWidth : written
  }

  static func landline(_ datum: Datum, form: Int, _ random: inout SplitMix64) -> Datum {
    let part = datum.written.split(separator: "-").map(String.init)
    let (area, local) = (part[0], part[1])
    let half = local.utf8.count - 4
    let (front, back) = (slice(local, 0, half), slice(local, half, local.utf8.count))
    let text =
      switch form {
      case 0: "(" + area + ")" + local
      case 1: "(" + area + ") " + front + "-" + back
      case 2: "（" + area + "）" + local
      case 3: area + "-" + front + " " + back
      case 4: area + local
      case 5: "+86-" + area.dropFirst() + "-" + local
      case 6: area + " " + local
      case 7: datum.written + random.pick(["转", "-", "转分机", " 转 "]) + random.digits(4)
      default: datum.written
      }
    let written = datum.written(as: text)
    return form == 8 ? written.fullWidth : written
  }

  static func grouped(_ datum: Datum, form: Int) -> Datum {
    var groups: [String] = []
    var rest = datum.canonical
    while !rest.isEmpty {
      groups.append(String(rest.prefix(4)))
      rest = String(rest.dropFirst(4))
    }
    switch form {
    case 0: return datum.written(as: groups.joined(separator: " "))
    case 1: return datum.written(as: groups.joined(separator: "-"))
    default: return datum.fullWidth
    }
  }

  static func resident(_ datum: Datum, form: Int) -> Datum {
    let n = datum.written
    guard n.utf8.count == 18 else { return datum }
    let part = [slice(n, 0, 6), slice(n, 6, 14), slice(n, 14, 18)]
    switch form {
    case 0: return datum.written(as: part.joined(separator: " "))
    case 1: return datum.written(as: part.joined(separator: "-"))
    case 2: return datum.fullWidth
    default: return datum.written(as: n.lowercased())
    }
  }

  /// The groups of 3GPP TS 22.016: type allocation code, serial number, check digit.
  static func imei(_ datum: Datum) -> Datum {
    let n = datum.canonical
    return datum.written(
      as: [slice(n, 0, 2), slice(n, 2, 8), slice(n, 8, 14), slice(n, 14, 15)]
        .joined(separator: "-"))
  }

  static func slice(_ text: String, _ from: Int, _ to: Int) -> String {
    String(text.dropFirst(from).prefix(to - from))
  }
}
