public import FingerpostModel

/// A map to start from: small, sound, and full of explanations.
public enum StarterMap {
  /// The text of a map of a place, to be written to a file and then changed by hand.
  ///
  /// ```swift
  /// let text = StarterMap.text(place: "Exampleton", asOf: date)
  /// ```
  ///
  /// - Parameters:
  ///   - place: What people call the place; any text.
  ///   - asOf: The date of what the map says.
  /// - Returns: YAML that reads without a diagnostic.
  public static func text(place: String, asOf: CalendarDate) -> String {
    let place = place.inOneLine.isEmpty ? "our area" : place.inOneLine
    let termEnd = min(asOf.year + 2, 9999)
    return """
      # A map of local services for families with babies, to start from.
      #
      # Everything in it is an example: replace these examples with your own services, a few at a
      # time. After each change, check the file; when it is right, draw it:
      #
      #     fingerpost check FILE
      #     fingerpost draw FILE
      #
      # Three things to know before you begin:
      #
      #   1. What you leave out is "the map does not say". It is never taken for "no", and it is
      #      asked about later, so leave out what you do not know yet.
      #   2. The word `none` says that you know there is none, as in `member: none` below.
      #   3. The short name before a colon, such as `health-visiting:`, is an id. Other lines point
      #      to it. Choose ids once and keep them; what people read is the `name`.
      #
      # A map is about services. Never write anything in it about one family or one patient.

      fingerpost: 1
      title: \("Help for parents and babies in \(place)".quotedForYAML)
      place: \(place.quotedForYAML)
      as-of: \(asOf)  # the date of what this map says; change it when you change the map

      # The services in the middle of your question. "Step up" and "step down" are seen from them.
      focus: [parent-infant-team]

      # What the whole system should cover: each need, at each age, in each area.
      scope:
        needs: [parent-infant-relationship, parental-mental-health]
        ages: {from: conception, to: 2 years}
        areas: [our-area]

      needs:
        parent-infant-relationship: The relationship between parent and baby
        parental-mental-health: A parent's mental health

      areas:
        our-area: {name: \(place.quotedForYAML)}

      # The bodies that run services or pay for them. The sector is one of: nhs, local-authority,
      # voluntary, private, education, police, other.
      organisations:
        community-trust: {name: Community health trust, sector: nhs}
        mental-health-trust: {name: Mental health trust, sector: nhs}
        practices: {name: General practices, sector: nhs}
        council: {name: The council, sector: local-authority}
        baby-friends: {name: Baby Friends, sector: voluntary}

      # What a family can come to. `entry: open` means that families may simply come; the others
      # see families whom somebody sends. Intensity is universal, targeted, specialist or acute.
      services:
        health-visiting: {name: Health visiting, kind: health-visiting, organisation: community-trust,
          intensity: universal, ages: {from: conception, to: 5 years}, areas: [our-area], entry: open}
        midwifery: {name: Midwifery, kind: midwifery, organisation: community-trust,
          intensity: universal, ages: {from: conception, to: 28 days}, areas: [our-area], entry: open}
        general-practice: {name: General practice, kind: general-practice, organisation: practices,
          intensity: universal, areas: [our-area], entry: open}
        childrens-centre: {name: Children's centre, kind: childrens-centre, organisation: council,
          intensity: universal, ages: {from: conception, to: 5 years}, areas: [our-area], entry: open}
        stay-and-play: {name: Stay and play, kind: community-group, organisation: baby-friends,
          intensity: universal, ages: {from: birth, to: 2 years}, areas: [our-area], entry: open}

        # One service in more detail; any service can say as much. There are many more keys, such
        # as `venues`, `policies`, `wait` and `contact`: add them as you learn them.
        parent-infant-team:
          name: Parent-infant team
          kind: parent-infant-team
          organisation: community-trust
          intensity: specialist
          serves: [parent-infant-relationship]
          ages: {from: conception, to: 2 years}
          areas: [our-area]
          entry: by-referral
          referral:
            methods: [form, email]
            self-referral: {notify: [health-visiting, general-practice], consent: yes}
          # For whom it is not the right place for now, where they go instead, and until when.
          excludes:
            - {condition: severe-mental-illness, onward: perinatal-mental-health, for: assessment,
               resume: when the parent is stable}
          status: active
          owner: Operational lead  # the role that keeps this entry true; never a person's name
          assured: \(asOf)

        perinatal-mental-health: {name: Perinatal mental health team,
          kind: specialist-perinatal-mental-health, organisation: mental-health-trust,
          intensity: specialist, serves: [parental-mental-health],
          ages: {from: conception, to: 1 year}, areas: [our-area], entry: by-referral}

      conditions:
        severe-mental-illness: A severe mental illness that nobody treats yet

      # How families get from one service to another. A family itself moves by referral,
      # self-referral or transfer; other kinds, such as signposting, do not take it there.
      routes:
        - {from: families, to: parent-infant-team, kind: self-referral}
        - {from: health-visiting, to: parent-infant-team, kind: referral, step: up}
        - {from: midwifery, to: parent-infant-team, kind: referral, step: up}
        - {from: childrens-centre, to: parent-infant-team, kind: referral, step: up}
        - {from: midwifery, to: health-visiting, kind: transfer}
        - {from: midwifery, to: perinatal-mental-health, kind: referral}
        - {from: general-practice, to: perinatal-mental-health, kind: referral}
        - {from: parent-infant-team, to: perinatal-mental-health, kind: referral}
        - {from: perinatal-mental-health, to: health-visiting, kind: transfer}
        - {from: parent-infant-team, to: health-visiting, kind: transfer, step: down}
        - {from: parent-infant-team, to: stay-and-play, kind: signposting}
        - {from: stay-and-play, to: childrens-centre, kind: referral}
        - {from: parent-infant-team, to: health-visiting, kind: notification}
        - {from: parent-infant-team, to: general-practice, kind: notification}

      # Who steers. A seat stands for a function; whoever holds it is named by role.
      boards:
        parent-infant-board:
          name: Parent-infant board
          kind: strategic
          seats:
            - {represents: health-visiting, member: Head of health visiting,
               organisation: community-trust, until: \(termEnd)}
            - {represents: midwifery, member: Head of midwifery, organisation: community-trust}
            - {represents: specialist-perinatal-mental-health, member: none}  # an empty seat

      # Where to go next: `fingerpost help` lists the commands. The folder `Examples` of the project
      # holds a complete map, of an invented county, that shows every key in use.

      """
  }
}

extension String {
  /// The text as a YAML scalar in double quotes.
  fileprivate var quotedForYAML: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// The text with a space for each run of whitespace and of scalars that YAML cannot hold.
  fileprivate var inOneLine: String {
    var line = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isPrintableInYAML, !scalar.properties.isWhitespace {
        line.append(scalar)
      } else if let last = line.last, last != " " {
        line.append(" ")
      }
    }
    if line.last == " " { line.removeLast() }
    return String(line)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar may stand in a YAML file as it is (YAML 1.2, 5.1), a byte order mark apart.
  fileprivate var isPrintableInYAML: Bool {
    switch value {
    case 0x20...0x7e, 0xa0...0xd7ff, 0xe000...0xfefe, 0xff00...0xfffd, 0x10000...0x10ffff: true
    default: false
    }
  }
}
