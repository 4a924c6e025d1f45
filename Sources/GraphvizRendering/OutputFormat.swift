/// A kind of file that a diagram can be drawn as.
public enum OutputFormat:
  String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable
{
  /// A picture for screens that says in words what stands in it.
  case svg
  /// A picture of dots, for documents that take nothing else.
  case png
  /// A picture for printing, at most as large as a sheet of A3.
  case pdf
  /// The text that was given to Graphviz to lay out.
  case dot
}
