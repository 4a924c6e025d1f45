import FingerpostDiagrams
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Testing

struct `A machine on which something is missing` {
  /// The worker with a variable of its environment set.
  private func worker(_ variable: String, in folder: TemporaryFolder) throws -> String {
    let script = try folder.write(
      "#!/bin/sh\n\(variable)\nexport GVBINDIR FONTCONFIG_FILE\nexec '\(Program.fingerpost.path)' \"$@\"\n",
      to: "worker")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    return script
  }

  @Test func `without plug-ins says what to install`() async throws {
    let folder = try TemporaryFolder()
    let renderer = WorkerRenderer(path: try worker("GVBINDIR=/nonexistent", in: folder))
    let error = await #expect(throws: DrawingError.self) {
      try await renderer.draw(SampleDiagrams.board, as: [.svg])
    }
    #expect(error?.reason == .graphviz(.engineMissing("dot")))
    #expect(error?.description.contains("'apt-get install graphviz libgraphviz-dev'") == true)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/fonts/truetype/dejavu")))
  func `without the font draws and says so`() async throws {
    let folder = try TemporaryFolder()
    let fonts = try folder.write(
      """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
      <fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir></fontconfig>
      """, to: "fonts.conf")
    let renderer = WorkerRenderer(path: try worker("FONTCONFIG_FILE='\(fonts)'", in: folder))
    let drawing = try await renderer.draw(SampleDiagrams.board, as: [.svg])
    #expect(drawing.warnings.count == 1)
    #expect(drawing.warnings.first?.contains("'apt-get install fonts-liberation'") == true)
  }
}
