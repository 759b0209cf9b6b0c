/// The pieces of a line that are the same in every line.
struct FixedFragments: Sendable {
  let end: FragmentPool.Fragment
  let line: FragmentPool.Fragment
  let column: FragmentPool.Fragment
  let noLine: FragmentPool.Fragment
  let noRecord: FragmentPool.Fragment
  let fingerprint: FragmentPool.Fragment
  let close: FragmentPool.Fragment

  init(filling: inout FragmentPool.Filling) {
    end = filling.add(",\"end\":")
    line = filling.add(",\"line\":")
    column = filling.add(",\"column\":")
    noLine = filling.add(",\"line\":null,\"column\":null")
    noRecord = filling.add("null,")
    fingerprint = filling.add("\",\"fingerprint\":\"")
    close = filling.add("\"}\n")
  }
}
