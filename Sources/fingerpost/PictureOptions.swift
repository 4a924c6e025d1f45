import ArgumentParser
import FingerpostDiagrams
import GraphvizRendering

/// How pictures are asked for on the command line.
struct PictureOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, help: "The folder to write to; Pictures in this folder otherwise.",
    completion: .directory, transform: String.init(path:))
  var output = "Pictures"

  @Option(name: .shortAndLong, help: "A view to draw; all of them if none is named.")
  var view: [ViewArgument] = []

  @Option(
    name: .shortAndLong,
    help:
      "Kinds of file, separated by commas: svg, png, pdf, dot, and text for the picture in words.")
  var format = FileKinds(kinds: [.picture(.svg), .picture(.pdf), .text])

  @Option(
    help: "A file of words to say things in, instead of the one that the map names.",
    completion: .file(extensions: ["yaml"]))
  var words: String?

  @OptionGroup var looks: ThemeOption
}
