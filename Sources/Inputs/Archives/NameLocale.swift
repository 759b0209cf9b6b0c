import Glibc

/// The locale in which libarchive turns names into bytes: UTF-8, in the calling thread only.
///
/// In the C locale it gives no name at all for what is stored in UTF-16 or flagged as UTF-8.
@safe
final class NameLocale {
  private let locale: locale_t
  /// The thread's own, while it has entered.
  private var previous: locale_t?

  /// Nil where the system has no such locale; names that are not ASCII may be missing then.
  init?() {
    guard let made = unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) else { return nil }
    unsafe locale = made
  }

  deinit { unsafe freelocale(locale) }

  /// The calling thread reads and writes names as UTF-8 until it leaves.
  func enter() { unsafe previous = uselocale(locale) }

  func leave() { _ = unsafe uselocale(previous) }
}
