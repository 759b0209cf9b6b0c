import Findings
import Testing

@testable import Detectors

/// Addresses against Python's `ipaddress` and the examples of RFC 4291, 2.2 and RFC 5952.
@Suite struct NetworkAddressTests {
  static func canonical(_ text: String) -> String {
    let out = Scratch<UInt8>()
    let bytes = Array(text.utf8)
    Canonical.append(bytes.span, as: .ipAddress, to: out)
    return String(decoding: out.indices.map { out[$0] }, as: UTF8.self)
  }

  @Test(
    "Spellings of one address have one canonical form",
    arguments: [
      ("2001:0DB8:0:0:8:800:200C:417A", "20010db80000000000080800200c417a"),
      ("2001:db8::8:800:200c:417a", "20010db80000000000080800200c417a"),
      ("FF01::101", "ff010000000000000000000000000101"),
      ("::1", "00000000000000000000000000000001"), ("::", "00000000000000000000000000000000"),
      ("::FFFF:129.144.52.38", "129.144.52.38"), ("129.144.52.38", "129.144.52.38"),
      ("::13.1.68.3", "0000000000000000000000000d014403"),
      ("2001:db8::1:0:0:1", "20010db8000000000001000000000001"),
      ("2001:db8:0:0:1::1", "20010db8000000000001000000000001"),
      ("fe80::", "fe800000000000000000000000000000"),
    ])
  func spellings(_ text: String, _ expected: String) {
    #expect(Self.canonical(text) == expected)
  }

