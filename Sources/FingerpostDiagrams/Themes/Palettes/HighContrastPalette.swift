extension Palette {
  /// Black on white, every line dark: for people who need more contrast, poor printers and projectors.
  static let highContrast = Palette(
    paper: Diagram.Paper(background: "#ffffff", text: "#000000", quietText: "#1f1f1f"),
    group: Tone(fill: "#f2f2f2", outline: "#000000"),
    nhs: Tone(fill: "#cbe0fd", outline: "#052487"),
    localAuthority: Tone(fill: "#bfdfd4", outline: "#0d5812"),
    voluntary: Tone(fill: "#f6d9a5", outline: "#743000"),
    privateSector: Tone(fill: "#f7d0ea", outline: "#59105e"),
    education: Tone(fill: "#fffeb0", outline: "#4f4200"),
    police: Tone(fill: "#cfc9e8", outline: "#1e2835"),
    otherSector: Tone(fill: "#e6e6e6", outline: "#2b2b2b"),
    sectorNotStated: Tone(fill: "#ffffff", outline: "#2b2b2b"),
    board: Tone(fill: "#f5e9c4", outline: "#000000"),
    seat: Tone(fill: "#e4eefa", outline: "#003a75"),
    programme: Tone(fill: "#fff0a3", outline: "#4f4200"),
    stage: Tone(fill: "#cfe3fa", outline: "#003a75"),
    agreement: Tone(fill: "#c9ebe7", outline: "#004d47"),
    closed: Tone(fill: "#f7dfe2", outline: "#6b0f1f"),
    sheet: Tone(fill: "#ffffff", outline: "#2b2b2b"),
    missing: "#8b0000", unsaid: "#3d3d3d", expiring: "#6b3300", faint: "#4a4a4a",
    ownWay: "#6b3300", handover: "#003a75", company: "#0a4a0a", advice: "#42207a", word: "#2b2b2b",
    teaching: "#4f4200", money: "#004d47")
}
