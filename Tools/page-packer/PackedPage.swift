import CSodium
import Foundation

/// The page with its style and script inside, cut where the data go, and with a policy that lets run
/// nothing else.
///
/// `page.html` is a page that a browser could open as it stands. Three kinds of its lines are replaced:
/// a style sheet or script by the content of its file (neighbours become one element, so that one hash
/// stands for all), `<!-- content security policy -->` by the policy, `<!-- data -->` by the cut.
struct PackedPage {
  private var opening = ""
  private var closing = ""

  private static let mainFile = "page.html"
  private static let policyMark = "<!-- content security policy -->"
  private static let dataMark = "<!-- data -->"

  init(folder: String, files: [String: String]) throws(Complaint) {
    let path = folder + Self.mainFile
    guard let main = files[Self.mainFile] else { throw Complaint(file: path, "is missing") }
    var unused = Set(files.keys).subtracting([Self.mainFile])
    var styles = ""
    var scripts = ""
    var lines: [String] = []
    for (index, line) in main.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard let (name, isScript) = Self.reference(in: line) else {
        lines.append(String(line))
        continue
      }
      guard let text = files[name], unused.remove(name) != nil else {
        throw Complaint(file: path, line: index + 1, "\(name) is not there, or named twice")
      }
      if text.contains("</") {
        throw Complaint(file: folder + name, "'</' would end the element that the file becomes")
      }
      if isScript {
        if scripts.isEmpty { lines.append("\u{1}script") }
        scripts += text
      } else {
        if styles.isEmpty { lines.append("\u{1}style") }
        styles += text
      }
    }
    if let name = unused.min() {
      throw Complaint(file: folder + name, "page.html does not name it")
    }

    // One scope of their own for all scripts, and no sloppy mode.
    scripts = "\n(() => {\n\"use strict\";\n\(scripts)})();\n"
    styles = "\n" + styles
    var isOpening = true
    for line in lines {
      var text = line + "\n"
      switch line {
      case "\u{1}script": text = "<script>\(scripts)</script>\n"
      case "\u{1}style": text = "<style>\(styles)</style>\n"
      case Self.policyMark: text = Self.policy(style: styles, script: scripts)
      case Self.dataMark:
        isOpening = false
        text = ""
      default: break
      }
      if isOpening { opening += text } else { closing += text }
    }
    if isOpening { throw Complaint(file: path, "\(Self.dataMark) is missing") }
    while closing.hasSuffix("\n\n") { closing.removeLast() }
  }

  /// The file that a line includes, and whether it is a script.
  private static func reference(in line: Substring) -> (name: String, isScript: Bool)? {
    if let match = line.wholeMatch(of: /<link rel="stylesheet" href="([a-z-]+\.css)">/) {
      return (String(match.1), false)
    }
    if let match = line.wholeMatch(of: /<script src="([a-z-]+\.js)"><\/script>/) {
      return (String(match.1), true)
    }
    return nil
  }

  /// Content Security Policy Level 3, section 2.3.1: an inline element whose text has the hash may act;
  /// nothing may be fetched from anywhere.
  private static func policy(style: String, script: String) -> String {
    """
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    script-src 'sha256-\(digest(script))'; style-src 'sha256-\(digest(style))'; img-src data:; \
    base-uri 'none'; form-action 'none'">

    """
  }

  private static func digest(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    let status = unsafe crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    precondition(status == 0, "crypto_hash_sha256 cannot fail")
    return Data(digest).base64EncodedString()
  }

  /// The Swift file.
  var source: String {
    """
    // Written by page-packer from the files in Sources/Reports/DataMap/page; not part of the source tree.

    /// The page of the data map, cut where the data go.
    enum DataMapPage {
      /// From the doctype to the data.
      static let opening: StaticString = \(Self.literal(opening))

      /// From the data to the end.
      static let closing: StaticString = \(Self.literal(closing))
    }

    """
  }

  /// A raw literal of several lines. It begins in column 1, so nothing is taken off its lines, and has
  /// as many `#` as its content demands.
  private static func literal(_ text: String) -> String {
    var hashes = "#"
    while text.contains("\"\"\"\(hashes)") || text.contains("\\\(hashes)") { hashes += "#" }
    return "\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)"
  }
}
