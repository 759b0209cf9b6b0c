/// A kind of file that holds other files, or one file compressed.
///
/// Each kind is given to the library with its own readers only. Its bidding among all formats would
/// take a text that begins like an archive for one, and its filters that start other programs are never
/// wanted.
package enum ArchiveKind: String, Sendable, CaseIterable {
  case zip
  case tar
  case sevenZip = "7z"
  case rar
  case cabinet
  case iso9660
  case rpm
  case debianPackage = "debian-package"
  case cpio
  case gzip
  case bzip2
  case xz
  case lzma
  case zstd
  case lz4
  case compress

  /// One stream of bytes, which may be a tar or cpio archive inside.
  var isCompression: Bool {
    switch self {
    case .gzip, .bzip2, .xz, .lzma, .zstd, .lz4, .compress: true
    case .zip, .tar, .sevenZip, .rar, .cabinet, .iso9660, .rpm, .debianPackage, .cpio: false
    }
  }

  /// What unpacks it without libarchive; nil for an archive, and for .Z.
  ///
  /// - Parameter windowInBytes: the largest window that a stream may ask for, a power of two.
  func decoder(windowInBytes: Int = DecoderLimits.windowInBytes) -> (any StreamDecoder)? {
    switch self {
    case .gzip: GzipDecoder()
    case .bzip2: Bzip2Decoder()
    case .xz: LZMADecoder(.xz, windowInBytes: windowInBytes)
    case .lzma: LZMADecoder(.lzma, windowInBytes: windowInBytes)
    case .zstd: ZstdDecoder(windowInBytes: windowInBytes)
    case .lz4: LZ4Decoder()
    case .compress, .zip, .tar, .sevenZip, .rar, .cabinet, .iso9660, .rpm, .debianPackage, .cpio:
      nil
    }
  }

  /// Its directory stands at the end, or refers to places all over: it is read by seeking.
  var needsSeeking: Bool { self == .zip || self == .sevenZip || self == .iso9660 }

  /// Endings that tell of the compression only: `dump.sql.gz` holds `dump.sql`.
  var suffixes: [String] {
    switch self {
    case .gzip: ["gz", "gzip", "z"]
    case .bzip2: ["bz2", "bz", "bzip2"]
    case .xz: ["xz"]
    case .lzma: ["lzma"]
    case .zstd: ["zst", "zstd"]
    case .lz4: ["lz4"]
    case .compress: ["z"]
    case .zip, .tar, .sevenZip, .rar, .cabinet, .iso9660, .rpm, .debianPackage, .cpio: []
    }
  }
}
