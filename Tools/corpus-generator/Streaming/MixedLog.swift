/// Lines of logs as several programs write them: what a scanner meets that was made fast on one of them.
enum MixedLog {
  private static let paths: [StaticString] = [
    "/api/v1/orders/", "/static/js/chunk-", "/api/user/profile?ts=1717248089&page=", "/img/banner/",
  ]
  private static let agents: [StaticString] = [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.6367.91",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4_1 like Mac OS X) MicroMessenger/8.0.49(0x1800312b)",
    "curl/7.88.1", "okhttp/4.12.0",
  ]
  private static let modules: [StaticString] = ["库存", "订单", "优惠券", "物流"]

  static func writeLine(_ random: inout SplitMix64, to buffer: inout ByteBuffer) {
    switch random.below(6) {
    case 0: writeAccess(&random, to: &buffer)
    case 1: writeDaemon(&random, to: &buffer)
    case 2: writeBlock(&random, to: &buffer)
    case 3: writeOperation(&random, to: &buffer)
    case 4: writeStack(&random, to: &buffer)
    default: writeKeys(&random, to: &buffer)
    }
  }

  /// The combined form of web servers, for hosts of a private network.
  private static func writeAccess(_ random: inout SplitMix64, to buffer: inout ByteBuffer) {
    buffer.append("10.8.")
    buffer.append(random.below(256))
    buffer.append(".")
    buffer.append(random.below(256))
    buffer.append(" - - [")
    buffer.append(UInt64(1 + random.below(28)), width: 2)
    buffer.append("/Nov/2026:")
    writeTime(&random, to: &buffer)
    buffer.append(" +0800] \"GET ")
    buffer.append(paths[random.below(4)])
    buffer.append(random.below(99_999_999))
    buffer.append(" HTTP/1.1\" 200 ")
    buffer.append(random.below(99_999))
    buffer.append(" \"https://www.example.com/page/")
    buffer.append(random.below(999))
    buffer.append("\" \"")
    buffer.append(agents[random.below(4)])
    buffer.append("\" 0.")
    buffer.append(UInt64(random.below(1000)), width: 3)
    buffer.append("\n")
  }

  private static func writeDaemon(_ random: inout SplitMix64, to buffer: inout ByteBuffer) {
    buffer.append("Nov ")
    buffer.append(10 + random.below(19))
    buffer.append(" ")
    writeTime(&random, to: &buffer)
    buffer.append(" host-")
    buffer.append(UInt64(random.below(40)), width: 2)
    buffer.append(" sshd[")
    buffer.append(1000 + random.below(90_000))
    buffer.append("]: Failed password for invalid user admin")
    buffer.append(random.below(1_000_000))
    buffer.append(" from 10.0.3.")
    buffer.append(random.below(256))
    buffer.append(" port ")
    buffer.append(32_768 + random.below(28_000))
    buffer.append(" ssh2\n")
  }

  /// Numbers in columns, and long ones behind a word of their own.
  private static func writeBlock(_ random: inout SplitMix64, to buffer: inout ByteBuffer) {
    buffer.append("081109 ")
    buffer.append(UInt64(random.below(240_000)), width: 6)
    buffer.append(" ")
    buffer.append(random.below(1000))
    buffer.append(" INFO dfs.DataNode$PacketResponder: Received block blk_-")
    buffer.append(random.next() % 9_000_000_000_000_000_000, width: 19)
    buffer.append(" of size 67108864 from /10.251.")
    buffer.append(random.below(256))
    buffer.append(".")
    buffer.append(random.below(256))
    buffer.append("\n")
  }

  private static func writeOperation(_ random: inout SplitMix64, to buffer: inout ByteBuffer) {
    buffer.append("[")
    writeTime(&random, to: &buffer)
    buffer.append("] 操作日志：管理员 修改了 商品")
    buffer.append(random.below(100_000))
    buffer.append(" 的")
    buffer.append(modules[random.below(4)])
    buffer.append("，由 ")
    buffer.append(random.below(1000))
    buffer.append(" 改为 ")
    buffer.append(random.below(1000))
    buffer.append("，耗时 ")
    buffer.append(random.below(1000))
    buffer.append("ms，操作结果：成功\n")
  }

  private static func writeStack(_ random: inout SplitMix64, to buffer: inout ByteBuffer) {
    buffer.append(
      "\tat org.springframework.aop.framework.CglibAopProxy.proceed(CglibAopProxy.java:")
    buffer.append(random.below(999))
    buffer.append(")\n")
  }

  private static func writeKeys(_ random: inout SplitMix64, to buffer: inout ByteBuffer) {
    buffer.append("time=\"2026-11-20T")
    writeTime(&random, to: &buffer)
    buffer.append("Z\" level=info msg=\"payment accepted\" span_id=")
    buffer.appendHex(random.next())
    buffer.append(" order_no=SO")
    buffer.append(random.next() % 1_000_000_000_000_000, width: 15)
    buffer.append(" elapsed_ms=")
    buffer.append(random.below(10_000))
    buffer.append("\n")
  }

  private static func writeTime(_ random: inout SplitMix64, to buffer: inout ByteBuffer) {
    buffer.append(UInt64(random.below(24)), width: 2)
    buffer.append(":")
    buffer.append(UInt64(random.below(60)), width: 2)
    buffer.append(":")
    buffer.append(UInt64(random.below(60)), width: 2)
  }
}
