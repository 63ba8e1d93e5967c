internal import Glibc

extension Timestamp {
  /// The moment that the system's clock shows.
  public static func now() -> Timestamp { Timestamp(secondsSinceEpoch: time(nil)) }
}
