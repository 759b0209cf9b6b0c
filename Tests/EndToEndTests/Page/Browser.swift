import Foundation
import Glibc
import TestSupport

/// Chromium without a window, driven over a pair of pipes (Chrome DevTools Protocol, messages that end
/// with NUL). One page; what it complains of and what it asks for is kept.
final class Browser {
  private let scratch: Scratch
  private let process = Process()
  private let requests: Int32
  private let answers: Int32
  private var pending: [UInt8] = []
  private var lastID = 0
  private var session: String?
  private var loads = 0
  /// Exceptions, console lines, and refusals of the content security policy.
  private(set) var complaints: [String] = []
  /// URLs of all that the page asked for, its own file apart.
  private(set) var fetched: [String] = []

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init() throws {
    scratch = try Scratch()
    let (to, from) = (scratch.path + "/to", scratch.path + "/from")
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium") else {
      throw Failure(description: "chromium is missing; make test installs it")
    }
    guard unsafe mkfifo(to, 0o600) == 0, unsafe mkfifo(from, 0o600) == 0 else {
      throw Failure(description: "no pipe")
    }
    // Opened for both, so that neither opening waits for the browser.
    requests = unsafe open(to, O_RDWR | O_CLOEXEC)
    answers = unsafe open(from, O_RDWR | O_CLOEXEC)
    process.executableURL = URL(filePath: "/bin/bash")
    // As root Chromium has no sandbox of its own; what is opened here is our own page.
    process.arguments = [
      "-c",
      """
      exec /usr/bin/chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
        --no-first-run --remote-debugging-pipe --user-data-dir="$0/profile" \
        3<"$0/to" 4>"$0/from" >/dev/null 2>&1
      """, scratch.path,
    ]
    try process.run()
    let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"] as? String
    session =
      try call("Target.attachToTarget", ["targetId": target ?? "", "flatten": true])["sessionId"]
      as? String
    for domain in ["Page", "Runtime", "Log", "Network"] { try call(domain + ".enable") }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    close(requests)
    close(answers)
  }

  /// Shows a file in a window of this size, in CSS pixels, and waits until its scripts have run.
  func show(_ file: String, width: Int = 1400, height: Int = 900) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
    loads = 0
    try call("Page.navigate", ["url": URL(filePath: file).absoluteString])
    while loads == 0 { try take() }
  }

  /// The value of an expression, as JSON; a promise is awaited.
  @discardableResult
  func evaluate(_ expression: String) throws -> JSONValue {
    let answer = try call(
      "Runtime.evaluate",
      [
        "expression": "(async () => JSON.stringify(await (\(expression))))()",
        "returnByValue": true, "awaitPromise": true,
      ])
    if let exception = answer["exceptionDetails"] {
      throw Failure(description: "\(expression): \(exception)")
    }
    let text = (answer["result"] as? [String: Any])?["value"] as? String
    return try JSONValue((text ?? "null").utf8)
  }

  /// Presses and releases a key.
  func press(_ key: String, code: Int) throws {
    for type in ["keyDown", "keyUp"] {
      var parameters: [String: Any] = ["type": type, "key": key, "windowsVirtualKeyCode": code]
      if key == "Enter", type == "keyDown" { parameters["text"] = "\r" }
      try call("Input.dispatchKeyEvent", parameters)
    }
  }

  /// Seconds that the page's thread was at work so far: what other processes do does not count.
  func workInSeconds() throws -> Double {
    try call("Performance.enable", ["timeDomain": "threadTicks"])
    let metrics = try call("Performance.getMetrics")["metrics"] as? [[String: Any]] ?? []
    return metrics.first { $0["name"] as? String == "TaskDuration" }?["value"] as? Double ?? 0
  }

  /// The page printed to A4, as PDF.
  func pdf() throws -> Data {
    let answer = try call(
      "Page.printToPDF", ["printBackground": true, "preferCSSPageSize": true])
    return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
  }

  // MARK: - The protocol

  @discardableResult
  private func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    lastID += 1
    var message: [String: Any] = ["id": lastID, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    try send([UInt8](try JSONSerialization.data(withJSONObject: message)) + [0])
    while true {
      let answer = try take()
      guard answer["id"] as? Int == lastID else { continue }
      if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(requests, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(description: "the browser does not listen") }
      rest = rest.dropFirst(count)
    }
  }

  /// The next message, of which events are noted.
  @discardableResult
  private func take() throws -> [String: Any] {
    var end = pending.firstIndex(of: 0)
    while end == nil {
      var waiting = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&waiting, 1, 30_000) == 1 else {
        throw Failure(description: "the browser says nothing for 30 seconds")
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 20)
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(answers, $0.baseAddress, $0.count)
      }
      guard count > 0 else { throw Failure(description: "the browser is gone") }
      let seen = pending.count
      pending += chunk.prefix(count)
      end = pending[seen...].firstIndex(of: 0)
    }
    guard let end else { return [:] }
    let object = try JSONSerialization.jsonObject(with: Data(pending[..<end]))
    pending.removeSubrange(...end)
    let message = object as? [String: Any] ?? [:]
    note(message)
    return message
  }

  private func note(_ message: [String: Any]) {
    let parameters = message["params"] as? [String: Any] ?? [:]
    switch message["method"] as? String {
    case "Page.loadEventFired": loads += 1
    case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded":
      complaints.append("\(parameters)")
    case "Network.requestWillBeSent":
      let url = (parameters["request"] as? [String: Any])?["url"] as? String ?? "?"
      if !url.hasPrefix("file://") || parameters["type"] as? String != "Document" {
        fetched.append(url)
      }
    default: break
    }
  }
}
