import Findings

/// A reader's place in the window, as a value that is copied out of it needs it.
protocol ValueCursor: AnyObject {
  var buffer: TextBuffer { get }
  var sink: any RecordSink { get }
  /// Window index of the next byte to read.
  var position: Int { get set }
  /// Window index from which a value that is being read must stay in the window.
  var anchor: Int? { get set }

  /// Makes more bytes visible, and moves position and anchor with the window. False at the end, or
  /// when the value fills the window.
  func moreOfValue() -> Bool

  /// Counts bytes of the current record that are pushed.
  func count(_ count: Int)
}
