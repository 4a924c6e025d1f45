import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Testing

struct `A file that is replaced as a whole` {
  @Test func `holds the new bytes and leaves nothing beside it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "picture.svg")
    for text in ["first", "second, which is longer", ""] {
      try AtomicFile(path: path).write(Array(text.utf8))
      #expect(try folder.contents(of: "picture.svg") == Array(text.utf8))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["picture.svg"])
  }

  @Test func `stays as it was when it cannot be written`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a file", to: "file")
    let inFile = AtomicFile(path: folder.path(of: "file/picture.svg"))
    let inNothing = AtomicFile(path: folder.path(of: "none/picture.svg"))
    #expect(throws: AtomicFile.WritingError.self) { try inFile.write([1]) }
    let error = #expect(throws: AtomicFile.WritingError.self) { try inNothing.write([1]) }
    #expect(error?.reason == "the folder does not exist")
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "taken/full"), withIntermediateDirectories: true)
    #expect(throws: AtomicFile.WritingError.self) {
      try AtomicFile(path: folder.path(of: "taken")).write([1])
    }
    #expect(
      try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["file", "taken"])
  }

  @Test func `stays as somebody has changed it since it was read`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("as it was read", to: "map.yaml")
    try AtomicFile(path: path).write([1], inPlaceOf: Array("as it was read".utf8))
    let error = #expect(throws: AtomicFile.WritingError.self) {
      try AtomicFile(path: path).write([2], inPlaceOf: Array("as it was read".utf8))
    }
    #expect(error?.reason.contains("changed since it was read") == true)
    #expect(try folder.contents(of: "map.yaml") == [1])
  }

  @Test func `stays as it was when the disk is full`() async throws {
    let folder = try TemporaryFolder()
    let mounted = try await Program(path: "mount").run(
      ["-t", "tmpfs", "-o", "size=64k", "none", folder.path])
    guard mounted.exitCode == 0 else {
      print("Skipped: this machine does not let the tests mount a small disk.")
      return
    }
    do {
      let path = try folder.write("old", to: "picture.svg")
      let error = #expect(throws: AtomicFile.WritingError.self) {
        try AtomicFile(path: path).write([UInt8](repeating: 1, count: 200_000))
      }
      #expect(error?.reason == "the disk is full")
      #expect(try folder.contents(of: "picture.svg") == Array("old".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["picture.svg"])
    }
    #expect(try await Program(path: "umount").run([folder.path]).exitCode == 0)
  }
}
