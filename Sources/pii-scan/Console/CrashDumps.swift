import Glibc

/// Keeps what a crash prints free of data.
///
/// The Swift runtime answers a fatal signal with a dump of registers and the memory they point at,
/// which may be a value just read. The handlers go back to the system's: the process dies without a
/// word of its content, and leaves no core file either.
enum CrashDumps {
  static func forbid() {
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT] {
      _ = signal(number, SIG_DFL)
    }
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
