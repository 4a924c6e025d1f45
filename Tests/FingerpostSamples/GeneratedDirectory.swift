#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A service directory as tables of HSDS 3.0, made from a fixed seed: a service with an organisation,
/// a place, a description of some sentences, a telephone, an address, opening hours, an area and two
/// terms.
package struct GeneratedDirectory {
  /// How many services it has.
  package let services: Int
  /// How many organisations, of five services each.
  package var organisations: Int { max(1, services / 5) }
  /// How many places.
  package var locations: Int { max(1, services * 3 / 5) }
  /// How many areas its services serve.
  package let areas = 400
  /// How many terms of its taxonomy.
  package let terms = 500

  /// Describes a directory; the same number makes the same one.
  package init(services: Int) { self.services = services }

  /// Writes its tables, a file each, into a folder that is made for them.
  ///
  /// - Returns: How many rows, headings apart, and how many bytes were written.
  package func write(to folder: String) throws -> (rows: Int, bytes: Int) {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var random = SeededGenerator(seed: 1)
    var total = (rows: 0, bytes: 0)
    func table(_ name: String, _ headings: String, _ count: Int, _ row: (Int) -> String) throws {
      var text = headings + "\n"
      for number in 0..<count { text += row(number) + "\n" }
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name).csv"))
      total.rows += count
      total.bytes += text.utf8.count
    }
    try table("organizations", "id,name,description,website", organisations) { number in
      "\(id("a", number)),Trust number \(number),\"\(sentences(2, &random))\",https://trust-\(number).example"
    }
    try table(
      "services",
      "id,organization_id,name,description,url,email,status,assured_date,minimum_age,maximum_age,last_modified",
      services
    ) { number in
      let ages = number % 3 == 0 ? "0,4" : number % 3 == 1 ? ",17" : ","
      return "\(id("b", number)),\(id("a", number / 5)),Service number \(number),"
        + "\"\(sentences(4, &random))\",https://service-\(number).example,"
        + "service-\(number)@directory.example,\(number % 20 == 0 ? "inactive" : "active"),"
        + "2026-0\(number % 9 + 1)-1\(number % 10),\(ages),2026-10-01T09:30:00Z"
    }
    try table("locations", "id,location_type,name,latitude,longitude", locations) { number in
      "\(id("c", number)),physical,Centre number \(number),5\(number % 6).\(number % 9_973),-\(number % 3).\(number % 7_919)"
    }
    try table("service_at_locations", "id,service_id,location_id", services) { number in
      "\(id("d", number)),\(id("b", number)),\(id("c", number * 3 / 5 % locations))"
    }
    try table(
      "addresses", "id,location_id,address_1,city,postal_code,country,address_type", locations
    ) { number in
      "\(id("e", number)),\(id("c", number)),\(number % 200 + 1) High Street,Town \(number % areas),,GB,physical"
    }
    try table("phones", "id,service_id,number", services) { number in
      "\(id("f", number)),\(id("b", number)),01632 9\(60_000 + number % 1_000)"
    }
    try table("schedules", "id,service_id,freq,byday,opens_at,closes_at", services) { number in
      "\(id("1", number)),\(id("b", number)),WEEKLY,\"MO,TU,WE\",09:00,17:00"
    }
    try table("service_areas", "id,service_id,name,uri", services) { number in
      "\(id("2", number)),\(id("b", number)),Area \(number % areas),"
    }
    try table("taxonomies", "id,name,description", 1) { number in
      "\(id("3", number)),Kinds of help,What services do"
    }
    try table("taxonomy_terms", "id,code,name,taxonomy_id", terms) { number in
      "\(id("4", number)),T\(number),Term number \(number),\(id("3", 0))"
    }
    try table("attributes", "id,link_id,taxonomy_term_id,link_entity", services * 2) { number in
      "\(id("5", number)),\(id("b", number / 2)),\(id("4", number % terms)),service"
    }
    return total
  }

  /// A UUID of the version that may mean anything (RFC 9562, section 5.8).
  private func id(_ table: String, _ number: Int) -> String {
    let digits = String(number, radix: 16)
    return "\(table)0000000-0000-8000-8000-" + String(repeating: "0", count: 12 - digits.count)
      + digits
  }

  private func sentences(_ count: Int, _ random: inout SeededGenerator) -> String {
    (0..<count).map { _ in Self.sentences.randomElement(using: &random) ?? "" }
      .joined(separator: " ")
  }

  private static let sentences = [
    "Help for parents and babies in the first months, at home or in a family hub.",
    "A group that meets each week; there is no need to book, and partners are welcome.",
    "Somebody listens, says what else there is, and goes along the first time if asked to.",
    "For anybody who lives nearby, whatever their doctor has said so far.",
    "Sessions last an hour, and there is a room where older children can play.",
    "Please say beforehand if you need an interpreter or a room without steps.",
  ]
}
