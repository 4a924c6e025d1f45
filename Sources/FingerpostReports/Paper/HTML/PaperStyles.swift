/// How papers look, on screens and on paper.
enum PaperStyles {
  /// The whole style sheet; no address in it leads anywhere.
  static let text = screen + print

  /// Colours are for contrast of 4.5 to 1 at least, text on its ground and signs alike.
  private static let screen = """

    :root {
      color-scheme: light dark;
      --ground: #ffffff; --raised: #f3f5f7; --text: #1b1f23; --quiet: #4a5259;
      --line: #c4cad0; --accent: #0b4f8a; --focus: #8a3b00;
      --good: #1c5d33; --good-ground: #e8f3ec; --watch: #6b4a00; --watch-ground: #fdf3d8;
      --bad: #8c1c13; --bad-ground: #fbe9e7; --unsaid: #3f4750; --unsaid-ground: #eceff2;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #15181b; --raised: #1f2429; --text: #eceff1; --quiet: #b7c0c8;
        --line: #48525b; --accent: #8cc4f5; --focus: #ffb37a;
        --good: #9ddcb3; --good-ground: #17301f; --watch: #f1cf7c; --watch-ground: #342a10;
        --bad: #f6a9a2; --bad-ground: #3c1a17; --unsaid: #c5cdd4; --unsaid-ground: #2a3037;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body {
      margin: 0 auto; padding: 0 1rem 4rem; max-width: 90rem;
      background: var(--ground); color: var(--text);
      font: 1.0625rem/1.55 Arial, "Liberation Sans", Helvetica, sans-serif;
      overflow-wrap: break-word;
    }
    h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; }
    h1 { font-size: clamp(1.6rem, 4vw, 2.4rem); margin: 0 0 1rem; }
    h2 { font-size: 1.6rem; margin: 0 0 1rem; }
    h3 { font-size: 1.2rem; margin: 2rem 0 .75rem; }
    h4 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
    p, ul, ol, dl { margin: 0 0 1rem; }
    p, li { max-width: 46rem; }
    li { margin-bottom: .35rem; }
    a { color: var(--accent); text-underline-offset: .15em; }
    a:focus-visible, summary:focus-visible, [tabindex]:focus-visible {
      outline: 3px solid var(--focus); outline-offset: 2px;
    }
    main:focus { outline: none; }
    code { font-family: "Liberation Mono", Consolas, monospace; font-size: .9em; }
    header { padding: 2.5rem 0 1.25rem; border-bottom: 4px solid var(--accent); }
    header p { margin-bottom: .35rem; color: var(--quiet); }
    header .kind { font-size: 1.1rem; font-weight: bold; color: var(--accent); }
    .skip { position: absolute; left: -100rem; padding: .75rem 1rem; background: var(--ground); }
    .skip:focus { left: 1rem; top: 1rem; z-index: 2; }
    nav { padding: 1.5rem 0; border-bottom: 1px solid var(--line); }
    nav h2 { font-size: 1.1rem; margin-bottom: .5rem; }
    nav ul { list-style: none; padding: 0; margin: 0; }
    nav ul ul { padding-left: 1rem; font-size: .9em; }
    nav li { margin: 0; break-inside: avoid; }
    nav a { display: inline-block; padding: .2rem 0; }
    main > section { padding-top: 2.5rem; }
    .remark, .detail { color: var(--quiet); font-size: .92em; }
    .detail { margin: .15rem 0 .5rem; }
    .figures { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); }
    .figures div {
      display: flex; flex-direction: column-reverse; justify-content: flex-end;
      padding: 1rem 1.25rem; background: var(--raised); border-left: 4px solid var(--accent);
    }
    .figures dd { margin: 0; font-size: 1.75rem; font-weight: bold; line-height: 1.2; }
    .figures dt { color: var(--quiet); font-size: .92em; }
    #summary > .figures + p { font-size: 1.15rem; max-width: 46rem; }
    #summary ol > li { padding-left: .35rem; }
    .wide, .canvas { overflow-x: auto; margin: 0 0 1.5rem; }
    .wide { position: relative; }
    table { border-collapse: collapse; width: 100%; font-size: 1rem; }
    .columns-3 { min-width: 30rem; }
    .columns-4 { min-width: 46rem; }
    caption { text-align: left; font-weight: bold; padding: 0 0 .5rem; }
    .unseen {
      position: absolute; width: 1px; height: 1px; margin: 0; padding: 0; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap;
    }
    thead th:last-child { min-width: 8em; }
    th, td {
      text-align: left; vertical-align: top; padding: .55rem .75rem;
      border-bottom: 1px solid var(--line);
    }
    thead th { border-bottom: 2px solid var(--text); background: var(--raised); }
    tbody th { font-weight: normal; }
    td p, th p { margin: 0 0 .35rem; }
    .mark { font-weight: bold; }
    .good { color: var(--good); background: var(--good-ground); }
    .watch, .partly { color: var(--watch); background: var(--watch-ground); }
    .bad { color: var(--bad); background: var(--bad-ground); }
    .unsaid { color: var(--unsaid); background: var(--unsaid-ground); }
    figure { margin: 2rem 0 0; }
    figcaption h3 { margin-top: 0; }
    .canvas {
      border: 1px solid var(--line); padding: .5rem; margin-bottom: .5rem;
    }
    .canvas svg {
      display: block; height: auto; width: min(100%, var(--width));
      min-width: min(var(--width), 58rem); forced-color-adjust: none;
    }
    details { margin: 0 0 2rem; }
    summary { cursor: pointer; padding: .5rem 0; color: var(--accent); font-weight: bold; }
    .undrawn p { padding: .75rem 1rem; color: var(--bad); background: var(--bad-ground); }
    @media (min-width: 48rem) {
      body { padding: 0 2.5rem 4rem; }
      nav > ul { columns: 2; column-gap: 3rem; }
    }
    @media (forced-colors: active) {
      .figures div, .good, .bad, .watch, .partly, .unsaid { border: 1px solid CanvasText; }
    }

    """

