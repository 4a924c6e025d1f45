import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a run of a command looked at, said and wrote, and how it ended.
struct RunRecord: Sendable, Codable {
  /// One look at a path, and the fingerprint of what was found.
  struct Look: Hashable, Sendable, Codable {
    /// Ways of looking.
    enum Kind: String, Hashable, Sendable, Codable {
      case contents
      case names
      case isFolder
      case size
    }

    let path: String
    let kind: Kind
  }

  var looks: [LookedAt]
  var said: [Terminal.Said]
  /// The files that it wrote, as it left them.
  var outputs: [String: FileStamp]
  var ending: Int32

  /// A look and what came of it.
  struct LookedAt: Hashable, Sendable, Codable {
    let look: Look
    let found: Fingerprint
  }

  /// Decodes a record; `nil` when it is none.
  static func decoded(_ data: Data?) -> RunRecord? {
    data.flatMap { try? PropertyListDecoder().decode(RunRecord.self, from: $0) }
  }

  /// The record as bytes; `nil` when it cannot be encoded.
  var encoded: Data? {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .binary
    return try? encoder.encode(self)
  }

  /// Whether every look would find the same, and every file that was written is as it was left.
  var isStillSo: Bool {
    outputs.allSatisfy { FileStamp(of: $0.key) == $0.value }
      && looks.inParallel { $0.look.found == $0.found }.allSatisfy(\.self)
  }
}

extension RunRecord.Look {
  /// The fingerprint of what is there now.
  var found: Fingerprint {
    let files = FileAccess()
    return switch kind {
    case .contents: Fingerprint(of: .contents(files.contents(of: path)))
    case .names: Fingerprint(of: .names(files.names(in: path)))
    case .isFolder: Fingerprint(of: .isFolder(files.isFolder(path)))
    case .size: Fingerprint(of: .size(files.size(of: path)))
    }
  }
}

extension Fingerprint {
  fileprivate init(of look: FileAccess.Look) {
    switch look {
    case .contents(let data): self = data.map { Fingerprint(of: $0) } ?? Fingerprint(of: ["absent"])
    case .names(let names): self.init(of: names.map { $0.sorted() } ?? ["/absent"])
    case .isFolder(let isFolder): self.init(of: [isFolder.map { String($0) } ?? "absent"])
    case .size(let size): self.init(of: [size.map { String($0) } ?? "absent"])
    }
  }
}

/// Everything that a run has looked at so far.
final class LookList: Sendable {
  private struct State {
    var found: [RunRecord.Look: Fingerprint] = [:]
    var isContradictory = false
  }

  private let state = Mutex(State())

  /// Notes a look.
  func add(_ path: String, _ look: FileAccess.Look) {
    let kind: RunRecord.Look.Kind =
      switch look {
      case .contents: .contents
      case .names: .names
      case .isFolder: .isFolder
      case .size: .size
      }
    let found = Fingerprint(of: look)
    state.withLock { state in
      let before = state.found.updateValue(found, forKey: RunRecord.Look(path: path, kind: kind))
      // What changes while it is read says nothing about what will be read the next time.
      if let before, before != found { state.isContradictory = true }
    }
  }

  /// All looks; `nil` when two of them at the same thing found something else.
  var all: [RunRecord.LookedAt]? {
    state.withLock { state in
      state.isContradictory
        ? nil : state.found.map { RunRecord.LookedAt(look: $0.key, found: $0.value) }
    }
  }
}
