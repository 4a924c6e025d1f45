/// Markup, scripts and tricks wherever a map has text.
public enum HostileText {
  /// The map.
  public static let map = """
    fingerpost: 1
    title: "</title><script>alert(1)</script>"
    summary: "<img src=x onerror=alert(2)>"
    sources:
      s: {title: "\\"><svg onload=alert(3)>", url: "javascript:alert(4)"}
      t: {title: "data", url: "data:text/html,<script>alert(5)</script>"}
    organisations: {o: {name: "<script>alert(1)</script>", sector: nhs}}
    areas: {a: "&lt;script&gt;alert(6)&lt;/script&gt;"}
    needs: {n: "' onmouseover='alert(7)"}
    services:
      s:
        name: "<script>alert(1)</script>"
        also-known-as: ["</script><script>alert(8)</script>", "\\u2028alert(9)"]
        organisation: o
        areas: [a]
        serves: [n]
        description: "<iframe src=javascript:alert(10)></iframe>"
        contact: {form: "javascript:alert(11)"}
      t: {name: "]]><style>*{display:none}</style>"}
    routes: [{from: s, to: t, kind: referral}]
    boards:
      b:
        name: "<b onclick=alert(12)>Board</b>"
        seats: [{id: x, member: "<script>alert(13)</script>"}]

    """
}
