import ArgumentParser
import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import GraphvizRendering

/// The file of a picture of what changed between two versions of a map; a picture of several pages is
/// `FILE`, which is an overview, and `FILE-page-1` and so on beside it.
struct ChangePicture: Sendable {
  /// The name of the file.
  let path: String
  private let format: OutputFormat

  /// The help of the option that names one.
  static let help: ArgumentHelp = """
    Draw what is new, gone and changed, too, into this file, which ends in .svg, .pdf or .png.
    """

  /// Reads the name of a file from the command line.
  init(_ argument: String) throws {
    let path = try String(path: argument)
    let formats: [OutputFormat] = [.svg, .pdf, .png]
    guard let format = formats.first(where: { path.hasSuffix(".\($0.rawValue)") }),
      !path.hasSuffix("/.\(format.rawValue)"), path != ".\(format.rawValue)"
    else {
      throw ValidationError("`\(argument)` does not end in .svg, .pdf or .png, as a picture does.")
    }
    (self.path, self.format) = (path, format)
  }

  /// The name of the file without its ending.
  private var stem: String { String(path.dropLast(format.rawValue.count + 1)) }

  /// Draws a picture and writes it; what goes wrong is told, and leaves what was there.
  ///
  /// What both versions have stands where the earlier one has it: in its layout file, or else in a
  /// fresh picture of it.
  ///
  /// - Parameters:
  ///   - picture: What is drawn.
  ///   - setting: What it is drawn with.
  ///   - layouts: The layout files beside the versions; the first that there is holds the picture still.
  ///   - terminal: Where files and problems are told.
  /// - Returns: How it ended.
  func write(
    _ picture: DifferencePicture, in setting: ViewSetting, heldBy layouts: [KeptLayout],
    _ terminal: Terminal
  ) async -> Ending {
    guard case .pages(let pages) = picture.pages(in: setting), var diagram = pages.first else {
      if case .nothing(let reason) = picture.pages(in: setting) {
        terminal.note("\(path): no picture, because \(setting.words(reason))")
      }
      return .fine
    }
    // Pages are linked by the names of their files.
    diagram.name = stem.split(separator: "/").last.map(String.init) ?? stem
    diagram.pageNaming = Diagram.PageNaming(before: "", after: ".\(format.rawValue)")
    let kept = layouts.lazy.compactMap(\.lock)
      .map { $0.renamed("system", to: diagram.name) }.first { !$0.isEmpty }
    let earlier = kept == nil ? picture.earlier(in: setting) : nil
    let queue = PictureQueue(of: [diagram] + [earlier].compactMap(\.self), cache: nil)
    var lock = kept ?? LayoutLock()
    if var earlier {
      earlier.name = diagram.name
      // Without it the picture is arranged for itself.
      if case .success(let set) = await queue.result(of: earlier, [], .fresh) {
        for part in set.pictures { lock.keep(part.drawing) }
      }
    }
    switch await queue.result(of: diagram, [format], lock.isEmpty ? .fresh : .held(lock)) {
    case .failure(let error):
      terminal.note("\(path): \(error)")
      return .undrawn
    case .success(let set): return write(set, terminal)
    }
  }

  private func write(_ set: PictureSet, _ terminal: Terminal) -> Ending {
    for warning in set.first.drawing.warnings { terminal.note("warning: \(warning)") }
    guard set.illegible == nil else {
      terminal.note(
        "\(path): not written, because on a sheet of A3 its smallest text could not be read. Shorten "
          + "the longest names.")
      return .undrawn
    }
    if !set.pages.isEmpty {
      terminal.note(
        "\(path): one page cannot show this legibly, so it is an overview, and "
          + "\(stem)-page-1.\(format.rawValue) to \(stem)-page-\(set.pages.count).\(format.rawValue) are "
          + "its pages")
    }
    // The overview comes last, so that it never names a page that is not there.
    let named = set.pages.enumerated().map { place, page in
      ("\(stem)-page-\(place + 1).\(format.rawValue)", page)
    }
    for (path, part) in named + [(path, set.first)] {
      for remark in part.drawing.remarks { terminal.note("\(path): \(remark)") }
      guard let bytes = part.drawing.files[format] else { continue }
      do throws(AtomicFile.WritingError) {
        try AtomicFile(path: path).write(bytes)
        terminal.note("\(path): written")
      } catch {
        terminal.note("\(error)")
        return .undrawn
      }
    }
    return .fine
  }
}
