import Foundation

/// As much of JSON Schema 2020-12 as docs/schemas uses; a keyword beyond that is a fault of its own.
///
/// The schemas and real output were also put before Python's `jsonschema` 4.26.0, which agrees.
package struct JSONSchema {
  package let root: JSONValue

  /// A schema of docs/schemas, found from this file.
  package init(named name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/schemas").standardized
    root = try JSONValue(Data(contentsOf: folder.appending(path: name)))
  }

  /// Where `value` does not fit, and why; empty if it fits.
  package func faults(of value: JSONValue) -> [String] { faults(of: value, schema: root, at: "$") }

  private func faults(of value: JSONValue, schema: JSONValue, at place: String) -> [String] {
    if schema == .boolean(false) { return ["\(place): nothing may stand here"] }
    guard case .object(let keywords) = schema else { return ["\(place): no schema"] }
    return keywords.flatMap { keyword, argument -> [String] in
      switch (keyword, argument, value) {
      case ("$schema", _, _), ("$defs", _, _), ("title", _, _), ("description", _, _): []
      case ("$ref", .text(let pointer), _):
        faults(of: value, schema: resolved(pointer), at: place)
      case ("type", .text(let name), _):
        Self.isA(name, value) ? [] : ["\(place): no \(name)"]
      case ("type", .array(let names), _):
        names.contains { if case .text(let name) = $0 { Self.isA(name, value) } else { false } }
          ? [] : ["\(place): of no allowed type"]
      case ("enum", .array(let values), _):
        values.contains(value) ? [] : ["\(place): \(value) is not allowed"]
      case ("required", .array(let keys), .object(let members)):
        keys.compactMap { key in
          guard case .text(let key) = key, members[key] == nil else { return nil }
          return "\(place): \(key) is missing"
        }
      case ("properties", .object(let schemas), .object(let members)):
        schemas.flatMap { key, schema in
          members[key].map { faults(of: $0, schema: schema, at: place + "." + key) } ?? []
        }
      case ("additionalProperties", let schema, .object(let members)):
        members.filter { schemasOfProperties(keywords)[$0.key] == nil }.flatMap { key, member in
          faults(of: member, schema: schema, at: place + "." + key)
        }
      case ("prefixItems", .array(let schemas), .array(let items)):
        zip(schemas, items).flatMap { faults(of: $1, schema: $0, at: place + "[]") }
      case ("items", let schema, .array(let items)):
        items.dropFirst(prefixCount(keywords))
          .flatMap { faults(of: $0, schema: schema, at: place + "[]") }
      case ("minItems", .number(let count), .array(let items)):
        Double(items.count) < count ? ["\(place): too few"] : []
      case ("maxItems", .number(let count), .array(let items)):
        Double(items.count) > count ? ["\(place): too many"] : []
      case ("minProperties", .number(let count), .object(let members)):
        Double(members.count) < count ? ["\(place): too few members"] : []
      case ("minLength", .number(let count), .text(let text)):
        Double(text.unicodeScalars.count) < count ? ["\(place): too short"] : []
      case ("minimum", .number(let bound), .number(let number)):
        number < bound ? ["\(place): \(number) is under \(bound)"] : []
      case ("maximum", .number(let bound), .number(let number)):
        number > bound ? ["\(place): \(number) is over \(bound)"] : []
      case ("pattern", .text(let pattern), .text(let text)):
        text.range(of: pattern, options: .regularExpression) == nil
          ? ["\(place): \(text) does not match"] : []
      case ("properties", _, _), ("required", _, _), ("additionalProperties", _, _),
        ("items", _, _), ("prefixItems", _, _), ("minItems", _, _), ("maxItems", _, _),
        ("minProperties", _, _), ("minLength", _, _), ("minimum", _, _), ("maximum", _, _),
        ("pattern", _, _):
        []  // They say nothing of a value of another type.
      default: ["\(place): keyword \(keyword) is not known here"]
      }
    }
  }

  private func resolved(_ pointer: String) -> JSONValue {
    pointer.split(separator: "/").dropFirst()
      .reduce(root) { $0[String($1)] ?? .null }
  }

  private func schemasOfProperties(_ keywords: [String: JSONValue]) -> [String: JSONValue] {
    guard case .object(let schemas)? = keywords["properties"] else { return [:] }
    return schemas
  }

  private func prefixCount(_ keywords: [String: JSONValue]) -> Int {
    guard case .array(let schemas)? = keywords["prefixItems"] else { return 0 }
    return schemas.count
  }

  private static func isA(_ name: String, _ value: JSONValue) -> Bool {
    switch (name, value) {
    case ("null", .null), ("boolean", .boolean), ("number", .number), ("string", .text),
      ("array", .array), ("object", .object):
      true
    case ("integer", .number(let number)): number.rounded() == number
    default: false
    }
  }
}
