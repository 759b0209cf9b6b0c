/// How a live database is read.
package struct DatabaseOptions: Sendable {
  /// About how many rows of a table are read; nil for all.
  package var sampleSize: Int?
  /// The longest wait for an answer or a lock, 1 or more.
  package var timeoutInSeconds: Int
  /// Certificates to trust where neither the URL nor the client library's own settings name any.
  package var rootCertificates: String?
  /// The environment names a mode of TLS, or a service that may, which holds where the URL names none.
  package var environmentDecidesTLS = false
  /// The run was interrupted.
  package var isCancelled: @Sendable () -> Bool

  package init(
    sampleSize: Int?, timeoutInSeconds: Int, isCancelled: @escaping @Sendable () -> Bool
  ) {
    precondition(timeoutInSeconds > 0, "a wait has a length")
    self.sampleSize = sampleSize
    self.timeoutInSeconds = timeoutInSeconds
    self.isCancelled = isCancelled
  }
}
