extension Palette {
  /// Light on near black, for dark screens.
  static let dark = Palette(
    paper: Diagram.Paper(background: "#14181d", text: "#f2f2f2", quietText: "#c3c9d0"),
    group: Tone(fill: "#1e242b", outline: "#7d8791"),
    nhs: Tone(fill: "#16324f", outline: "#71aafc"),
    localAuthority: Tone(fill: "#183a1f", outline: "#93dd8d"),
    voluntary: Tone(fill: "#4a2c08", outline: "#e59a59"),
    privateSector: Tone(fill: "#341f4f", outline: "#e7cbff"),
    education: Tone(fill: "#414001", outline: "#e6c741"),
    police: Tone(fill: "#26343f", outline: "#97afce"),
    otherSector: Tone(fill: "#333333", outline: "#c1c1c1"),
    sectorNotStated: Tone(fill: "#14181d", outline: "#bdbdbd"),
    board: Tone(fill: "#3a3320", outline: "#f2f2f2"),
    seat: Tone(fill: "#1b2b3b", outline: "#7fb8ee"),
    programme: Tone(fill: "#403700", outline: "#e0cc4f"),
    stage: Tone(fill: "#16324f", outline: "#7fb8ee"),
    agreement: Tone(fill: "#0f3a36", outline: "#6fd3c7"),
    closed: Tone(fill: "#3d1c22", outline: "#f2a3ad"),
    sheet: Tone(fill: "#14181d", outline: "#bdbdbd"),
    missing: "#ff8f9b", unsaid: "#b5bcc4", expiring: "#f0a860", faint: "#8b939b",
    ownWay: "#f0a860", handover: "#7fb8ee", company: "#86cf8b", advice: "#d9bdf8", word: "#c3c9d0",
    teaching: "#e0cc4f", money: "#6fd3c7")
}
