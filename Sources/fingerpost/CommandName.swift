import ArgumentParser

/// The commands, in the order in which help lists them.
enum CommandName: String, CaseIterable {
  case `init`
  case check
  case coverage
  case trace
  case impact
  case whatIf = "what-if"
  case draw
  case watch
  case report
  case site
  case diff
  case log
  case workbook
  case `import`
  case merge
  case export
  case format = "fmt"
  case rules
  case profiles
  case schema
  case words
  case cache
  case version

  /// The command of this name.
  var command: any ParsableCommand.Type {
    switch self {
    case .`init`: InitCommand.self
    case .check: CheckCommand.self
    case .coverage: CoverageCommand.self
    case .trace: TraceCommand.self
    case .impact: ImpactCommand.self
    case .whatIf: WhatIfCommand.self
    case .draw: DrawCommand.self
    case .watch: WatchCommand.self
    case .report: ReportCommand.self
    case .site: SiteCommand.self
    case .diff: DiffCommand.self
    case .log: LogCommand.self
    case .workbook: WorkbookCommand.self
    case .`import`: ImportCommand.self
    case .merge: MergeCommand.self
    case .export: ExportCommand.self
    case .format: FormatCommand.self
    case .rules: RulesCommand.self
    case .profiles: ProfilesCommand.self
    case .schema: SchemaCommand.self
    case .words: WordsCommand.self
    case .cache: CacheCommand.self
    case .version: VersionCommand.self
    }
  }

  /// A configuration under this name, so that no command can exist without a case.
  func configuration(abstract: String, discussion: String = "") -> CommandConfiguration {
    CommandConfiguration(commandName: rawValue, abstract: abstract, discussion: discussion)
  }
}
