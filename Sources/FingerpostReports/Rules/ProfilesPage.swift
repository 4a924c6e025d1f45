import FingerpostModel
import FingerpostRules

/// The page about written standards, made from those that come with the program.
public enum ProfilesPage {
  /// The page as Markdown, the same text every time.
  ///
  /// - Parameter keys: The table of what a profile's file can hold.
  /// - Returns: The page.
  public static func markdown(keys: String) -> String {
    ([introduction, keys] + ProfileName.allCases.map { ProfileExplanation.markdown(of: $0.profile) })
      .joined(separator: "\n\n") + "\n"
  }

  private static let introduction = """
    # Profiles

    <!-- Made by `fingerpost profiles --markdown`; `make docs` writes it anew. -->

    A profile is a written standard as data: the functions that a board needs, who refers, which
    policies there must be, which [rules](rules.md) are asked. A map names the profiles it is checked
    against under `profiles:`; `core` is always among them. `fingerpost profiles` lists them, and
    `fingerpost profiles explain` and a name says what one asks.

    ## A profile of your own

    A locality adds to a standard, or changes how much a rule matters, in a file of its own beside its
    maps. Its name ends in `.profile.yaml`, and what comes before is what maps call it. This is
    `our-county.profile.yaml`, for maps with `profiles: [our-county]`:

    ```yaml
    fingerpost-profile: 1
    title: The standard of our county
    extends: [parent-infant-2019]
    kinds: [housing]
    functions: [housing]
    limits: {assured-within: 6 months}
    settings:
      - {rule: board-recommended-sectors, severity: warning, reason: "Agreed by the board in May 2026."}
      - {group: training, severity: note, reason: Training is being commissioned anew until 2027.}
      - rule: licence-expiry
        element: services/parent-infant-team
        severity: off
        reason: The licence is renewed by the trust for all its teams.
    ```

    A setting needs a reason. The most specific one holds: one for a rule and an element comes before
    one for a rule, that before one for a group, and that before one for all rules. Among equals the
    last one holds, and what a profile says comes after what it builds on.
    """
}
