import FingerpostDiagrams
package import FingerpostFormats
package import FingerpostModel
import GraphvizRendering

extension PaperPreparation {
  /// A picture of a map as it would be, or why there is none.
  package struct Preview: Sendable {
    /// The picture as an SVG file; `nil` for none.
    package let svg: String?
    /// Why there is none, or what it does not show.
    package let remark: String?
  }

  /// Every view with the question that it answers.
  package static func views(in words: Words) -> [(name: String, question: String)] {
    ViewName.allCases.map { ($0.rawValue, words($0.view.question)) }
  }

  /// Draws one page of a view, that which shows an element if there is one.
  ///
  /// Links in it lead nowhere, since it stands beside a form.
  ///
  /// - Parameters:
  ///   - view: The name of the view.
  ///   - document: The map with its problems.
  ///   - map: The same.
  ///   - element: What the picture is about, such as the id of a service.
  /// - Returns: The picture; `nil` when there is no such view.
  package func preview(
    _ view: String, of document: MapDocument, _ map: SystemMap, about element: String?
  ) async -> Preview? {
    guard let name = ViewName(rawValue: view) else { return nil }
    let settings = ViewSettings(
      date: date.day(for: map), theme: theme, words: words, audience: audience, views: [name],
      files: files)
    let (shown, made, problems) = settings.setting(for: map, of: document)
    guard let setting = made else {
      return Preview(svg: nil, remark: problems.first.map { "\($0)" })
    }
    let diagrams: [Diagram]
    switch name.view.pages(of: shown, in: setting) {
    case .pages(let pages): diagrams = pages
    case .nothing(let reason):
      return Preview(svg: nil, remark: "There is nothing to draw: \(setting.words(reason)).")
    }
    let card = element.map { CardView.pageName(of: Service.ID($0)) }
    guard
      let diagram = diagrams.first(where: { $0.name == card })
        ?? diagrams.first(where: { page in page.nodes.contains { $0.id == element } })
        ?? diagrams.first
    else { return Preview(svg: nil, remark: nil) }
    let arranged = KeptLayout(of: document, files: files).arrangement(isAfresh: false)
    switch await PictureQueue(of: [diagram], cache: nil).result(of: diagram, [.svg], arranged) {
    case .failure(let error):
      return Preview(svg: nil, remark: setting.words.said("\(error)"))
    case .success(let set):
      let first = set.pictures.first
      let svg = first?.drawing.files[.svg].map { String(decoding: $0, as: UTF8.self) }
      return Preview(
        svg: svg,
        remark: set.pictures.count > 1
          ? "This is the first of \(set.pictures.count) pages." : nil)
    }
  }
}
