import Findings
import Glibc

/// The names in one directory, sorted by bytes, with `/` after those of directories: the order in
/// which the full paths of all that is below them sort.
///
/// A name costs its bytes and 6 more: a directory of a million files is about 30 MB.
@safe
final class DirectoryListing {
  private static let chunkInBytes = 1 << 20

  /// Names follow one another in chunks, each as a byte for the kind, the name, and a NUL.
  private var chunks: [UnsafeMutablePointer<UInt8>] = unsafe []
  private var usedInLastChunk = DirectoryListing.chunkInBytes
  /// Places of names: chunk number times `chunkInBytes` plus the place in it.
  private var places: [UInt32] = []
  /// Why names may be missing.
  private(set) var gap: Gap?

  /// Reads the names in `directory`, an open directory. What was read before an error is kept.
  init(of directory: OpenFile) {
    // The stream takes over its descriptor and closes it.
    let descriptor = fcntl(directory.descriptor, F_DUPFD_CLOEXEC, 0)
    guard descriptor >= 0, let stream = unsafe fdopendir(descriptor) else {
      gap = Gap(.unreadable, errno: errno)
      if descriptor >= 0 { close(descriptor) }
      return
    }
    unsafe rewinddir(stream)
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { gap = Gap(.unreadable, errno: errno) }
        break
      }
      unsafe append(entry, in: directory)
    }
    unsafe closedir(stream)
    sort()
  }

  deinit {
    for index in unsafe chunks.indices { unsafe chunks[index].deallocate() }
  }

  var count: Int { places.count }

  /// The kind and the name (without `/`) at `index` of the sorted list.
  func entry(at index: Int) -> (kind: FileStatus.Kind, name: [UInt8]) {
    let start = unsafe pointer(places[index])
    let kind = unsafe Self.kind(start[0])
    let length = unsafe Self.length(start + 1)
    let nameLength = kind == .directory ? length - 1 : length
    return unsafe (kind, Array(UnsafeBufferPointer(start: start + 1, count: nameLength)))
  }

  /// Whether a file of this name is in the directory. O(n).
  func contains(_ name: [UInt8]) -> Bool {
    places.contains { place in
      let start = unsafe pointer(place) + 1
      return unsafe Self.length(start) == name.count
        && name.indices.allSatisfy { unsafe start[$0] == name[$0] }
    }
  }

  private func append(_ entry: UnsafeMutablePointer<dirent>, in directory: OpenFile) {
    let name = unsafe UnsafeRawPointer(entry).advanced(
      by: MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
    ).assumingMemoryBound(to: UInt8.self)
    let length = unsafe Self.length(name)
    let isDot = unsafe name[0] == 0x2E
    if isDot, length == 1 { return }
    if isDot, length == 2, unsafe name[1] == 0x2E { return }
    var type = unsafe entry.pointee.d_type
    if type == UInt8(DT_UNKNOWN) {
      let bytes = unsafe Array(UnsafeBufferPointer(start: name, count: length))
      type = Self.type(of: bytes, in: directory)
    }
    let isDirectory = type == UInt8(DT_DIR)
    let needed = length + 2 + (isDirectory ? 1 : 0)
    if usedInLastChunk + needed > Self.chunkInBytes {
      unsafe chunks.append(UnsafeMutablePointer<UInt8>.allocate(capacity: Self.chunkInBytes))
      usedInLastChunk = 0
    }
    let place = unsafe (chunks.count - 1) * Self.chunkInBytes + usedInLastChunk
    let target = unsafe pointer(UInt32(place))
    unsafe target[0] = type
    unsafe (target + 1).update(from: name, count: length)
    if isDirectory { unsafe target[1 + length] = UInt8(ascii: "/") }
    unsafe target[needed - 1] = 0
    usedInLastChunk += needed
    places.append(UInt32(place))
  }

  /// Some file systems do not say what an entry is.
  private static func type(of name: [UInt8], in directory: OpenFile) -> UInt8 {
    do throws(Gap) {
      switch try FileStatus(name: name, in: directory, followingLinks: false).kind {
      case .regular: return UInt8(DT_REG)
      case .directory: return UInt8(DT_DIR)
      case .symbolicLink: return UInt8(DT_LNK)
      case .special: return UInt8(DT_CHR)
      }
    } catch {
      // Whoever opens it meets the error.
      return UInt8(DT_REG)
    }
  }

  private func sort() {
    places.sort { a, b in
      unsafe strcmp(
        UnsafeRawPointer(pointer(a) + 1).assumingMemoryBound(to: CChar.self),
        UnsafeRawPointer(pointer(b) + 1).assumingMemoryBound(to: CChar.self)) < 0
    }
  }

  private func pointer(_ place: UInt32) -> UnsafeMutablePointer<UInt8> {
    unsafe chunks[Int(place) / Self.chunkInBytes] + Int(place) % Self.chunkInBytes
  }

  private static func length(_ name: UnsafePointer<UInt8>) -> Int {
    unsafe strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
  }

  private static func kind(_ type: UInt8) -> FileStatus.Kind {
    switch Int(type) {
    case Int(DT_REG): .regular
    case Int(DT_DIR): .directory
    case Int(DT_LNK): .symbolicLink
    default: .special
    }
  }
}
