/// Masks a name that is printed outside of a report, such as one in an error message.
package enum PrintableName {
  /// - Parameter name: a path or a part of one, in the system's bytes.
  /// - Returns: the name with every value in it masked, as reports would print it. Costs a finder of
  ///   its own: for messages, not for files.
  package static func masking(_ name: [UInt8], _ options: WorkbenchOptions) -> [UInt8] {
    NameGuard(options).guarded(name).text
  }
}
