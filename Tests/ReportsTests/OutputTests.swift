import Findings
import Foundation
import Testing

@testable import Reports

@Suite struct OutputTests {
  @Test("A full disk is an error that names the report, now and at every later write")
  func fullDisk() throws {
    let descriptor = unsafe open("/dev/full", O_WRONLY)
    try #require(descriptor >= 0)
    let file = ReportFile(path: "out/findings.jsonl", descriptor: descriptor)
    for _ in 0..<2 {
      let error = #expect(throws: OutputError.self) { try file.write([0x41]) }
      #expect(error?.errno == ENOSPC)
      #expect(error?.path == "out/findings.jsonl")
    }
    #expect(throws: OutputError.self) { try file.close() }
  }

  @Test("A full disk under standard output is an error too")
  func fullStandardOutput() throws {
    let descriptor = unsafe open("/dev/full", O_WRONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let error = #expect(throws: OutputError.self) {
      try StandardOutput(descriptor: descriptor).write([0x41])
    }
    #expect(error?.errno == ENOSPC)
    #expect(error?.path == "<stdout>")
  }

  @Test("A reader that went away is no error; the rest is dropped")
  func brokenPipe() throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let output = StandardOutput(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    #expect(!output.readerIsGone)
    try output.write([0x41])
    #expect(output.readerIsGone)
    try output.write([0x42])
  }

  @Test("A write that the system takes in pieces arrives whole")
  func shortWrites() async throws {
    let pipe = Pipe()
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let received = Task.detached { pipe.fileHandleForReading.readDataToEndOfFile() }
    try StandardOutput(descriptor: pipe.fileHandleForWriting.fileDescriptor).write(bytes)
    try pipe.fileHandleForWriting.close()
    #expect(await Array(received.value) == bytes)
  }

  @Test("The buffer never grows beyond its limit by more than a row, and keeps the order")
  func buffering() throws {
    let memory = MemoryOutput()
    let other = MemoryOutput()
    let output = BufferedOutput([memory, other])
    var expected: [UInt8] = []
    for n in 0..<5000 {
      let row = Array("row \(n)\n".utf8)
      output.bytes += row
      try output.drain()
      expected += row
      #expect(output.bytes.count < BufferedOutput.limitInBytes)
      if n % 500 == 0 {
        let block = [UInt8](repeating: 0x61 + UInt8(n / 500), count: 3 * n + n % 1000 * 50)
        try output.append(block)
        expected += block
      }
    }
    try output.flush()
    #expect(memory.bytes == expected)
    #expect(other.bytes == expected)
  }
}
