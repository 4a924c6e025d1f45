import ArgumentParser
import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Draws maps.
struct DrawCommand: AsyncParsableCommand {
  static let configuration = CommandName.draw.configuration(
    abstract: "Draw a map as pictures.",
    discussion: """
      Writes one folder a map, with one picture a view. A picture that could not be drawn leaves \
      the one from before as it was; a map with problems is not drawn until they are mended. What \
      a route or a list names but the map does not hold is drawn with a dashed outline.

      Views: \(ViewName.allCases.map(\.help).joined(separator: "; ")). A view that the map defines \
      under the id `north` is also drawn by itself, with `--view view-north`.
      """)

  @Argument(help: "Map files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String]

  @Option(name: .shortAndLong, help: "The folder to write to.", completion: .directory)
  var output = "Pictures"

  @Option(name: .shortAndLong, help: "A view to draw; all of them if none is named.")
  var view: [ViewArgument] = []

  @Option(
    name: .shortAndLong,
    help:
      "Kinds of file, separated by commas: svg, png, pdf, dot, and text for the picture in words.")
  var format = FileKinds(kinds: [.picture(.svg), .picture(.pdf), .text])

  @Option(
    name: .customLong("on"),
    help: "The date to draw for, such as 2026-11-21; the map's own otherwise.")
  var date: CalendarDate?

  func run() async throws {
    let terminal = Terminal()
    var ending = Ending.fine
    var jobs: [Job] = []
    var folders: [String: String] = [:]
    for document in paths.flatMap({ MapReader().read(path: $0) }) {
      for diagnostic in document.diagnostics { terminal.report(diagnostic) }
      guard let map = document.map, document.isSound else {
        terminal.note("\(document.files[0]): not drawn; mend the problems above and draw again")
        ending = max(ending, document.ending)
        continue
      }
      if let other = folders.updateValue(document.files[0], forKey: map.id.rawValue) {
        terminal.note(
          "\(document.files[0]): not drawn, because \(other) has the id `\(map.id)` too; give one "
            + "of them another `id:`")
        ending = max(ending, .unsound)
        continue
      }
      let standards = Standards(asked: []).profiles(for: document)
      for diagnostic in standards.diagnostics { terminal.report(diagnostic) }
      let setting = ViewSetting(date: date ?? map.asOf, profiles: standards.profiles)
      for asked in view.isEmpty ? ViewName.allCases.map({ ViewArgument($0) }) : view {
        switch asked.name.view.pages(of: map, in: setting) {
        case .pages(let diagrams):
          let pages = diagrams.filter { asked.page == nil || $0.name == asked.page }
          jobs += pages.map { Job(map: map.id.rawValue, diagram: $0) }
          if let page = asked.page, pages.isEmpty {
            terminal.note(
              "\(document.files[0]): no \(page) picture: the map defines "
                + diagrams.map(\.name).joined(separator: ", "))
          }
        case .nothing(let reason):
          if !view.isEmpty {
            terminal.note(
              "\(document.files[0]): no \(asked.name) picture: \(setting.words(reason))")
          }
        }
      }
    }
    ending = max(ending, await draw(jobs, terminal))
    try ending.end()
  }

  // MARK: - Drawing

  /// One picture to draw.
  private struct Job: Sendable {
    let map: String
    let diagram: Diagram
  }

  /// How many pictures make another worker worth its start; measured, the figure is about 4.
  private static let picturesPerWorker = 4

  private func draw(_ jobs: [Job], _ terminal: Terminal) async -> Ending {
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let workers = min(cores, 1 + jobs.count / (Self.picturesPerWorker + 1))
    let renderer = WorkerRenderer(path: OwnProgram.path, workers: workers)
    var ending = Ending.fine
    var done = 0
    var warnings: Set<String> = []
    await withTaskGroup(of: (Job, Result<Drawing, DrawingError>).self) { group in
      // Twice as many at a time as there are workers, so that none waits while this program is at
      // work on its picture; not all, so that what is drawn does not pile up in memory.
      var waiting = jobs[...]
      func next() {
        guard let job = waiting.popFirst() else { return }
        group.addTask { (job, await renderer.result(of: job.diagram, format.pictures)) }
      }
      for _ in 0..<(2 * workers) { next() }
      for await (job, result) in group {
        next()
        done += 1
        terminal.progress("Drawing: \(done) of \(jobs.count), \(job.map)/\(job.diagram.name)")
        switch result {
        case .success(let drawing):
          for warning in drawing.warnings where warnings.insert(warning).inserted {
            terminal.note("warning: \(warning)")
          }
          ending = max(ending, write(drawing, job, terminal))
        case .failure(let error):
          terminal.note("\(job.map): \(error)")
          ending = max(ending, .undrawn)
        }
      }
    }
    terminal.clearProgress()
    return ending
  }

  private func write(_ drawing: Drawing, _ job: Job, _ terminal: Terminal) -> Ending {
    if case .tooSmall(let points, let nodes) = drawing.page.fit {
      let size = Double(Int(points * 10)) / 10
      terminal.note(
        "\(job.map): the \(job.diagram.name) picture is not written. It would show \(nodes) boxes, and on "
          + "a sheet of A3 its smallest text would print at \(size) points; people can read 8 "
          + "points and more, which is about 40 boxes. Draw a smaller map: one for each area, or "
          + "for each level of intensity.")
      return .undrawn
    }
    let folder = output + "/" + job.map
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      terminal.note("\(folder): this folder cannot be made; check that you may write there")
      return .undrawn
    }
    var ending = Ending.fine
    for kind in format.kinds {
      let bytes: [UInt8]
      switch kind {
      case .picture(let format):
        guard let file = drawing.files[format] else { continue }
        bytes = file
      case .text: bytes = Array(job.diagram.textEquivalent.utf8)
      }
      let path = "\(folder)/\(job.diagram.name).\(kind.ending)"
      do throws(AtomicFile.WritingError) {
        try AtomicFile(path: path).write(bytes)
        terminal.result(path)
      } catch {
        terminal.note("\(error)")
        ending = .undrawn
      }
    }
    for remark in drawing.remarks { terminal.note("\(job.map)/\(job.diagram.name): \(remark)") }
    return ending
  }
}

extension WorkerRenderer {
  fileprivate func result(
    of diagram: Diagram, _ formats: [OutputFormat]
  ) async -> Result<Drawing, DrawingError> {
    do throws(DrawingError) {
      return .success(try await draw(diagram, as: formats))
    } catch {
      return .failure(error)
    }
  }
}

/// The kinds of file that a picture is written as.
struct FileKinds: ExpressibleByArgument, Hashable, Sendable {
  /// One kind of file.
  enum Kind: Hashable, Sendable {
    case picture(OutputFormat)
    /// The picture in words.
    case text

    /// What its file's name ends in.
    var ending: String {
      switch self {
      case .picture(let format): format.rawValue
      case .text: "md"
      }
    }
  }

  var kinds: [Kind]

  var pictures: [OutputFormat] {
    kinds.compactMap { if case .picture(let format) = $0 { format } else { nil } }
  }

  init(kinds: [Kind]) { self.kinds = kinds }

  init?(argument: String) {
    kinds = []
    for word in argument.split(separator: ",").map({ String($0) }) {
      if word == "text" {
        kinds.append(.text)
      } else if let format = OutputFormat(rawValue: word) {
        kinds.append(.picture(format))
      } else {
        return nil
      }
    }
    if kinds.isEmpty { return nil }
  }

  var defaultValueDescription: String {
    kinds.map { if case .picture(let format) = $0 { format.rawValue } else { "text" } }
      .joined(separator: ",")
  }
}
