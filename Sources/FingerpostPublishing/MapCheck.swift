package import FingerpostFormats
package import FingerpostModel
package import FingerpostReports
package import FingerpostRules

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Checks many maps on all cores, and tells of them in order.
package struct MapCheck: Sendable {
  package let standards: Standards
  package let date: CheckingDate
  package let only: Set<RuleID>?
  package let except: Set<RuleID>
  package let baseline: Baseline?
  package let settings: ReportSettings
  package let audience: Audience
  package var files = FileAccess()
  package var areaRegister: AreaRegister?

  /// Says how maps are checked.
  package init(
    standards: Standards, date: CheckingDate, only: Set<RuleID>?, except: Set<RuleID>,
    baseline: Baseline?, settings: ReportSettings, audience: Audience,
    files: FileAccess = FileAccess(), areaRegister: AreaRegister? = nil
  ) {
    (self.standards, self.date, self.only, self.except) = (standards, date, only, except)
    (self.baseline, self.settings, self.audience) = (baseline, settings, audience)
    (self.files, self.areaRegister) = (files, areaRegister)
  }

  /// Reads and checks maps.
  ///
  /// - Parameters:
  ///   - paths: Files and folders.
  ///   - tell: What to do with the report on each map, in the order of the maps. At most a few
  ///     reports wait for their turn.
  package func reports(on paths: [String], tell: (MapReport) -> Void) async {
    var waiting = paths.flatMap { MapReader(files: files).maps(at: $0) }[...]
    let atOnce = 2 * max(1, ProcessInfo.processInfo.activeProcessorCount)
    await withTaskGroup(of: (Int, MapReport).self) { group in
      var started = 0
      var told = 0
      var ready: [Int: MapReport] = [:]
      func next() {
        while started < told + atOnce, let map = waiting.popFirst() {
          let place = started
          started += 1
          group.addTask { (place, report(on: map.read())) }
        }
      }
      next()
      for await (place, report) in group {
        ready[place] = report
        while let report = ready.removeValue(forKey: told) {
          told += 1
          tell(report)
        }
        next()
      }
    }
  }

  /// Checks a map that has been read.
  package func report(on document: MapDocument) -> MapReport {
    let diagnostics = document.diagnostics.map { $0.told(to: audience) }
    guard let map = document.map else {
      return MapReport(unreadable: document.files, diagnostics)
    }
    let (profiles, problems) = standards.profiles(for: document)
    let checker = RuleChecker(
      profiles: profiles, on: date.day(for: map), only: only, except: except,
      areaRegister: areaRegister)
    let result = checker.check(map, diagnostics: diagnostics, for: audience)
    var report = MapReport(result, files: document.files)
    report.diagnostics += problems + Standards.problems(of: profiles, for: map)
    report.isWhole = !problems.contains { $0.severity == .error && !$0.category.isAboutSense }
    guard var known = baseline?.applied(to: report, settings) else { return report }
    // What an audience is not told of would count as mended.
    if audience != .operational { known.mended = [] }
    return known
  }
}
