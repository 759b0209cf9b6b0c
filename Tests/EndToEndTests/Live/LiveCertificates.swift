import Foundation

/// A certificate authority made for one test, and the certificates of servers that it has signed.
struct LiveCertificates: @unchecked Sendable {
  // @unchecked: the folder is written to while the servers are made, each once.
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try LiveProcess.rows(["chmod", "0755", scratch.path])
    for name in ["ca", "stranger"] {
      try openssl(
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=\(name) -keyout \(name).key -out \(name).pem"
      )
    }
  }

  /// The authority that has signed the servers' certificates.
  var authority: String { scratch.path + "/ca.pem" }
  /// Another one.
  var stranger: String { scratch.path + "/stranger.pem" }

  /// Signs a certificate for a server into `folder`, of which `user` owns the key.
  ///
  /// - Parameter subject: `DNS:localhost` or `IP:127.0.0.1`.
  func sign(_ subject: String, into folder: String, for user: String) throws {
    try scratch.write("extensions", "subjectAltName=\(subject)\n")
    try openssl("req -newkey rsa:2048 -nodes -subj /CN=server -keyout server.key -out server.csr")
    try openssl(
      "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile extensions "
        + "-out server.pem")
    for name in ["server.key", "server.pem"] {
      try LiveProcess.rows(["cp", scratch.path + "/" + name, folder + "/" + name])
      try LiveProcess.rows(["chmod", "0600", folder + "/" + name])
      if getuid() == 0 { try LiveProcess.rows(["chown", user, folder + "/" + name]) }
    }
  }

  private func openssl(_ words: String) throws {
    try LiveProcess.rows(
      ["sh", "-c", "cd \"$0\" && exec openssl " + words + " 2>/dev/null", scratch.path])
  }
}
