import FingerpostFormats
import FingerpostModel

/// What the standards leave open and this program settles, for reading and writing alike.
enum DirectoryProfile {
  /// The property in which an export says what the standard has no property for; HSDS allows
  /// properties of other names on every object.
  static let own = "fingerpost"

  /// The keys of a map under which elements stand by their ids; an export has lists of them, so that
  /// their order is kept.
  static let keyed: Set<String> = Set(
    MapFormat.shapes[0].fields().compactMap { field in
      if case .keyed = field.value { field.key } else { nil }
    })

  // MARK: - Areas

  /// Where the Office for National Statistics has a page for the code of an area.
  static let areaPage = "http://statistics.data.gov.uk/id/statistical-geography/"

  /// The name of an area; until 3.0 it was called otherwise.
  static func name(ofArea object: DirectoryObject) -> String? {
    object.words("name") ?? object.words("service_area")
  }

  /// The code of an area, if its address names one.
  static func code(ofArea object: DirectoryObject) -> String? {
    guard let uri = object.words("uri") else { return nil }
    let page = uri.hasPrefix("https:") ? "http:" + uri.dropFirst(6) : uri
    guard page.hasPrefix(areaPage) else { return nil }
    let code = String(page.dropFirst(areaPage.count))
    return isStatistical(code) ? code : nil
  }

  /// Whether a code has the form of the Office for National Statistics: a letter and eight digits.
  static func isStatistical(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    return bytes.count == 9 && (65...90).contains(bytes[0])
      && bytes.dropFirst().allSatisfy { (48...57).contains($0) }
  }

  /// What areas that are the same have in common.
  static func key(ofArea name: String, _ code: String?) -> String { "\(code ?? "")\n\(name)" }

  // MARK: - Ids

  /// An id for something that has none in a directory, always the same for the same name.
  ///
  /// HSDS asks for UUIDs. This is one of version 8, whose bits are the writer's own
  /// (RFC 9562, section 5.8): two 64-bit FNV-1a sums of the name, with their bits mixed.
  static func uuid(_ name: String) -> String {
    func sum(_ start: UInt64) -> UInt64 {
      var sum = start
      for byte in name.utf8 { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      // The finalizer of MurmurHash3.
      sum = (sum ^ (sum >> 33)) &* 0xFF51_AFD7_ED55_8CCD
      sum = (sum ^ (sum >> 33)) &* 0xC4CE_B9FE_1A85_EC53
      return sum ^ (sum >> 33)
    }
    let high = sum(0xCBF2_9CE4_8422_2325) & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
    let low = sum(0x6C62_272E_07BB_0142) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    func digits(_ number: UInt64) -> String {
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    var text = digits(high) + digits(low)
    for place in [20, 16, 12, 8] {
      text.insert("-", at: text.index(text.startIndex, offsetBy: place))
    }
    return text
  }
}
