import Foundation

/// Whether the tests run with the full figures, as `make soak` asks for, and not with those that take
/// little time.
public let isSoak = ProcessInfo.processInfo.environment["FINGERPOST_SOAK"] == "1"
