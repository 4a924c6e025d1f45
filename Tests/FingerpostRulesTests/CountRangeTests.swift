import FingerpostAnalysis
import FingerpostModel
import Testing

struct `A count with a bound` {
  /// All counts with small numbers.
  private static let all = Quantity.Bound.allCases.flatMap { bound in
    (0...3).map { Quantity($0, bound) }
  }
  /// As far as readings of small counts are tried.
  private static let limit = 24

  /// What a count can stand for, one number at a time, by the meaning of its words.
  static func readings(of quantity: Quantity?, upTo limit: Int = limit) -> [Int] {
    guard let quantity else { return Array(0...limit) }
    return (0...limit).filter { number in
      switch quantity.bound {
      case .exactly: number == quantity.number
      case .over: number > quantity.number
      case .atLeast: number >= quantity.number
      case .upTo: number <= quantity.number
      case .under: number < quantity.number || number == 0
      case .about: abs(number - quantity.number) * 5 < quantity.number + 5
      }
    }
  }

  private func verdict(_ values: some Sequence<Bool>) -> Bool? {
    let found = Set(values)
    return found.count == 1 ? found.first : nil
  }

  @Test func `is about a number when it is a fifth more or less`() {
    #expect(CountRange(Quantity(20, .about)) == CountRange(least: 16, most: 24))
    #expect(CountRange(Quantity(18, .about)) == CountRange(least: 14, most: 22))
    #expect(CountRange(Quantity(1, .about)) == CountRange(least: 0, most: 2))
    #expect(CountRange(Quantity(2500, .over)) == CountRange(least: 2501, most: nil))
    #expect(CountRange(Quantity(0, .under)) == .zero)
  }

  @Test func `compares as all of its readings do`() {
    for a in Self.all {
      for b in Self.all {
        let pairs = Self.readings(of: a).flatMap { one in
          Self.readings(of: b).map { (one, $0) }
        }
        let (one, other) = (CountRange(a), CountRange(b))
        #expect(one.equals(other) == verdict(pairs.map { $0 == $1 }), "\(a) = \(b)")
        // Both without an end: the limit makes a last reading where there is none.
        if one.most != nil || other.most != nil {
          #expect(one.isAtMost(other) == verdict(pairs.map { $0 <= $1 }), "\(a) ≤ \(b)")
        }
      }
    }
  }

  @Test func `adds up and is taken out as all of its readings are`() {
    for a in Self.all {
      for b in Self.all {
        let sums = Set(
          Self.readings(of: a).flatMap { one in Self.readings(of: b).map { one + $0 } })
        let sum = CountRange(a) + CountRange(b)
        #expect(
          sums.min() == sum.least && (sum.most == nil || sums.max() == sum.most), "\(a) + \(b)")
        let rests = Set(
          Self.readings(of: a).flatMap { one in Self.readings(of: b).map { one - $0 } }
        ).filter { $0 >= 0 }
        let rest = CountRange(a).takingOut(CountRange(b))
        #expect(rests.min() == rest?.least, "\(a) - \(b)")
        if let most = rest?.most { #expect(rests.max() == most, "\(a) - \(b)") }
      }
    }
  }
}
