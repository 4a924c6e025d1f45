/// How the pages of a site look: as papers do, with tools beside pictures.
enum SiteStyles {
  /// The whole style sheet; no address in it leads anywhere.
  static let text = PaperStyles.text + pages + print

  private static let pages = """

    header { padding: 1.5rem 0 1rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; columns: auto; }
    nav { padding: .75rem 0; }
    nav a[aria-current] { color: var(--text); font-weight: bold; text-decoration: none; }
    main { padding-top: 1.5rem; }
    main > section { padding-top: 1.5rem; }
    [hidden] { display: none !important; }
    .quiet { color: var(--quiet); }
    .maps { list-style: none; padding: 0; display: grid; gap: 1.5rem; }
    .maps li { border-left: 4px solid var(--accent); padding: .25rem 0 .25rem 1rem; margin: 0; }
    .maps h2 { font-size: 1.3rem; margin-bottom: .35rem; }
    .maps p { margin-bottom: .25rem; }
    .tools {
      padding: .25rem 1rem; margin: 0 0 .75rem; background: var(--raised);
      border: 1px solid var(--line);
    }
    .forms {
      list-style: none; padding: 0; columns: auto; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem;
    }
    .tools details { margin: 0; }
    .fields {
      display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; padding-bottom: .75rem;
    }
    .fields > p, .fields > div:not(.field) { flex: 1 0 100%; margin: 0; }
    .field { display: flex; flex-direction: column; gap: .2rem; min-width: 0; max-width: 100%; }
    label { font-size: .92rem; }
    input, select, button {
      font: inherit; color: var(--text); background: var(--ground); border: 1px solid var(--quiet);
      border-radius: 3px; padding: .4rem .6rem; min-height: 2.5rem; max-width: 100%;
    }
    button { cursor: pointer; }
    input:focus-visible, select:focus-visible, button:focus-visible {
      outline: 3px solid var(--focus); outline-offset: 2px;
    }
    .top { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: center; margin-bottom: .75rem; }
    .top .kind { margin: 0; flex: 1 1 20rem; }
    #search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
    #search-found { flex: 1 0 100%; }
    #search-found ul { margin: .5rem 0 0; }
    .canvas { max-height: 85vh; overflow: auto; background: #ffffff; padding: 0; }
    .canvas svg { width: auto; min-width: 0; max-width: none; }
    .canvas svg:not([data-zoomed]) { max-width: 100%; min-width: min(100%, 40rem); height: auto; }
    .canvas svg a:focus-visible { outline: 3px solid #1b1b1b; outline-offset: 3px; }
    .canvas svg a:focus-visible :is(path, polygon, ellipse) { stroke: #1b1b1b; stroke-width: 4px; }
    .canvas.dragged { cursor: grabbing; user-select: none; }
    .zoom { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-bottom: .5rem; }
    .zoom p { margin: 0; font-size: .92rem; color: var(--quiet); }
    .faded { opacity: .15; }
    .doubted { opacity: .45; }
    .lit > :is(path, polygon, ellipse), .lit g > :is(path, polygon, ellipse) { stroke-width: 3px; }
    .matrix td { min-width: 7rem; }
    .matrix a { color: inherit; }
    .explanation { padding: .75rem 1rem; margin: 1rem 0; border: 1px solid var(--line); }
    .explanation h3 { margin: 0 0 .5rem; }
    .explanation > :last-child { margin-bottom: 0; }
    .explanation:target, .explanation:focus { outline: 3px solid var(--focus); outline-offset: 2px; }
    .answer { padding: .15rem .5rem; }
    dialog {
      max-width: min(46rem, 94vw); max-height: 90vh; overflow: auto; padding: 1.25rem;
      color: var(--text); background: var(--ground); border: 2px solid var(--accent);
    }
    dialog::backdrop { background: rgb(0 0 0 / .45); }
    #selection {
      position: sticky; bottom: 0; z-index: 1; padding: .75rem 1rem; background: var(--raised);
      border: 2px solid var(--accent); display: flex; flex-wrap: wrap; gap: .5rem 1rem;
      align-items: center;
    }
    #selection p { margin: 0; }
    .unsure { font-style: italic; }
    @media (prefers-reduced-motion: no-preference) {
      .faded, .doubted { transition: opacity .15s; }
    }
    @media (forced-colors: active) {
      .explanation:target, .explanation:focus { outline: 3px solid Highlight; }
    }

    """

  private static let print = """
    @media print {
      nav, .tools, .forms, .zoom, #search, #selection { display: none; }
      .canvas { max-height: none; overflow: visible; }
      .canvas svg, .canvas svg:not([data-zoomed]) {
        width: auto; height: auto; min-width: 0; max-width: 100%; max-height: 100%;
      }
      .faded, .doubted { opacity: 1; }
      figure { break-before: auto; break-after: auto; }
    }

    """
}
