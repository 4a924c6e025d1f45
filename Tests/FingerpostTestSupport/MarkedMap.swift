/// A map in which everything that is not for everybody can be told from all else.
///
/// Its own standard lets the public see no count under 1,000, so that small counts can be figures
/// that stand nowhere else.
public enum MarkedMap {
  /// What all names of people hold.
  public static let name = "Zzname"
  /// What all notes hold.
  public static let note = "Zznote"
  /// What services can see, and are commissioned for.
  public static let capacity = ["987654", "876543"]
  /// How long families wait.
  public static let waits = ["731 weeks"]
  /// Counts under 1,000, and counts from which one of them follows.
  public static let smallCounts = [
    "601", "607", "613", "617", "619", "631", "641", "643", "647", "653", "659", "661", "673",
    "677", "727", "733", "1286", "1470", "2137",
  ]
  /// Counts that everybody may see: large, or published by a source.
  public static let publicCounts = ["907", "900001", "4001", "2117"]

  /// The name of the file of its standard.
  public static let profileFile = "marked.profile.yaml"
  /// The standard that it is checked against.
  public static let profile = """
    fingerpost-profile: 1
    title: The standard of the marked place
    extends: [parent-infant-2019]
    limits: {smallest-public-count: 1000}

    """

  /// The map.
  public static let text = """
    fingerpost: 1
    title: Exampleton
    id: marked
    as-of: 2026-11-01
    invented: yes
    note: Zznote
    profiles: [marked]
    focus: [team]
    scope: {needs: [bond], ages: {from: conception, to: 2 years}, areas: [town], note: Zznote}
    needs: {bond: {name: The bond with the baby, note: Zznote}}
    conditions: {illness: {name: Severe mental illness, note: Zznote}}
    kinds: {special: {name: A special kind, note: Zznote}}
    areas: {town: {name: The town, note: Zznote}}
    sources: {study: {title: A published study, note: Zznote}}
    organisations: {trust: {name: Exampleton Trust, sector: nhs, note: Zznote}}
    documents: {plan: {name: The plan, note: Zznote}, register: {name: Risk register}}
    agreements: {sharing: {name: Sharing, between: [trust], note: Zznote}}
    services:
      visiting:
        name: Health visiting
        organisation: trust
        intensity: universal
        entry: open
        serves: none
        ages: {from: conception, to: 5 years}
        areas: [town]
        excludes: none
        referrals-received: 601
      team:
        name: Parent-infant team
        organisation: trust
        intensity: specialist
        entry: by-referral
        serves: [bond]
        ages: {from: conception, to: 2 years}
        areas: [town]
        excludes: [{condition: illness, onward: [visiting], note: Zznote}]
        only-for: none
        capacity: 987654
        commissioned-referrals: 876543
        referrals-received: 900001
        wait: 731 weeks
        owner: Dr Zzname
        note: Zznote
        referral:
          methods: [form]
          consent: yes
          guidance-agreed-with: [Dr Zzname]
          self-referral: {notify: [visiting], note: Zznote}
          note: Zznote
        differs-from: [{service: visiting, difference: It is for fewer, note: Zznote}]
        tools: [{name: A tool, note: Zznote}]
        venues: [{kind: home, note: Zznote}]
        contact: {mailbox: team@exampleton.example, role: Dr Zzname, note: Zznote}
        staff: [{role: Dr Zzname, count: 1, note: Zznote}]
        setup: {lead: Dr Zzname, note: Zznote}
        reporting: {frequency: quarterly, note: Zznote}
        counts:
          - of: Families seen
            number: 1286
            note: Zznote
            parts: [{of: In the north, number: 613, note: Zznote}, {of: In the south, number: 673}]
          - {of: Families asked, number: 907, source: study}
          - {of: Families who stayed, number: 607, per: 1200}
      later:
        name: Later help
        only-for: [{condition: illness, note: Zznote}]
        counts: [{of: Families helped later, number: 4001}]
    routes:
      - from: visiting
        to: team
        kind: referral
        step: up
        note: Zznote
        transition: {lead: Dr Zzname, disagreement: Dr Zzname decides, note: Zznote}
        counts: [{of: Families sent, number: 617, note: Zznote}]
    links:
      - {from: trust, to: plan, kind: produces, note: Zznote, counts: [{of: Papers sent, number: 619, note: Zznote}]}
    boards:
      strategic:
        name: Infant mental health board
        kind: strategic
        chair: Dr Zzname
        accountable-lead: Dr Zzname
        terms-of-reference: {agreed: 2026-01-01, note: Zznote}
        risk: {from: Dr Zzname, register: register, note: Zznote}
        note: Zznote
        seats:
          - represents: health-visiting
            member: Head of health visiting
            also-held-by: [Dr Zzname]
            person: Ada Zzname
            deputy: Dr Zzname
            note: Zznote
          - {member: Dr Zzname}
    programmes:
      training:
        name: Seeing the relationship
        coordinator: Dr Zzname
        note: Zznote
        trainers: [{role: Dr Zzname, count: 1, note: Zznote}]
        cohorts:
          - name: Spring
            participants: 631
            trainer-count: 2
            trainers: [{role: Dr Zzname, count: 1}]
            note: Zznote
          - {name: Autumn, participants: 641, after: {cohort: spring, by: 6 months, note: Zznote}}
        counts:
          - {of: People trained, number: 643, note: Zznote}
          - {of: People asked, number: 907, source: study}
          - of: People invited
            number: 2117
            parts: [{of: From the north, number: 647}, {of: From the south, number: 1470}]
        evaluations:
          - method: Interviews
            number: 653
            note: Zznote
            parts: [{of: Nurses, number: 0}, {of: Others, number: 653, note: Zznote}]
    flows:
      course:
        name: The course
        through: team
        note: Zznote
        unaccounted: 659
        stages:
          - {stage: Invited, count: 4001, note: Zznote}
          - {stage: Booked, count: 2496}
          - stage: Attended
            count: 613
            still-before: 607
            note: Zznote
            left: [{when: Before the first session, count: 617, note: Zznote}]
        counts:
          - {of: Families who came twice, number: 661, note: Zznote}
      second:
        name: The second course
        unaccounted: none
        stages:
          - {stage: Asked, count: 2137}
          - {stage: Agreed, count: 733, still-before: 727, left: [{when: Moved, count: 677}]}
    views:
      near:
        title: Around the team
        filter: {near: {services: [team], hand-offs: 1}}
        note: Zznote
    exceptions:
      - rule: owner-missing
        element: services/visiting
        reason: It is being settled.
        owner: Dr Zzname
        until: 2027-01-01
        note: Zznote

    """
}
