import CMalloc

/// What becomes of memory that is no longer used.
enum FreedMemory {
  /// Large blocks come from the system and go back to it as soon as they are freed. By itself the C library
  /// keeps them, and ever larger ones: what one worker freed, another cannot use.
  static func giveBack() {
    _ = mallopt(M_MMAP_THRESHOLD, 200 << 10)
    _ = mallopt(M_TRIM_THRESHOLD, 256 << 10)
  }
}
