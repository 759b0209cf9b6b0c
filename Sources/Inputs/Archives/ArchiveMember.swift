import Findings

/// An entry of an archive that is no directory.
struct ArchiveMember {
  /// The path inside the archive, in UTF-8.
  var name: [UInt8]
  /// Bytes unpacked, where the archive says so.
  var sizeInBytes: UInt64?
  /// Seconds since 1970-01-01 UTC.
  var modified: Int64?
  /// Why it is not read: a link, a device, encrypted.
  var gap: Gap?
  /// The name leads out of the archive (`/etc/passwd`, `../x`). It is read all the same, since nothing is
  /// ever written, but whoever unpacks it elsewhere should know.
  var leadsOutside = false
}
