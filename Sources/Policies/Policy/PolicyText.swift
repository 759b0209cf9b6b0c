/// The text that a policy reads, which is itself no part of the project.
package struct PolicyText: Sendable, Hashable {
  /// Name of the file, without folder.
  package let file: String
  /// SHA-256 of its bytes, 64 lower-case hexadecimal digits.
  package let sha256Hex: String

  package init(file: String, sha256Hex: String) {
    self.file = file
    self.sha256Hex = sha256Hex
  }
}
