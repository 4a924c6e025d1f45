/// The themes, in the order in which people want them.
public enum ThemeName: String, CaseIterable, Hashable, Sendable {
  /// Dark on white, for paper and shared screens.
  case plain
  /// Light on near black, for dark screens.
  case dark
  /// Black on white with dark lines, for people who need more contrast.
  case highContrast = "high-contrast"

  /// The theme of this name.
  public var theme: Theme {
    switch self {
    case .plain: .plain
    case .dark: Theme(palette: .dark)
    case .highContrast: Theme(palette: .highContrast)
    }
  }

  /// The least contrast of text with what it stands on.
  ///
  /// Source: <https://www.w3.org/TR/WCAG22/>, 1.4.3 and 1.4.6.
  public var textContrast: Double { self == .highContrast ? 7 : 4.5 }

  /// The least contrast of outlines and lines with every background they can stand on.
  ///
  /// Source: <https://www.w3.org/TR/WCAG22/>, 1.4.11; the theme of high contrast asks of lines what it
  /// asks of text.
  public var lineContrast: Double { self == .highContrast ? 7 : 3 }
}
