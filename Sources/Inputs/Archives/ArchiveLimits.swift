/// How far archives are unpacked; what is beyond is a gap.
package struct ArchiveLimits: Sendable {
  /// Archives within archives, the outermost being 1.
  package var depth = 8
  /// Bytes unpacked of one file, those of archives within it among them; members and compressed files
  /// count apart.
  package var unpackedBytes: UInt64 = 8 << 30
  /// Bytes unpacked for each byte stored above which a file is a bomb, where it has unpacked more than
  /// `unsuspectedBytes`. Deflate cannot pass 1,032; what people store stays below a few hundred.
  package var expansion: UInt64 = 1000
  package var unsuspectedBytes: UInt64 = 256 << 20

  package init() {}
}
