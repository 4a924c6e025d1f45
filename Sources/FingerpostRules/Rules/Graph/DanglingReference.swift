import FingerpostModel

/// Everything that the map refers to is on the map.
struct DanglingReference: Rule {
  let id = RuleID.danglingReference
  let group = RuleGroup.graph
  let summary = "Everything that the map refers to is on the map."
  let obligation = Obligation.logic
  let authority = [
    Authority(.hsds, "foreign keys", says: "A reference names a row that is there.")
  ]
  let remedy =
    "Until the map holds what is meant, pictures show it with a dashed line, as not on this map."
  let examples = RuleExamples(
    passing: """
      services:
        midwifery: Midwifery
        health-visiting: Health visiting
      routes:
        - {from: midwifery, to: health-visiting, kind: referral}
      """,
    failing: """
      services:
        midwifery: Midwifery
      routes:
        - {from: midwifery, to: health-visiting, kind: referral}  # here
      """)

  let check = RuleCheck.reading([.unknownReference])
}