  @Test(
    "What ipaddress refuses is no address",
    arguments: [
      "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", ":1", "1:", ":::",
      "1::2:3:4:5:6:7:8", "::1.2.3.256", "1.2.3", "01.2.3.4", "1.2.3.4.5", "256.1.1.1", "",
    ])
  func faults(_ text: String) { #expect(Self.canonical(text) == "") }

  /// ipaddress: is_global passes; is_private, where no other property holds, has nothing to say; what is
  /// loopback, multicast, reserved or of this network fails. Benchmarking (RFC 2544) and protocol
  /// assignments (RFC 6890) are no hosts' here.
  @Test(
    "Special-purpose addresses are nobody's",
    arguments: [
      ("101.6.6.6", CheckOutcome.pass), ("172.32.0.1", .pass), ("2400:3200::a1b2", .pass),
      // Global as well, but RFC 7707, 4.1.4: interfaces of servers and routers are counted.
      ("2400:3200::1", .unknown), ("2400:3200::1000", .unknown), ("2400:3200::1:0:0:1", .pass),
      ("10.0.0.1", .unknown), ("172.31.255.254", .unknown), ("192.168.1.2", .unknown),
      ("100.64.0.1", .unknown), ("169.254.1.1", .unknown), ("fd00::1", .unknown),
      ("fe80::1", .unknown), ("192.0.2.1", .unknown), ("198.51.100.7", .unknown),
      ("203.0.113.9", .unknown), ("2001:db8::1", .unknown), ("127.0.0.1", .fail),
      ("0.0.0.1", .fail), ("224.0.0.1", .fail), ("240.0.0.1", .fail), ("255.255.255.255", .fail),
      ("255.255.255.0", .fail), ("198.18.0.1", .fail), ("192.0.0.8", .fail), ("ff02::1", .fail),
      ("::1", .fail), ("100::1", .fail), ("64:ff9b::101", .fail), ("8.8.8.8", .fail),
      ("::ffff:10.0.0.1", .unknown), ("::ffff:101.6.6.6", .pass),
    ])
  func purposes(_ text: String, _ expected: CheckOutcome) throws {
    #expect(try TableCheckTests.outcome(HostAddressCheck.self, Self.canonical(text)) == expected)
  }

  @Test("Addresses for documentation are labelled as test data")
  func documentation() throws {
    for (text, isTest) in [("203.0.113.9", true), ("2001:db8::1", true), ("101.6.6.6", false)] {
      var facts = Facts(asOf: BuiltinRules.asOf)
      let value = Array(Self.canonical(text).utf8)
      _ = HostAddressCheck(try BuiltinRules.tables()).test(value.span, &facts)
      #expect(facts.labels.contains(.testData) == isTest)
    }
  }

  /// The prefixes stand in the manuals of QEMU, OpenStack, VMware, Xen, VirtualBox, Hyper-V.
  @Test(
    "A virtual machine and a made-up address are no device of a person",
    arguments: [
      ("3c5ab41e220f", CheckOutcome.pass), ("029ae0ea9e3c", .pass), ("001a2b3c4d5e", .pass),
      ("525400e96441", .fail), ("fa163ee87f03", .fail), ("005056112233", .fail),
      ("000c29e36bc8", .fail), ("00163eb1d790", .fail), ("08002757307f", .fail),
      ("00155d012345", .fail), ("000000112233", .fail), ("020000000001", .fail),
      ("100080000000", .fail), ("707070707000", .fail), ("3c5ab41e22", .fail),
    ])
  func personal(_ text: String, _ expected: CheckOutcome) throws {
    #expect(try TableCheckTests.outcome(PersonalDeviceCheck.self, text) == expected)
  }

  /// IEEE 802: the lowest bit of the first octet marks a group; 01:00:5e (RFC 1112) and 33:33 (RFC 2464) are
  /// multicast, 00:00:5e:00:01 is VRRP's (RFC 5798), 00:00:5e:00:53 for documentation (RFC 7042).
  @Test(
    "A device has an individual hardware address",
    arguments: [
      ("3c5ab41e220f", CheckOutcome.pass), ("024298a1b2c3", .pass), ("00005e005301", .pass),
      ("01005e7f0016", .fail), ("333300000001", .fail), ("ffffffffffff", .fail),
      ("000000000000", .fail), ("00005e000105", .fail), ("001122334455", .fail),
      ("3c5ab41e22", .fail),
    ])
  func hardware(_ text: String, _ expected: CheckOutcome) throws {
    #expect(try TableCheckTests.outcome(HardwareAddressCheck.self, text) == expected)
  }

  @Test(
    "Times, dates, fractions, hashes and fingerprints are no addresses of groups",
    arguments: [
      "12:34:56", "2026-11-22 12:34:56.789", "2026-11-22T12:34:56Z", "12:34:56:78", "0.1234.5678",
      "1.3.6.1.4.1.311.2", "f1878bb4a3545701f3f21f3c649e20f6", "v1.2.3.4", "1.2.3.4-rc1",
      "Chrome/120.0.6099.109", "550e8400-e29b-41d4-a716-446655440000", "10.0.0.0/8",
      "16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48",
      "SHA1 de:9f:2c:7f:d2:5e:1b:3a:fa:d3:e8:5a:0b:d1:7d:9b:10:0d:b4:b3", "std::a1b::c2",
      "2026.11.22", "1234.5678", "00:1A:2B:3C:4D", "00:1A:2B:3C:4D:5E:6F", "3c-5a-b4-1e-22",
    ])
  func lookAlikes(_ text: String) throws {
    let found = try Probe().find(text).filter { ["ip-address", "mac-address"].contains($0.type) }
    #expect(found.isEmpty)
  }

  @Test(
    "Labels and glue before an address do not hide it",
    arguments: [
      ("mac:3c:5a:b4:1e:22:0f", "mac-address 3c:5a:b4:1e:22:0f"),
      ("MAC：３Ｃ：５Ａ：Ｂ４：１Ｅ：２２：０Ｆ", "mac-address ３Ｃ：５Ａ：Ｂ４：１Ｅ：２２：０Ｆ"),
      ("登录IP：１０１．６．６．６", "ip-address １０１．６．６．６"),
      ("client_ip:2400:3200::a1b2", "ip-address 2400:3200::a1b2"),
      ("src_ip:2400:3200::a1b2", "ip-address 2400:3200::a1b2"),
      ("用户IP为101.6.6.6。", "ip-address 101.6.6.6"),
      ("\"remoteAddr\":\"/101.6.6.6:50312\"", "ip-address 101.6.6.6"),
      (
        "first\n101.6.6.6 - - [22/Nov/2026:10:00:00 +0800] \"GET / HTTP/1.1\" 200 12",
        "ip-address 101.6.6.6"
      ),
    ])
  func glued(_ text: String, _ expected: String) throws {
    #expect(try Probe().likely(text).contains(expected))
  }
}
