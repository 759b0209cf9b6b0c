import CArchive

/// Which readers of libarchive a kind of archive needs.
@safe
enum ArchiveFormats {
  static func enable(_ kind: ArchiveKind, on archive: OpaquePointer) {
    switch kind {
    case .zip: _ = unsafe archive_read_support_format_zip(archive)
    case .tar:
      _ = unsafe archive_read_support_format_tar(archive)
      // `cat a.tar b.tar` is met too, and what is behind the end would be missed.
      _ = unsafe archive_read_set_format_option(
        archive, "tar", "read_concatenated_archives", "1")
    case .sevenZip: _ = unsafe archive_read_support_format_7zip(archive)
    case .rar:
      _ = unsafe archive_read_support_format_rar(archive)
      _ = unsafe archive_read_support_format_rar5(archive)
    case .cabinet: _ = unsafe archive_read_support_format_cab(archive)
    case .iso9660: _ = unsafe archive_read_support_format_iso9660(archive)
    case .debianPackage: _ = unsafe archive_read_support_format_ar(archive)
    case .cpio: _ = unsafe archive_read_support_format_cpio(archive)
    case .rpm:
      _ = unsafe archive_read_support_filter_rpm(archive)
      unsafe enableCompressions(on: archive)
      _ = unsafe archive_read_support_format_cpio(archive)
    case .compress:
      _ = unsafe archive_read_support_filter_compress(archive)
      // What is inside is recognised by us: libarchive takes a stream of zeros, with which a log may
      // begin that was preallocated, for a tar without members.
      _ = unsafe archive_read_support_format_raw(archive)
      _ = unsafe archive_read_support_format_empty(archive)
    case .gzip, .bzip2, .xz, .lzma, .zstd, .lz4:
      preconditionFailure("unpacked by decoders of their own")
    }
  }

  /// Those of packages, which the library does itself. `archive_read_support_filter_all` would start
  /// programs for others.
  private static func enableCompressions(on archive: OpaquePointer) {
    _ = unsafe archive_read_support_filter_gzip(archive)
    _ = unsafe archive_read_support_filter_bzip2(archive)
    _ = unsafe archive_read_support_filter_xz(archive)
    _ = unsafe archive_read_support_filter_lzma(archive)
    _ = unsafe archive_read_support_filter_zstd(archive)
  }
}
