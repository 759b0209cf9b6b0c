/// What stands beside a number without a label and makes it less likely to be somebody's.
enum Neighbour: Int, CaseIterable {
  /// The code of another country before a telephone number: `+1`, `+44 `. It counts twice, and behind a
  /// label too.
  case countryCode
  /// An operator of arithmetic or comparison: `13280000000*p`, `== 13812345678`.
  case `operator`
  /// A unit or currency: `15859233966元`, `17179869184 bytes`, `￥15859233966`.
  case unit
  /// A row of figures that are no lists of such numbers: `-6625093363, 12630121616, -16802270373`.
  case row
  /// A literal of a floating-point number: `17643225600.,`.
  case fraction
  /// A multiple of 64 Ki: the size of something in a computer. 1 number in 65,536 is one by chance.
  case size
  /// A multiple of 100,000.
  case round
  /// Digits from 1 to 5 alone at the end of a line, behind a blank: the strokes of a character in a
  /// stroke table. Of mobile numbers 1 in 1,000 has such digits.
  case strokes
  /// An octal literal, 0377…: a zero, and nine and more of one digit.
  case octal
  /// The argument of a call in a statement of program code: `x = default_rng(17273783424)`.
  case argument
  /// A document on the Web: `https://…/items/techdoc_19930016742`, `https://…/15859233966.html`.
  case document
  /// The number of a character in a regular expression: `\o{17777777777}`, `\x{…}`.
  case escape
  /// The name of a mail account whose at sign is spelt out: `13812345678 at example.com`.
  case mailbox
  /// An address behind an option of a command: `--allowed-ips=`.
  case option
  /// An address in a command: behind a prompt, or in a line that a backslash carries on.
  case command
  /// An address in a line that is a comment.
  case comment
  /// An address in the source of a manual (troff).
  case manual
  /// An address that a function named for such addresses is called with: `ip_address("`.
  case call
  /// An address in an indented line that holds its key and nothing else, as configurations are written.
  case setting

  /// The name in evidence.
  var name: String {
    switch self {
    case .countryCode: "beside:country-code"
    case .operator: "beside:operator"
    case .unit: "beside:unit"
    case .row: "beside:row"
    case .fraction: "beside:fraction"
    case .size: "beside:size"
    case .round: "beside:round"
    case .strokes: "beside:strokes"
    case .octal: "beside:octal"
    case .argument: "beside:argument"
    case .document: "beside:document"
    case .escape: "beside:escape"
    case .mailbox: "beside:mailbox"
    case .option: "beside:option"
    case .command: "beside:command"
    case .comment: "beside:comment"
    case .manual: "beside:manual"
    case .call: "beside:call"
    case .setting: "beside:setting"
    }
  }

  /// Worth the whole weight that the rule states, or half of it.
  var isStrong: Bool {
    switch self {
    case .countryCode, .operator, .unit, .row, .fraction, .size, .escape: true
    case .option, .command, .comment, .manual: true
    case .round, .strokes, .octal, .argument, .document, .mailbox, .call, .setting: false
    }
  }
}
