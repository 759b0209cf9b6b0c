import Glibc

/// Waits for a socket in small slices, so that a server that falls silent, or an interrupted run, ends
/// the waiting.
///
/// Time is counted in slices that passed without anything happening; no clock is read.
struct SocketWait {
  private static let sliceInMilliseconds: Int32 = 100

  /// The longest silence.
  let limitInSeconds: Int
  let isCancelled: @Sendable () -> Bool

  /// What a socket is ready for.
  struct Readiness: OptionSet {
    let rawValue: Int32
    static let reading = Readiness(rawValue: POLLIN)
    static let writing = Readiness(rawValue: POLLOUT)
  }

  /// Returns when the socket is ready for any of `events`, or has failed, which counts as ready for
  /// all.
  ///
  /// - Throws: `timeout` after `limitInSeconds` of silence, `interrupted` when the run is.
  func wait(_ descriptor: Int32, for events: Readiness) throws(DatabaseError) -> Readiness {
    var entry = pollfd(fd: descriptor, events: Int16(events.rawValue), revents: 0)
    var slicesLeft = limitInSeconds * 1000 / Int(Self.sliceInMilliseconds)
    while true {
      if isCancelled() { throw DatabaseError(.interrupted) }
      let count = unsafe poll(&entry, 1, Self.sliceInMilliseconds)
      if count > 0 {
        let failed = Int32(entry.revents) & (POLLERR | POLLHUP | POLLNVAL) != 0
        return failed ? events : Readiness(rawValue: Int32(entry.revents)).intersection(events)
      }
      if count < 0, errno != EINTR, errno != EAGAIN { throw DatabaseError(.lost) }
      slicesLeft -= 1
      if slicesLeft <= 0 { throw DatabaseError(.timeout) }
    }
  }
}
