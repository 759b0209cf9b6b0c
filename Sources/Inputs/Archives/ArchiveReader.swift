import CArchive
import Findings
import Glibc

/// Reads one archive, or one compressed file, member by member, through libarchive.
///
/// Nothing is written anywhere. Memory is that of the decompressor: what the packer chose as the dictionary
/// of a 7z archive (16 MiB by default, 64 MiB with `-mx=9`), as far as the content fills it.
@safe
final class ArchiveReader: ByteSource {
  private let archive: OpaquePointer
  private let kind: ArchiveKind
  private let input: ArchiveInput
  private let budget: ArchiveBudget
  private let buffer: UnsafeMutableRawBufferPointer
  /// What is left of the block that was unpacked last, where it stands in the member, and how far the
  /// member was read.
  private var block = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  private var blockOffset: Int64 = 0
  private var position: Int64 = 0
  /// Error of the stored bytes, met in a callback.
  private var inputGap: Gap?
  /// The stored bytes have ended.
  private var inputHasEnded = false
  /// Part of the archive was passed over until the next member could be found.
  private var hasDamage = false
  /// The member was unpacked and is not what its checksum or size says.
  private var memberIsWrong = false
  private let names: NameLocale?

  /// `AE_IFMT` and its values, macros that Swift does not see; formats without types give 0.
  private enum FileType: mode_t {
    case none = 0
    case directory = 0o040000
    case regular = 0o100000
    case link = 0o120000

    static let mask: mode_t = 0o170000
  }

  /// Stored bytes that are read at a time.
  private static let blockInBytes = 128 * 1024

