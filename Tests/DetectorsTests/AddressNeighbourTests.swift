import Findings
import Testing

@testable import Detectors

/// What stands around a labelled address of a network or a device: lines as manuals, programs,
/// configurations and logs have them, each with the answer that a reader gives.
@Suite struct AddressNeighbourTests {
  @Test(
    "The example of a manual, a program or a configuration is nobody's address",
    arguments: [
      (".SH EXAMPLES\nA server with IP 101.6.6.6 and a client.\n.PP\n", "source of a manual"),
      ("source IP 101.6.6.6\n.\\\" a comment\n", "the same"),
      ("if (socket.remoteAddress === '101.6.6.6') {", "compared"),
      ("remoteAddress</span> === <span class=\"s\">&#x27;101.6.6.6&#x27;</span>", "the same"),
      ("if mac != \"3c:5a:b4:1e:22:0f\":", "the same"),
      ("gcloud keys create --allowed-ips=101.6.6.6", "an option"),
      ("gcloud keys create \\-\\-source\\-ip=101.6.6.6", "the same"),
      ("flower skip_hw src_ip 101.6.6.6 \\\n  action gate", "a line carried on"),
      ("tc filter add dev eth0 \\\nsrc_ip 101.6.6.6", "the same"),
      ("$ arping src_ip 101.6.6.6", "behind a prompt"),
      ("#bssid=3c:5a:b4:1e:22:0f", "a comment"), ("-- |   MAC: 3c:5a:b4:1e:22:0f", "the same"),
      ("// client_ip: 101.6.6.6", "the same"), ("ipaddress.ip_address(\"101.6.6.6\")", "a call"),
      ("interfaces:\n  - ip: 101.6.6.6\n", "a setting"),
      ("{\n  \"ip_address\": \"101.6.6.6\",\n", "the same"),
      ("server_ip=101.6.6.6", "a server's"), ("gateway ip: 101.6.6.6", "a router's"),
      ("dst_ip=101.6.6.6", "whom somebody talks to"), ("dst_mac 3c:5a:b4:1e:22:0f", "the same"),
      ("ip: 2001:4898:5808:ffa2::1", "numbered by hand"),
      ("mac=52:54:00:e9:64:41", "a virtual machine's"), ("mac=02:00:00:00:00:01", "made up"),
    ])
  func examples(_ text: String, _ reason: String) throws {
    #expect(try Probe().likely(text) == [], "\(reason)")
  }

  @Test(
    "An address that a log or a form holds is found",
    arguments: [
      "client_ip=101.6.6.6", "client ip: 101.6.6.6", "login ok ip=101.6.6.6 uid=12",
      "X-Forwarded-For: 101.6.6.6, 10.0.0.1",
      "101.6.6.6 - - [10/Oct/2000:13:55:36 -0700] \"GET /a HTTP/1.0\" 200 2326",
      "Nov 22 10:00:00 web sshd[812]: Failed password for li, ip=101.6.6.6 port 22 ssh2",
      "姓名：张伟\nIP: 101.6.6.6\n", "用户IP(101.6.6.6)登录", "登录IP：101.6.6.6，设备华为",
      "src_ip=101.6.6.6 dst_ip=10.0.0.8 action=allow", "remote_addr=101.6.6.6 status=200 -- ok",
      "assert user.mac == '3c:5a:b4:1e:22:0f'", "expect(user.loginIp).toBe('101.6.6.6');",
      "user.setIp(\"101.6.6.6\");", "  ip: '101.6.6.6',", "\t\tIp: \"101.6.6.6\",",
      "    'ip' => '101.6.6.6',", "setClientIp(\"101.6.6.6\")",
      "{\n  \"client_ip\": \"101.6.6.6\",\n",
      "client_ip=2400:3200::a1b2", "GET /a?client_ip=101.6.6.6&x=1",
      "device joined, mac=3c:5a:b4:1e:22:0f", "MAC地址：3C-5A-B4-1E-22-0F",
      "wlan mac 02:9a:e0:ea:9e:3c",
    ])
  func real(_ text: String) throws {
    let found = try Probe().likely(text).filter { !$0.hasPrefix("person-name") }
    #expect(found.count == 1, "\(found)")
  }

  @Test("Columns of people's addresses and devices keep their level")
  func columns() throws {
    for (name, value, level) in [
      ("client_ip", "101.6.6.6", Level.certain), ("last_login_ip", "101.6.6.6", .certain),
      ("ip", "101.6.6.6", .likely), ("login_ip", "10.2.3.4", .likely),
      ("device_mac", "3C:5A:B4:1E:22:0F", .certain), ("mac", "52:54:00:e9:64:41", .likely),
    ] {
      let found = try Probe().find(value, column: name)
      #expect(found.first?.level == level, "\(name)")
    }
  }

  @Test("What the lines around say does not depend on more than 400 bytes of them")
  func reach() throws {
    let far = ".PP\n" + String(repeating: "word ", count: 90) + "\nip=101.6.6.6 uid=12\n"
    #expect(try Probe().likely(far) == ["ip-address 101.6.6.6"])
    let near = ".PP\n" + String(repeating: "word ", count: 70) + "\nip=101.6.6.6 uid=12\n"
    #expect(try Probe().likely(near) == [])
  }

  @Test(
    "A full stop at the beginning of a line is not always a request",
    arguments: [".NET ip=101.6.6.6 uid=1", ".5 ip=101.6.6.6 uid=1", "... ip=101.6.6.6 uid=1"])
  func stops(_ text: String) throws {
    #expect(try Probe().likely(text) == ["ip-address 101.6.6.6"])
  }
}
