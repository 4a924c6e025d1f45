/// Says in plain English why text is not YAML, and what to do next.
struct YAMLSyntaxError {
  /// What libyaml says is wrong.
  let problem: String
  /// What libyaml was doing; empty when it does not say.
  let context: String
  /// Where it stopped.
  let offset: Int
  /// Where what it was doing began.
  let contextOffset: Int?
  let bytes: [UInt8]

  /// Where to look: the start of what is not closed, else where reading stopped.
  var place: Int {
    switch problem {
    case "found unexpected end of stream", "found unexpected document indicator",
      "could not find expected ':'":
      contextOffset ?? offset
    default: offset
    }
  }

  /// One or two sentences; `line` gives the line of an offset.
  func message(line: (Int) -> Int) -> String {
    let opening = contextOffset.map { " that begins on line \(line($0))" } ?? ""
    switch problem {
    case "did not find expected key":
      return """
        This line does not belong to the mapping\(opening). Give it the same indentation as the \
        other keys there, and check the line before it for a missing quote or bracket.
        """
    case "did not find expected '-' indicator":
      return """
        This line does not belong to the list\(opening). Begin it with `- ` at the same \
        indentation as the other items, or indent it further.
        """
    case "mapping values are not allowed in this context":
      return """
        A `:` stands here where no key can be. If it is part of the text, put the text in quotes; \
        if a key begins here, check its indentation.
        """
    case "mapping keys are not allowed in this context":
      return "A key cannot begin here. Put it on a line of its own."
    case "block sequence entries are not allowed in this context":
      return "A list item (`- `) cannot begin here. Put it on a line of its own."
    case "found character that cannot start any token":
      return cannotStart
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return Self.tab
    case "could not find expected ':'":
      return """
        This line is neither a key with its value nor part of the value before it. Write a key, \
        `: ` and the value; if the text goes on from the line before, indent it.
        """
    case "found unexpected end of stream", "found unexpected document indicator":
      return context.contains("quoted")
        ? "The quote that opens here is never closed. Add the closing quote."
        : "The file ends in the middle of something. Check that quotes and brackets are closed."
    case "did not find expected ',' or ']'":
      return """
        The list in brackets\(opening) is not closed, or a comma is missing before this place. Add \
        `,` or `]`.
        """
    case "did not find expected ',' or '}'":
      return """
        The mapping in braces\(opening) is not closed, or a comma is missing before this place. \
        Add `,` or `}`.
        """
    case "found unexpected ':'":
      return """
        Within brackets or braces a `:` must be followed by a space, or stand in quotes. Add one \
        of them.
        """
    case "did not find expected node content":
      return """
        A value is missing before this place. Write one, or delete the comma or bracket that is \
        too many.
        """
    case "did not find expected <document start>":
      return """
        This does not belong to what stands before it. Give all keys at the top of the file the \
        same indentation, and do not mix keys with other text.
        """
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return """
        The character after the backslash means nothing in double quotes. Write `\\\\` for a \
        backslash, or use single quotes.
        """
    case "found undefined tag handle":
      return "Map files have no YAML tags (`!…`). Delete it, or quote the text."
    case "found an indentation indicator equal to 0":
      return "The number after `|` or `>` must be 1 to 9. Delete it or write another."
    default:
      return fallback
    }
  }

  private static let tab = """
    A tab character stands here where spaces belong. Replace it with spaces; YAML indents with \
    spaces only.
    """

  private var cannotStart: String {
    guard offset < bytes.count else { return fallback }
    switch bytes[offset] {
    case 0x09: return Self.tab
    case let byte where byte < 0x80:
      return """
        Text cannot begin with `\(Character(Unicode.Scalar(byte)))` here. Put the text in quotes.
        """
    default: return "Text cannot begin with this character here. Put it in quotes."
    }
  }

  private var fallback: String {
    if context.contains("anchor") || context.contains("alias") {
      return """
        After `&` and `*` YAML takes only a name of letters, digits, `-` and `_`. Put the text in \
        quotes.
        """
    }
    if context.contains("tag") {
      return "Map files have no YAML tags (`!…`). Delete it, or put the text in quotes."
    }
    if context.contains("block scalar") {
      return "After `|` or `>` nothing else can stand on the line. Begin the text on the next one."
    }
    if context.contains("directive") || problem.contains("directive")
      || problem.contains("incompatible")
    {
      return """
        A line that begins with `%` is an instruction to YAML, which map files do not need. Delete \
        it, or put the text in quotes.
        """
    }
    return "This is not YAML. Check the indentation, quotes and brackets here and just before."
  }
}
