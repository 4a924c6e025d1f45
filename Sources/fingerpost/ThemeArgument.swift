public import ArgumentParser
public import FingerpostDiagrams

/// The looks of pictures, as they are asked for on the command line.
struct ThemeOption: ParsableArguments {
  @Option(help: "The colours of pictures: for paper, for dark screens, or with more contrast.")
  var theme = ThemeName.plain
}

extension ThemeName: ExpressibleByArgument {}
