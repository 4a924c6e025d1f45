extension Palette {
  /// Dark on white, for paper and shared screens.
  static let plain = Palette(
    paper: Diagram.Paper(background: "#ffffff", text: "#1b1b1b", quietText: "#4a4a4a"),
    group: Tone(fill: "#f7f7f5", outline: "#8a8a8a"),
    nhs: Tone(fill: "#d9e8f6", outline: "#175486"),
    localAuthority: Tone(fill: "#d6f7d7", outline: "#1d5130"),
    voluntary: Tone(fill: "#fde3c8", outline: "#9a4a00"),
    privateSector: Tone(fill: "#f7def0", outline: "#842073"),
    education: Tone(fill: "#faf2af", outline: "#645500"),
    police: Tone(fill: "#d7dfe7", outline: "#3e465b"),
    otherSector: Tone(fill: "#efefef", outline: "#4f4f4f"),
    sectorNotStated: Tone(fill: "#ffffff", outline: "#4f4f4f"),
    board: Tone(fill: "#f6f1e2", outline: "#1b1b1b"),
    seat: Tone(fill: "#eef3f8", outline: "#1f4e79"),
    programme: Tone(fill: "#fbf1c0", outline: "#6b5900"),
    stage: Tone(fill: "#d9e8f6", outline: "#1f4e79"),
    agreement: Tone(fill: "#e0f1ef", outline: "#0f5c55"),
    closed: Tone(fill: "#f6e9ea", outline: "#7a1f2e"),
    sheet: Tone(fill: "#ffffff", outline: "#4f4f4f"),
    missing: "#a3001b", unsaid: "#5c5c5c", expiring: "#8f4c00", faint: "#737373",
    ownWay: "#8f4c00", handover: "#1f4e79", company: "#2c662c", advice: "#5a3a8a", word: "#4f4f4f",
    teaching: "#6b5900", money: "#0f5c55")
}
