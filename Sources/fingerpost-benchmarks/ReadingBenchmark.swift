import CYAML
import FingerpostFormats
import FingerpostModel
import FingerpostSamples

/// Reading a national map beside libyaml's events alone on the same bytes.
struct ReadingBenchmark {
  func run() async {
    let bytes = Array(GeneratedAtlas(services: 30_000, routes: 150_000).text.utf8)
    let document = MapReader().read(bytes, file: "atlas.yaml")
    guard let map = document.map, map.services.count == 30_000, map.routes.count == 150_000 else {
      print("reading: the generated map was not read whole: \(document.diagnostics.prefix(3))")
      return
    }
    let events = Self.events(in: bytes)
    let pair = await Pair(
      { _ = Self.events(in: bytes) }, { _ = MapReader().read(bytes, file: "atlas.yaml") })
    print(
      "reading a map of \(bytes.count / 1_000_000) MB (30,000 services, 150,000 routes, \(events) "
        + "events): \(pair.second.inMilliseconds) ms; libyaml's events alone "
        + "\(pair.first.inMilliseconds) ms; ratio \(pair.ratio) (limit 3)")
  }

  /// Pulls every event of a text and throws it away.
  private static func events(in bytes: [UInt8]) -> Int {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return 0 }
    defer { yaml_parser_delete(&parser) }
    return bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      var count = 0
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return 0 }
        count += 1
        let isLast = event.type == YAML_STREAM_END_EVENT
        yaml_event_delete(&event)
        if isLast { return count }
      }
    }
  }
}