  /// Each picture is alone on a sheet of its own.
  ///
  /// What it shows is not printed in words as well, which would double the paper: whoever reads on
  /// paper sees it, and whoever listens has the file itself.
  private static let print = """
    @page { size: A4 portrait; margin: 18mm 16mm; }
    \(PaperSheet.allCases.map(page).joined(separator: "\n"))
    @media print {
      :root {
        color-scheme: light;
        --ground: #ffffff; --raised: #f3f5f7; --text: #000000; --quiet: #3d444b;
        --line: #a9b1b9; --accent: #0b4f8a;
        --good: #1c5d33; --good-ground: #e8f3ec; --watch: #6b4a00; --watch-ground: #fdf3d8;
        --bad: #8c1c13; --bad-ground: #fbe9e7; --unsaid: #3f4750; --unsaid-ground: #eceff2;
      }
      body {
        padding: 0; max-width: none; font-size: 10.5pt; line-height: 1.4;
        print-color-adjust: exact; -webkit-print-color-adjust: exact;
      }
      .skip { display: none; }
      header { padding-top: 0; }
      h1 { font-size: 22pt; }
      h2 { font-size: 16pt; }
      h3 { font-size: 12.5pt; }
      h1, h2, h3, h4, caption, summary { break-after: avoid; }
      p, li { orphans: 3; widows: 3; max-width: none; }
      nav > ul { columns: 2; }
      main > section { padding-top: 8mm; }
      #board { break-before: page; padding-top: 0; }
      .figures { grid-template-columns: repeat(4, 1fr); gap: 3mm; }
      .figures div { padding: 3mm; }
      .figures dd { font-size: 16pt; }
      #summary > .figures + p { font-size: 11.5pt; }
      .wide, .canvas { overflow: visible; }
      table { font-size: 9.5pt; min-width: 0; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      th, td { padding: 1.5mm 2mm; }
      figure { margin: 0; break-before: page; break-after: page; break-inside: avoid; }
      figcaption h3 {
        margin: 0; height: \(PaperSheet.headingHeight)mm; font-size: 9pt; line-height: 11pt;
        overflow: hidden; white-space: nowrap; text-overflow: ellipsis;
      }
      .canvas { border: 0; padding: 0; margin: 0; }
      .canvas svg { margin: 0 auto; min-width: 0; width: var(--printed); }
      details::details-content { content-visibility: visible; block-size: auto; }
      details.words:not([open]) { display: none; }
      details.words { font-size: 8.5pt; line-height: 1.35; }
      details.words h4 { font-size: 9.5pt; margin: 3mm 0 1mm; }
      details.words > ul { columns: 2; column-gap: 6mm; }
      details.words ul ul li { break-inside: avoid; }
      .pictured { padding-top: 0; }
      .pictured > h2 {
        position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden;
        clip-path: inset(50%);
      }
      details.words ul ul { padding-left: 4mm; }
      summary { list-style: none; }
    }

    """

  /// The page of a sheet.
  private static func page(of sheet: PaperSheet) -> String {
    let (width, height) = sheet.millimetres
    return """
      @page \(sheet.rawValue) { size: \(width)mm \(height)mm; margin: \(PaperSheet.margin)mm; }
      @media print { .\(sheet.rawValue) { page: \(sheet.rawValue); } }
      """
  }
}
