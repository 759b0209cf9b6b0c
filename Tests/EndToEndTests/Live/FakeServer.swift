import Foundation
import Glibc

/// What a broken server, or network, may do: a socket on the loopback with a mind of its own.
final class FakeServer: @unchecked Sendable {
  enum Manner: Sendable {
    /// Accepts, and says nothing for ever.
    case silent
    /// Hangs up at once.
    case drops
    /// Sends bytes without meaning, then nothing.
    case babbles
    /// Passes a real server's bytes on, so many, then nothing for ever.
    case hangs(after: Int, port: UInt16)
    /// Passes a real server's bytes on, so many, then hangs up.
    case breaks(after: Int, port: UInt16)
  }

  let port: UInt16
  private let descriptor: Int32

  init(_ manner: Manner) {
    let listener = Self.listener()
    (descriptor, port) = (listener.descriptor, listener.port)
    let descriptor = descriptor
    Thread.detachNewThread {
      while true {
        let client = accept(descriptor, nil, nil)
        guard client >= 0 else { return }
        Thread.detachNewThread { Self.serve(client, manner) }
      }
    }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  /// A listening socket on a port that the system chooses.
  static func listener() -> (descriptor: Int32, port: UInt16) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = loopback(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(descriptor, $0, size)
        _ = getsockname(descriptor, $0, &size)
      }
    }
    listen(descriptor, 8)
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }

  private static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    return address
  }

  private static func serve(_ client: Int32, _ manner: Manner) {
    switch manner {
    case .silent: return
    case .drops: close(client)
    case .babbles:
      let bytes = [UInt8](repeating: 0xFF, count: 100_000)
      _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    case .hangs(let count, let port): forward(client, port, count)
    case .breaks(let count, let port):
      forward(client, port, count)
      shutdown(client, Int32(SHUT_RDWR))
      close(client)
    }
  }

  private static func forward(_ client: Int32, _ port: UInt16, _ limit: Int) {
    let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = loopback(port: port)
    withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    Thread.detachNewThread { copy(from: client, to: server, limit: .max) }
    copy(from: server, to: client, limit: limit)
    close(server)
  }

  private static func copy(from source: Int32, to target: Int32, limit: Int) {
    var bytes = [UInt8](repeating: 0, count: 65536)
    var left = limit
    while left > 0 {
      let count = recv(source, &bytes, min(bytes.count, left), 0)
      guard count > 0, send(target, bytes, count, Int32(MSG_NOSIGNAL)) == count else {
        return
      }
      left -= count
    }
  }
}
