import FingerpostModel

/// Finds the element that stands at a place of a map's files.
struct ElementPlaces {
  private let subjects: [(location: SourceLocation, subject: Subject)]

  /// Notes where each element begins.
  ///
  /// - Complexity: O(*n* log *n*) for *n* elements.
  init(of map: SystemMap) {
    var subjects: [Subject] = []
    subjects += map.conditions.map { Subject($0) }
    subjects += map.areas.map { Subject($0) }
    subjects += map.sources.map { Subject($0) }
    subjects += map.organisations.map { Subject($0) }
    subjects += map.services.map { Subject($0) }
    subjects += map.routes.map { Subject($0, in: map) }
    subjects += map.boards.map { Subject($0) }
    subjects += map.programmes.map { Subject($0) }
    subjects += map.agreements.map { Subject($0) }
    subjects += map.flows.map { Subject($0) }
    subjects += map.documents.map { Subject($0) }
    subjects += map.links.map { Subject($0, in: map) }
    subjects += map.views.map { Subject($0) }
    subjects += map.exceptions.map { Subject($0) }
    self.subjects = subjects.compactMap { subject in subject.location.map { ($0, subject) } }
      .sorted { $0.location < $1.location }
  }

  /// The last element that begins at or before a place of the same file.
  ///
  /// - Complexity: O(log *n*).
  func subject(at location: SourceLocation?) -> Subject? {
    guard let location else { return nil }
    var low = 0
    var high = subjects.count
    while low < high {
      let middle = (low + high) / 2
      if subjects[middle].location <= location { low = middle + 1 } else { high = middle }
    }
    guard low > 0, subjects[low - 1].location.file == location.file else { return nil }
    return subjects[low - 1].subject
  }
}
