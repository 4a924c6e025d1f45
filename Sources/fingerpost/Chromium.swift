import GraphvizRendering
import Subprocess
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The web browser that prints papers: Chromium, or Chrome, which is made of it.
struct Chromium: Sendable {
  /// Where its program is.
  let path: String

  /// Why a paper was not printed.
  struct PrintingError: Error, CustomStringConvertible {
    let description: String
  }

  /// What its program is called on different systems.
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
  ]
  /// Where it is on macOS, whose applications are not on the PATH.
  private static let applications = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ]
  /// How long it may take for one paper, in seconds.
  private static let timeLimit = 120

  /// The first that is installed; `nil` when none is.
  static func installed() -> Chromium? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates =
      names.flatMap { name in folders.map { "\($0)/\(name)" } } + applications
    return candidates.first { access($0, X_OK) == 0 }.map { Chromium(path: $0) }
  }

  /// Prints an HTML file as PDF, with its structure for people who listen to it.
  ///
  /// It works in a folder of its own, which is removed afterwards, and reaches no network. Its sandbox
  /// is off only for the administrator (root), for whom Chromium has none.
  func print(_ file: String) async throws(PrintingError) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "fingerpost-print-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw PrintingError(description: "no folder can be made among the system's temporary files")
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appending(path: "paper.pdf")
    let arguments =
      [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
        "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--user-data-dir=\(folder.appending(path: "profile").path)",
        "--no-pdf-header-footer", "--generate-pdf-document-outline",
        "--print-to-pdf=\(output.path)",
      ] + (geteuid() == 0 ? ["--no-sandbox"] : [])
      + [URL(filePath: file).absoluteString]
    try await run(arguments, in: folder.path)
    guard let data = FileManager.default.contents(atPath: output.path), !data.isEmpty else {
      throw PrintingError(description: "\(path) ended without a PDF")
    }
    return [UInt8](data)
  }

  private func run(_ arguments: [String], in folder: String) async throws(PrintingError) {
    let deadline = Deadline()
    let status: TerminationStatus
    do {
      let outcome = try await Subprocess.run(
        .path(FilePath(path)), arguments: Arguments(arguments),
        workingDirectory: FilePath(folder), input: .none, output: .discarded, error: .discarded
      ) { execution in
        let timer = Task {
          try await Task.sleep(for: .seconds(Self.timeLimit))
          deadline.isOver.withLock { $0 = true }
          try? execution.send(signal: .kill)
        }
        return timer
      }
      outcome.closureResult.cancel()
      status = outcome.terminationStatus
    } catch {
      throw PrintingError(description: "\(path) could not be started: \(error)")
    }
    if deadline.isOver.withLock({ $0 }) {
      throw PrintingError(description: "\(path) took longer than \(Self.timeLimit) seconds")
    }
    guard case .exited(0) = status else {
      throw PrintingError(description: "\(path) broke off (\(status))")
    }
  }
}

/// Whether the time of a process is over.
private final class Deadline: Sendable {
  let isOver = Mutex(false)
}
