import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A server of a folder of maps for the person at this computer: their pages, live, and an interface
/// for programs.
package struct FingerpostServer: Sendable {
  /// The folder.
  package let folder: MapFolder
  /// The port of this computer on which it answers.
  package let port: Int

  /// Serves a folder on a port.
  package init(folder: MapFolder, port: Int) {
    self.folder = folder
    self.port = port
  }

  /// The most connections at a time; others wait.
  private static let mostConnections = 256
  /// For how long a connection may say nothing.
  private static let patience = TimeAmount.seconds(30)

  /// Answers until the task is cancelled or the program is asked to stop.
  ///
  /// - Parameter started: What to do as soon as requests are answered.
  /// - Throws: When the port cannot be had.
  package func run(started: @escaping @Sendable () async -> Void) async throws {
    var logger = Logger(label: "fingerpost-server")
    logger.logLevel = .error
    let router = Router(context: BasicRequestContext.self)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: HostGuard(port: port))
    EventRoute(feed: folder.feed).add(to: router)
    let api = APIRoutes(folder: folder)
    api.add(to: router)
    ChangeRoutes(api: api, edits: MapEdits(folder: folder)).add(to: router.group("api"))
    PageRoutes(folder: folder).add(to: router)
    let application = Application(
      router: router,
      server: .http1(
        configuration: .init(
          idleTimeout: Self.patience,
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        // The loopback address only: nobody else's computer can reach it.
        address: .hostname("127.0.0.1", port: port),
        serverName: nil,
        availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
      onServerRunning: { _ in await started() }, logger: logger)
    do {
      try await application.runService()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw PortTaken(port: port)
    }
  }

  /// Another program answers on the port.
  package struct PortTaken: Error, CustomStringConvertible {
    /// The port.
    package let port: Int

    /// What to do about it.
    package var description: String {
      "port \(port) is taken by another program; name another with --port"
    }
  }
}
