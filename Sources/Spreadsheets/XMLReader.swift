import CExpat

/// Reads XML a part at a time, and tells of elements and text as they come.
///
/// A document type, which no spreadsheet has, is refused, so that no entity can grow without bound.
final class XMLReader {
  /// What is told.
  enum Event {
    /// An element begins: its name and attributes, without what stands before a colon.
    case start(String, [String: String])
    /// An element ends.
    case end(String)
    /// Text, of which the next event may be the rest.
    case text(String)
  }

  private let parser: XML_Parser
  private let take: (Event) -> Void
  private var hasDocumentType = false
  private var depth = 0
  private var isTooDeep = false

  init(_ take: @escaping (Event) -> Void) throws(TableError) {
    guard let parser = XML_ParserCreate(nil) else {
      throw TableError("there is no memory left")
    }
    self.parser = parser
    self.take = take
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let reader = XMLReader.reader(context), let name else { return }
        reader.depth += 1
        if reader.depth > 200 {
          reader.isTooDeep = true
          XML_StopParser(reader.parser, XML_Bool(XML_FALSE))
          return
        }
        reader.take(.start(XMLReader.local(name), XMLReader.read(attributes)))
      },
      { context, name in
        guard let reader = XMLReader.reader(context), let name else { return }
        reader.depth -= 1
        reader.take(.end(XMLReader.local(name)))
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let reader = XMLReader.reader(context), let text else { return }
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
      reader.take(.text(String(decoding: bytes, as: UTF8.self)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let reader = XMLReader.reader(context) else { return }
      reader.hasDocumentType = true
      XML_StopParser(reader.parser, XML_Bool(XML_FALSE))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads the next part; nothing more comes after an error.
  func read(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(TableError) {
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0) != XML_STATUS_OK else {
      return
    }
    if hasDocumentType {
      throw TableError("it declares a document type, which no spreadsheet program does")
    }
    if isTooDeep { throw TableError("its elements lie too deep within one another") }
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "error"
    throw TableError(
      "its XML is broken at line \(XML_GetCurrentLineNumber(parser)) (\(reason)); save the file anew"
    )
  }

  private static func reader(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
    context.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func local(_ name: UnsafePointer<CChar>) -> String {
    let name = String(cString: name)
    return name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  private static func read(
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    guard var next = attributes else { return [:] }
    var found: [String: String] = [:]
    while let name = next[0], let value = next[1] {
      found[local(name)] = String(cString: value)
      next += 2
    }
    return found
  }
}
