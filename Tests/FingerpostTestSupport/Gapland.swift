/// A place with a gap, a way that stops, and something to mend.
public enum Gapland {
  /// Its map file.
  public static let text = """
    fingerpost: 1
    title: Gapland
    invented: yes
    scope:
      needs: [sleep]
      ages: {from: birth, to: 2 years}
      areas: [hill, dale]
    needs: {sleep: A baby who does not sleep}
    areas: {hill: Hill, dale: Dale}
    services:
      visiting:
        name: Health visiting
        entry: open
        ages: {from: birth, to: 5 years}
        areas: [hill, dale]
        serves: []
      sleep-clinic:
        name: Sleep clinic
        entry: by-referral
        ages: {from: birth, to: 1 year}
        areas: [hill, dale]
        serves: [sleep]
    routes:
      - {from: visiting, to: sleep-clinic, kind: signposting}

    """
}
