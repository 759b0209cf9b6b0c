/// Mobile country and network codes of the mainland (ITU-T E.212: 460), as SIM cards carry them.
enum SubscriberNetworks {
  static let all = [
    "46000", "46001", "46002", "46003", "46006", "46007", "46008", "46009", "46011", "46015",
  ]
}
