import FingerpostDiagrams
import Foundation

/// How a colour is seen.
enum ColorVision: CaseIterable {
  case usual, protanopia, deuteranopia, tritanopia

  /// What becomes of red, green and blue, each in linear light.
  ///
  /// Source: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for
  /// Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics
  /// 15 (6), 2009; the matrices of severity 1.0.
  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// Red, green and blue in linear light, as somebody with this sight sees them.
  private func light(_ color: Diagram.Color) -> [Double] {
    let number = Int(color.rawValue.dropFirst(), radix: 16) ?? 0
    let parts = [number >> 16 & 255, number >> 8 & 255, number & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return matrix.map { row in
      min(1, max(0, zip(row, parts).map { $0 * $1 }.reduce(0, +)))
    }
  }

  private func luminance(_ color: Diagram.Color) -> Double {
    let light = light(color)
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
  }

  /// The ratio of WCAG 2.2, 1.4.3 and 1.4.11: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
  func contrast(_ one: Diagram.Color, _ other: Diagram.Color) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The distance of two colours in Oklab, where 0.02 can just be noticed.
  ///
  /// Source: <https://www.w3.org/TR/css-color-4/#color-difference-OK>.
  func distance(_ one: Diagram.Color, _ other: Diagram.Color) -> Double {
    zip(oklab(one), oklab(other)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  private func oklab(_ color: Diagram.Color) -> [Double] {
    func times(_ rows: [[Double]], _ column: [Double]) -> [Double] {
      rows.map { zip($0, column).map { $0 * $1 }.reduce(0, +) }
    }
    let cones = times(
      [
        [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ], light(color))
    return times(
      [
        [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
      ], cones.map { cbrt($0) })
  }
}
