/// How a source itself hides a value, and how much that is worth.
package enum Concealment: UInt8, Sendable, CaseIterable {
  /// The value stands in the clear.
  case none
  /// Masked as is usual: the last four of a card, the surname, the domain of a mail address.
  case usual
  /// Masked, but what is left tells more than it should: an ID number's region (first six) or the digit that
  /// tells the sex (the last but one, GB 11643-1999, 4.4).
  case telling
  /// Masked, but so few digits are hidden that all can be tried: a mobile number without its middle four has
  /// 10,000 candidates.
  case guessable
  /// Nothing is left.
  case full
  /// Told by the length in hexadecimal digits. Without a salt, what has few values (11-digit numbers, ID
  /// numbers) is found by hashing them all.
  case md5
  case sha1
  case sha256
  case sha512
  /// Functions made to be slow (the modular crypt format, `$2b$…`).
  case bcrypt
  case argon2
  case scrypt
  /// Base64 of whole blocks of 8 or 16 bytes, as block ciphers give them.
  case encrypted

  /// The word in `masking` of the inventory.
  package var name: String {
    switch self {
    case .none: "none"
    case .usual: "partial:usual"
    case .telling: "partial:telling"
    case .guessable: "partial:guessable"
    case .full: "full"
    case .md5: "md5"
    case .sha1: "sha1"
    case .sha256: "sha256"
    case .sha512: "sha512"
    case .bcrypt: "bcrypt"
    case .argon2: "argon2"
    case .scrypt: "scrypt"
    case .encrypted: "encrypted(base64)"
    }
  }

  /// The label of a finding whose value is hidden this way.
  package var label: Labels {
    switch self {
    case .none: []
    case .usual, .telling, .guessable, .full: .masked
    case .md5, .sha1, .sha256, .sha512, .bcrypt, .argon2, .scrypt: .hashed
    case .encrypted: .encrypted
    }
  }
}
