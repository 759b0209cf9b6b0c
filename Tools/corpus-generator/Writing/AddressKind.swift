/// What an address is for, told by its label or column.
enum AddressKind: String {
  case home, delivery, work, plain
}
