import FingerpostAnalysis
package import FingerpostDiagrams
package import FingerpostFormats
package import FingerpostModel
import FingerpostRules

/// What maps are drawn with: their standards, and, for views that show it, what rules found and which
/// families find help.
package struct ViewSettings {
  /// The date to draw for; `nil` for each map's own.
  package let date: CalendarDate?
  /// The looks.
  package let theme: Theme
  /// What is said in.
  package let words: MapWords
  /// Whom the pictures are for.
  package let audience: Audience
  /// The views that will be drawn; what none of them uses is not worked out.
  package let views: [ViewName]

  private let standards: Standards

  /// Prepares settings.
  ///
  /// - Parameters:
  ///   - date: The date to draw for; `nil` for each map's own.
  ///   - theme: The looks.
  ///   - words: What is said in.
  ///   - audience: Whom the pictures are for.
  ///   - views: The views that will be drawn.
  ///   - files: How the standards of places are looked for.
  package init(
    date: CalendarDate?, theme: Theme, words: MapWords, audience: Audience, views: [ViewName],
    files: FileAccess
  ) {
    (self.date, self.theme, self.words) = (date, theme, words)
    (self.audience, self.views) = (audience, views)
    standards = Standards(asked: [], files: files)
  }

  /// Makes the setting of a map.
  ///
  /// Without a date, from the map or anybody else, nothing is found out that depends on one.
  ///
  /// - Returns: The map as the audience is shown it; the setting, or `nil` when the words that the
  ///   map names cannot be read; and what is wrong with them and with the map's standards.
  /// - Complexity: That of a check and of coverage, where a view uses them.
  package func setting(
    for map: SystemMap, of document: MapDocument, family: FamilyQuestion? = nil
  ) -> (map: SystemMap, setting: ViewSetting?, diagnostics: [Diagnostic]) {
    let (profiles, problems) = standards.profiles(for: document)
    let said = words.words(for: document)
    let diagnostics = problems + said.diagnostics
    let shown = map.shown(to: audience, smallestCount: profiles.smallestPublicCount)
    guard let words = said.words else { return (shown, nil, diagnostics) }
    var setting = ViewSetting(
      theme: theme, words: words, date: date ?? map.asOf, profiles: profiles,
      audience: audience, family: family)
    guard let day = setting.date else { return (shown, setting, diagnostics) }
    let uses = views.map(\.view)
    if uses.contains(where: \.usesFindings) {
      setting.findings =
        RuleChecker(profiles: profiles, on: day)
        .check(
          map, diagnostics: document.diagnostics.map { $0.told(to: audience) }, for: audience
        ).findings
    }
    if uses.contains(where: \.usesCoverage) { setting.coverage = try? Coverage(of: shown, on: day) }
    return (shown, setting, diagnostics)
  }
}

extension ViewSetting {
  /// Lets services lead to their cards, where a map has them.
  ///
  /// - Parameters:
  ///   - map: The map as the audience is shown it.
  ///   - address: Where the card of a service is, which has the name of a page as well.
  package mutating func linkCards(
    of map: SystemMap, at address: @escaping @Sendable (Service.ID, String) -> String
  ) {
    let cards = Set(CardView().pages(of: map, in: self).diagrams.map(\.name))
    card = { service in
      let page = CardView.pageName(of: service)
      return cards.contains(page) ? address(service, page) : nil
    }
  }
}
