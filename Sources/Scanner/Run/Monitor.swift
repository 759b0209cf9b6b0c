import Glibc

/// A lock with a condition: one thread inside at a time, others may wait for a change.
///
/// It is built on pthreads since the thread sanitizer does not know the futexes of
/// `Synchronization.Mutex` on Linux and reports races inside it.
@safe
final class Monitor: @unchecked Sendable {
  // @unchecked: the two C objects are made for use from many threads.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  init() {
    unsafe mutex = .allocate(capacity: 1)
    unsafe condition = .allocate(capacity: 1)
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  func enter() { _ = unsafe pthread_mutex_lock(mutex) }

  func leave() { _ = unsafe pthread_mutex_unlock(mutex) }

  /// Leaves, waits for `announce`, enters again. The caller checks its condition in a loop.
  func wait() { _ = unsafe pthread_cond_wait(condition, mutex) }

  /// Wakes everybody who waits.
  func announce() { _ = unsafe pthread_cond_broadcast(condition) }
}
