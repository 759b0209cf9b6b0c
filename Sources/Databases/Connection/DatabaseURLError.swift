/// Why a URL is not taken (exit status 64). It holds nothing of the URL.
package enum DatabaseURLError: Error, Equatable {
  /// It is no URL of a server that can be read.
  case scheme
  /// It holds a password.
  case password
  case port
  /// A parameter that is not known, or has no value.
  case parameter(known: [String])
  /// A percent sign, a bracket, a fragment or a list of hosts where none can be.
  case form
}
