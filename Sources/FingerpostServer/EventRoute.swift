import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Tells a browser of every change, for as long as it listens (server-sent events).
///
/// Source: HTML Living Standard, section 9.2, "Server-sent events".
struct EventRoute {
  let feed: ChangeFeed

  /// How often something is sent though nothing has changed, so that a browser that is gone is noticed.
  private static let pulse = Duration.seconds(15)

  func add(to router: Router<BasicRequestContext>) {
    router.get("/events") { _, _ in
      guard let changes = feed.listen() else {
        throw ServerProblem(
          .serviceUnavailable, "Too many pages listen for changes; close some of them.")
      }
      return Response(
        status: .ok,
        headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
        body: ResponseBody { writer in
          try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
          for await piece in Self.pieces(of: changes).cancelOnGracefulShutdown() {
            try await writer.write(ByteBuffer(string: piece))
          }
          try await writer.finish(nil)
        })
    }
  }

  /// What is sent: each change, and a comment now and then.
  private static func pieces(of changes: AsyncStream<ChangeFeed.Change>) -> AsyncStream<String> {
    AsyncStream(bufferingPolicy: .bufferingNewest(64)) { continuation in
      let work = Task {
        await withTaskGroup(of: Void.self) { group in
          group.addTask {
            let encoder = Answer.encoder
            for await change in changes {
              let json = (try? encoder.encode(change)).map { String(decoding: $0, as: UTF8.self) }
              continuation.yield("data: \(json ?? "{}")\n\n")
            }
          }
          group.addTask {
            while (try? await Task.sleep(for: pulse)) != nil { continuation.yield(": \n\n") }
          }
          await group.next()
          group.cancelAll()
        }
        continuation.finish()
      }
      continuation.onTermination = { _ in work.cancel() }
    }
  }
}
