import FingerpostModel

extension Shape where Record == OwnView {
  /// How a view of the map's own is written.
  static let ownView = Shape("view", "A page that the map defines for its readers.") {
    [
      .required("title", \.title, .text, "The heading of its page."),
      .optional("summary", \.summary, .text, "What it is for, in a sentence or two."),
      .optional(
        "filter", \.filter, .record(.viewFilter) { _ in ViewFilter() },
        "Which services it shows; all of them otherwise."),
      .defaulted(
        "group-by", \.groupBy, .word(),
        "What its services stand together by; the level of intensity otherwise."),
      .defaulted(
        "colour-by", \.colourBy, .word(),
        "What the colours of its boxes tell; the sector otherwise."),
    ] + .origin(\.origin)
  }
}

extension Shape where Record == ViewFilter {
  /// How the filter of a view is written.
  static let viewFilter = Shape(
    "filter",
    "Which services a view shows: those that meet every key, each by any one of its values. A service of "
      + "which the map does not say is left out, and the page says so."
  ) {
    [
      .optional(
        "needs", \.needs, .list(.reference(.needs)), "The needs of which it must serve one."),
      .optional("sectors", \.sectors, .list(.word()), "The sectors of which one must run it."),
      .optional(
        "intensities", \.intensities, .list(.reference(.intensities)),
        "The levels of intensity of which it must work at one."),
      .optional(
        "areas", \.areas, .list(.reference(.areas)),
        "The areas of which it must serve one, by itself or as part of a larger area."),
      .optional(
        "organisations", \.organisations, .list(.reference(.organisations)),
        "The organisations of which one must run it."),
      .optional(
        "statuses", \.statuses, .list(.word()),
        "The statuses of which it must have one on the date of the picture."),
      .optional(
        "near", \.near,
        .record(.surroundings) { _ in ViewFilter.Surroundings(of: [], handOffs: 0) },
        "The services near which it must be."),
      .optional(
        "route-kinds", \.routeKinds, .list(.word()),
        "The kinds of route that are drawn; all of them otherwise."),
    ]
  }
}

extension Shape where Record == ViewFilter.Surroundings {
  /// How the surroundings of services are written.
  static let surroundings = Shape(
    "neighbourhood", "Services, and how far from them others may be."
  ) {
    [
      .required(
        "services", \.services, .list(.reference(.services)), "The services in the middle."),
      .required(
        "hand-offs", \.handOffs, .integer(0...20),
        "The most hand-offs from one of them, along routes that a family can take, in either direction."
      ),
    ]
  }
}
