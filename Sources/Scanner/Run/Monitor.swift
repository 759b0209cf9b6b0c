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
  /// Somebody announced a change, and nobody was woken since. Touched inside only.
  private var isChanged = false

  init() {
    unsafe mutex = .allocate(capacity: 1)
    unsafe condition = .allocate(capacity: 1)
    // What is done inside takes microseconds: whoever finds it taken looks again before it sleeps.
    var kind = pthread_mutexattr_t()
    unsafe pthread_mutexattr_init(&kind)
    unsafe pthread_mutexattr_settype(&kind, CInt(PTHREAD_MUTEX_ADAPTIVE_NP))
    unsafe pthread_mutex_init(mutex, &kind)
    unsafe pthread_mutexattr_destroy(&kind)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  func enter() { _ = unsafe pthread_mutex_lock(mutex) }

  func leave() {
    let wakes = isChanged
    isChanged = false
    _ = unsafe pthread_mutex_unlock(mutex)
    // From outside: who wakes inside would find the lock taken and sleep again.
    if wakes { _ = unsafe pthread_cond_broadcast(condition) }
  }

  /// Leaves, waits for `announce`, enters again. The caller checks its condition in a loop.
  func wait() {
    if isChanged {
      isChanged = false
      _ = unsafe pthread_cond_broadcast(condition)
    }
    _ = unsafe pthread_cond_wait(condition, mutex)
  }

  /// Wakes everybody who waits, once the caller leaves or waits itself. Called inside.
  func announce() { isChanged = true }
}
