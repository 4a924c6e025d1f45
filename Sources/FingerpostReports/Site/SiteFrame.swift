import FingerpostModel

/// What every page of a site has around its content.
struct SiteFrame {
  let words: Words
  /// The way from the page to the folder of the site, such as `../`.
  let root: String
  /// What stands behind the page.
  let host: SiteHost

  /// What a page may load: its own styles and scripts, and nothing from elsewhere.
  ///
  /// Browsers take it from the page itself, so it holds after a double click as well.
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    + "base-uri 'none'; form-action 'none'"

  /// A whole page.
  ///
  /// - Parameters:
  ///   - title: What the window is called.
  ///   - header: What stands at its top.
  ///   - content: What it says.
  ///   - scripts: Scripts that it needs beside that of the site, by their addresses.
  /// - Returns: The page as text.
  func page(
    _ title: String, header: [HTMLElement], content: [HTMLElement], scripts: [String] = []
  ) -> String {
    let head = HTMLTag.head {
      HTMLTag.meta(HTMLAttribute("charset", "utf-8"))
      HTMLTag.meta(
        HTMLAttribute("http-equiv", "Content-Security-Policy"),
        HTMLAttribute("content", Self.policy))
      HTMLTag.meta(
        HTMLAttribute("name", "viewport"),
        HTMLAttribute("content", "width=device-width, initial-scale=1"))
      HTMLTag.meta(
        HTMLAttribute("name", "color-scheme"), HTMLAttribute("content", "light dark"))
      HTMLTag.meta(
        HTMLAttribute("name", "referrer"), HTMLAttribute("content", "no-referrer"))
      HTMLTag.title { title }
      HTMLTag.link(
        HTMLAttribute("rel", "stylesheet"), HTMLAttribute("href", "\(root)site.css"))
      // A classic script, since browsers load no module after a double click.
      for script in ["\(root)site.js"] + scripts + (host.isLive ? ["\(root)live.js"] : []) {
        HTMLTag.script(HTMLAttribute("src", script), HTMLAttribute("defer", ""))
      }
    }
    let lost = host.isLive ? [HTMLAttribute("data-lost", words(.serverLost))] : []
    let skip = HTMLTag.a(.style(class: "skip"), .leads(to: .anchor("content"))) {
      words(.skipToContent)
    }
    let body = HTMLElement.element(
      .body, [HTMLAttribute("data-root", root)] + lost,
      [skip] + header + [HTMLTag.main(.id("content"), HTMLAttribute("tabindex", "-1")) { content }])
    var text = "<!DOCTYPE html>\n"
    HTMLElement.element(.html, [HTMLAttribute("lang", words.language)], [head, body])
      .write(to: &text)
    return text
  }

  /// The field that searches all maps; there is none where no script runs.
  var search: HTMLElement {
    HTMLTag.form(.id("search"), .role("search"), HTMLAttribute("hidden", "")) {
      HTMLTag.label(HTMLAttribute("for", "search-words")) { words(.siteSearch) }
      HTMLTag.input(
        .id("search-words"), HTMLAttribute("type", "search"), HTMLAttribute("autocomplete", "off"),
        HTMLAttribute("aria-controls", "search-found"))
      HTMLTag.div(.id("search-found"), HTMLAttribute("aria-live", "polite"))
    }
  }
}