  init(_ input: ArchiveInput, kind: ArchiveKind, budget: ArchiveBudget) throws(Gap) {
    guard let made = unsafe archive_read_new() else { throw Gap(.unreadable, errno: ENOMEM) }
    unsafe archive = made
    self.kind = kind
    self.input = input
    self.budget = budget
    names = NameLocale()
    unsafe buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.blockInBytes, alignment: 64)
    unsafe ArchiveFormats.enable(kind, on: archive)
    try open()
  }

  deinit {
    unsafe archive_read_free(archive)
    unsafe buffer.deallocate()
  }

  private func open() throws(Gap) {
    let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe archive_read_set_callback_data(archive, owner)
    unsafe archive_read_set_read_callback(archive) { _, owner, block in
      guard let owner = unsafe owner, let block = unsafe block else { return -1 }
      let reader = unsafe Unmanaged<ArchiveReader>.fromOpaque(owner).takeUnretainedValue()
      unsafe block.pointee = UnsafeRawPointer(reader.buffer.baseAddress)
      return reader.readBlock()
    }
    if case .seekable = input {
      unsafe archive_read_set_seek_callback(archive) { _, owner, offset, whence in
        guard let owner = unsafe owner else { return -1 }
        let reader = unsafe Unmanaged<ArchiveReader>.fromOpaque(owner).takeUnretainedValue()
        return reader.seek(to: offset, whence: whence)
      }
      unsafe archive_read_set_skip_callback(archive) { _, owner, count in
        guard let owner = unsafe owner else { return 0 }
        let reader = unsafe Unmanaged<ArchiveReader>.fromOpaque(owner).takeUnretainedValue()
        return reader.skip(count)
      }
    }
    let status = withNames { unsafe archive_read_open1(archive) }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw failure() }
  }

  /// Runs with names of archives read as UTF-8, whatever the locale of the process.
  private func withNames<Result>(_ body: () -> Result) -> Result {
    names?.enter()
    defer { names?.leave() }
    return body()
  }

  // MARK: Members

  /// The next member, or nil at the end. What is left of the one before is passed over.
  ///
  /// - Throws: what covers the rest of the archive.
  func next() throws(Gap) -> ArchiveMember? {
    while true {
      if budget.isSpent { throw Gap(.limit) }
      unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
      (blockOffset, position) = (0, 0)
      memberIsWrong = false
      var entry: OpaquePointer?
      let offset = unsafe archive_filter_bytes(archive, 0)
      let status = withNames { unsafe archive_read_next_header(archive, &entry) }
      switch status {
      case ARCHIVE_EOF:
        if hasDamage { throw Gap(.malformed) }
        return nil
      case ARCHIVE_OK, ARCHIVE_WARN: break
      case ARCHIVE_RETRY:
        // Of a broken tar header one block was passed over; the next may be whole.
        hasDamage = true
        guard unsafe archive_filter_bytes(archive, 0) != offset else { throw Gap(.malformed) }
        continue
      default: throw failure()
      }
      guard let found = unsafe entry else { return nil }
      let member = withNames { unsafe self.member(found) }
      if let member { return member }
    }
  }

  /// Reads what an entry says of itself; nil for a directory.
  private func member(_ entry: OpaquePointer) -> ArchiveMember? {
    let type = FileType(rawValue: unsafe archive_entry_filetype(entry) & FileType.mask)
    // A hard link may carry the content itself: in cpio archives the last one does.
    let isHardLink =
      unsafe archive_entry_hardlink(entry) != nil && archive_entry_size(entry) <= 0
    let isLink = isHardLink || type == .link
    guard isLink || type != .directory else { return nil }
    var gap: Gap?
    if isLink {
      gap = Gap(.symlink)
    } else if type == nil {
      gap = Gap(.special)
    } else if unsafe archive_entry_is_encrypted(entry) != 0 {
      gap = Gap(.encrypted)
    }
    let raw = unsafe Self.name(of: entry)
    let hasSize = unsafe archive_entry_size_is_set(entry) != 0
    let hasTime = unsafe archive_entry_mtime_is_set(entry) != 0
    return ArchiveMember(
      name: MemberName.text(of: raw),
      sizeInBytes: hasSize ? UInt64(max(0, unsafe archive_entry_size(entry))) : nil,
      modified: hasTime ? Int64(unsafe archive_entry_mtime(entry)) : nil,
      gap: gap, leadsOutside: MemberName.leadsOutside(raw))
  }

  /// The path as it stands in the archive, or in UTF-8 where it was stored in UTF-16.
  private static func name(of entry: OpaquePointer) -> [UInt8] {
    let text =
      unsafe archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)
    guard let text = unsafe text else { return [] }
    return unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }

  /// Reads bytes of the current member; 0 at its end.
  ///
  /// Block by block, since `archive_read_data` fills its buffer or fails: of a member that is cut short
  /// it would lose what was unpacked last.
  ///
  /// - Throws: what covers the rest of the member.
  func read(into target: UnsafeMutableRawBufferPointer) throws(Gap) -> Int {
    guard let start = target.baseAddress else { return 0 }
    while unsafe block.isEmpty {
      guard try nextBlock() else { return 0 }
    }
    // The holes of sparse files are zeros.
    let hole = min(Int(clamping: blockOffset - position), target.count)
    if hole > 0 {
      unsafe start.initializeMemory(as: UInt8.self, repeating: 0, count: hole)
      position += Int64(hole)
      return hole
    }
    let count = min(unsafe block.count, target.count)
    unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[..<count]))
    unsafe block = UnsafeRawBufferPointer(rebasing: block[count...])
    position += Int64(count)
    blockOffset = position
    return count
  }

  /// Unpacks the next block of the member; false at its end.
  private func nextBlock() throws(Gap) -> Bool {
    var bytes: UnsafeRawPointer?
    var count = 0
    var offset: Int64 = 0
    if memberIsWrong { throw Gap(.malformed, at: UInt64(position)) }
    switch unsafe archive_read_data_block(archive, &bytes, &count, &offset) {
    case ARCHIVE_EOF: return false
    case ARCHIVE_OK: break
    // Comes with the last block of a member that is not what its checksum or size says.
    case ARCHIVE_WARN: memberIsWrong = true
    default: throw failure()
    }
    unsafe block = UnsafeRawBufferPointer(start: bytes, count: count)
    blockOffset = max(offset, position)
    return true
  }

  /// Why the library gave up. Its errors are sentences in English, of which the words tell that matter.
  private func failure() -> Gap {
    if let inputGap { return inputGap }
    let message = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? ""
    if ["ncrypt", "rypto", "assphrase"].contains(where: message.contains) {
      return Gap(.encrypted)
    }
    if ["nsupported", "not supported"].contains(where: message.contains) {
      return Gap(.unsupportedData)
    }
    if ["memory", "too large"].contains(where: message.contains) { return Gap(.limit) }
    return Gap(inputHasEnded ? .truncated : .malformed)
  }

  // MARK: Stored bytes

  private func readBlock() -> Int {
    guard !budget.isSpent else {
      inputGap = Gap(.limit)
      return -1
    }
    do throws(Gap) {
      let count = unsafe try input.source.read(into: buffer)
      if count == 0 { inputHasEnded = true }
      return count
    } catch {
      inputGap = error
      return -1
    }
  }

  private func seek(to offset: Int64, whence: CInt) -> Int64 {
    guard case .seekable(let source) = input else { return -1 }
    let base: Int64
    switch whence {
    case SEEK_SET: base = 0
    case SEEK_CUR: base = Int64(source.byteOffset)
    default: base = Int64(source.byteCount)
    }
    let (target, overflows) = base.addingReportingOverflow(offset)
    guard !overflows, target >= 0, target <= Int64(source.byteCount) else { return -1 }
    source.byteOffset = UInt64(target)
    inputHasEnded = false
    return target
  }

  private func skip(_ count: Int64) -> Int64 {
    guard case .seekable(let source) = input, count > 0 else { return 0 }
    let before = source.byteOffset
    source.byteOffset = before + UInt64(count)
    return Int64(source.byteOffset - before)
  }
}
