import FingerpostTestSupport
import Testing

struct `A server of a folder of maps` {
  @Test func `lets in this computer's own pages and programs, and nobody else's`() async throws {
    let server = try await RunningServer()
    let answers: [String: Int] = try await server.answer(to: "guards")
    let expected: [String: Int] = [
      "own": 200, "own by number": 200, "own page": 200, "link from elsewhere": 200,
      "rebound name": 421, "rebound interface": 421, "no name": 421, "other port": 421,
      "other page": 403, "page of no origin": 403, "fetched from elsewhere": 403,
      "written from elsewhere": 403, "form": 405, "put": 405, "delete": 405, "options": 405,
      "trace": 405, "large header": 400, "no http": 400,
    ]
    #expect(answers == expected)
    #expect(try await server.stop().exitCode == 0)
  }

  @Test func `has no path that leads out of its folder, or to its files`() async throws {
    let server = try await RunningServer()
    let answers: [String: Int] = try await server.answer(to: "paths")
    #expect(answers.count > 10)
    for (path, status) in answers { #expect([0, 400, 404].contains(status), "\(path): \(status)") }
    _ = try await server.stop()
  }

  @Test func `tells its pages of every change, and keeps them while a map cannot be read`()
    async throws
  {
    struct Change: Decodable, Equatable {
      var map: String?
      var problem: String?
    }
    struct Told: Decodable {
      var saved: Change
      var page: Bool
      var broken: Change
      var kept: Bool
      var mended: Change
      var back: Bool
      var added: [Change]
      var listed: Bool
      var removed: Change
      var gone: Int
    }
    let server = try await RunningServer()
    let told: Told = try await server.answer(to: "events")
    #expect(told.saved == Change(map: "gapland") && told.page)
    #expect(told.broken.map == "gapland" && told.kept)
    #expect(told.broken.problem?.contains("gapland.yaml:3:1: error:") == true)
    #expect(told.mended == Change(map: "gapland") && told.back)
    #expect(told.added == [Change(), Change(map: "other")] && told.listed)
    #expect(told.removed == Change() && told.gone == 404)
    _ = try await server.stop()
  }

  @Test func `answers as its description for programs says`() async throws {
    struct Found: Decodable {
      var exitCode: Int
      var said: String
    }
    let server = try await RunningServer()
    let found: Found = try await server.answer(to: "interface")
    #expect(found.exitCode == 0, "\(found.said)")
    #expect(found.said.contains("11 selected / 11 total"), "\(found.said)")
    _ = try await server.stop()
  }

  @Test func `is not harmed by a gigabyte, or by those who speak slowly`() async throws {
    struct Upload: Decodable {
      struct Outcome: Decodable { var status: Int }
      var outcomes: [Outcome]
      var grown: Int
      var after: Int
    }
    struct Slow: Decodable { var statuses: [Int] }
    let server = try await RunningServer()
    let upload: Upload = try await server.answer(to: "upload")
    #expect(upload.outcomes.count == 2)
    for outcome in upload.outcomes { #expect([0, 413].contains(outcome.status)) }
    #expect(upload.grown < 100 && upload.after == 200)
    let slow: Slow = try await server.answer(to: "slow")
    #expect(slow.statuses.count == 20 && slow.statuses.allSatisfy { $0 == 200 })
    _ = try await server.stop()
  }

  @Test func `goes on when its workers are killed, and when its folder goes and comes back`()
    async throws
  {
    struct Survived: Decodable {
      var killed: Int
      var afterKills: Int
      var withoutFolder: Int
      var back: Bool
    }
    let server = try await RunningServer()
    let survived: Survived = try await server.answer(to: "survive")
    #expect(survived.killed > 0 && survived.afterKills == 200)
    #expect(survived.withoutFolder == 200 && survived.back)
    #expect(try await server.stop().exitCode == 0)
  }

  @Test func `changes an element and no other byte, and never what somebody else has changed`()
    async throws
  {
    let server = try await RunningServer()
    let answers: Edits = try await server.answer(to: "edits")
    #expect(answers.looked.status == 200 && answers.untouched)
    #expect(answers.looked.answer.written == false && answers.looked.answer.undo == nil)
    // A referral lets half of the families find help: those under a year, in two areas.
    #expect(
      answers.looked.answer.coverage == [
        "covered": 2, "coveredForSome": 0, "gap": 2, "notStated": 0,
      ])
    #expect(answers.written.answer.written == true && answers.onlyThat)
    #expect(answers.conflict.status == 409)
    #expect(answers.conflict.answer.message?.contains("since you looked") == true)
    #expect(answers.conflict.answer.now?["name"] == "Night clinic")
    #expect(answers.undone.status == 200 && answers.asBefore && answers.again == 404)
    #expect(answers.undoneLate.status == 410 && answers.byHand)
    #expect(answers.impossible.status == 422)
    #expect(answers.impossible.answer.problems?.first?.contains("has no key `colour`") == true)
    #expect(answers.nonsense == 400 && answers.large == 413)
    #expect(answers.elsewhere == 403 && answers.form == 415)
    _ = try await server.stop()
  }

  @Test func `leaves a whole file when it is killed while it saves`() async throws {
    struct Killed: Decodable {
      var saves: Int
      var isWhole: Bool
    }
    for _ in 0..<(isSoak ? 40 : 3) {
      let server = try await RunningServer()
      let killed: Killed = try await server.answer(to: "killed")
      #expect(killed.saves > 0 && killed.isWhole)
      _ = try await server.end()
    }
  }

  @Test func `serves 64 who read while 4 save, without an error and in steady memory`()
    async throws
  {
    struct Load: Decodable {
      var errors: [String]
      var reads: Int
      var saves: Int
      var kept: [Bool]
      var shown: [Bool]
      var warm: Int
      var after: Int
    }
    let server = try await RunningServer()
    let load: Load = try await server.answer(to: "load")
    #expect(load.errors == [])
    #expect(load.reads > 64 && load.saves > 4)
    #expect(load.kept == [true, true, true, true], "no save is lost")
    #expect(load.shown == [true, true, true, true], "every last save is shown")
    #expect(load.after < load.warm + 64, "\(load.warm) MB, and \(load.after) MB after it")
    _ = try await server.stop()
  }

  @Test func `lets families walk into a service that is open to all, and nowhere by signposts`()
    async throws
  {
    let server = try await RunningServer()
    let answers: [String: Int] = try await server.answer(to: "ways")
    #expect(answers == ["visiting": 0, "sleep-clinic": -1, "unknown": 404])
    _ = try await server.stop()
  }

  @Test func `says what to mend on the page of a map that was never sound`() async throws {
    let server = try await RunningServer()
    let page: String = try await server.answer(to: "unsound")
    #expect(page.contains("This map cannot be shown before its files are mended"))
    #expect(page.contains("broken.yaml:3:"), "\(page)")
    _ = try await server.stop()
  }

  @Test func `shows other maps while the pictures of one hang, and that one when they are done`()
    async throws
  {
    struct Hang: Decodable {
      var stopped: Int
      var answered: [Int]
      var other: Bool
      var back: Bool
    }
    let server = try await RunningServer()
    let hang: Hang = try await server.answer(to: "hang")
    #expect(hang.stopped > 0 && Set(hang.answered) == [200])
    #expect(hang.other, "a map that takes long keeps no other waiting")
    #expect(hang.back)
    _ = try await server.stop()
  }

  @Test func `keeps the pages of a map that loses its title or all that it holds, and says so`()
    async throws
  {
    struct Missing: Decodable {
      struct Answer: Decodable, Equatable {
        var status: Int
        var type: String
        var isTold: Bool

        init(_ status: Int, _ type: String) {
          (self.status, self.type, isTold) = (status, type, true)
        }

        init(from decoder: any Decoder) throws {
          var container = try decoder.unkeyedContainer()
          status = try container.decode(Int.self)
          type = try container.decode(String.self)
          isTold = try container.decode(Bool.self)
        }
      }

      var added: Bool
      var untitled: Bool
      var page: Int
      var others: [String]
      var emptied: Bool
      var stillPage: Int
      var back: Bool
      var person: Answer
      var program: Answer
    }
    let server = try await RunningServer()
    let missing: Missing = try await server.answer(to: "missing")
    #expect(missing.added && missing.untitled && missing.page == 200)
    #expect(missing.others == [], "the other map has nothing to do with it")
    #expect(missing.emptied && missing.stillPage == 200 && missing.back)
    #expect(missing.person == .init(404, "text/html"))
    #expect(missing.program == .init(404, "application/json"))
    _ = try await server.stop()
  }

  @Test(arguments: [
    (["--port", "0"], "--port is a number from 1 to 65535"),
    (["--audience", "everybody"], "public, commissioner, operational"),
  ])
  func `says what is wrong with how it is called`(_ arguments: [String], _ message: String)
    async throws
  {
    let run = try await Program.built("fingerpost-server").run(["."] + arguments)
    #expect(run.exitCode == 64)
    #expect(run.errorOutput.contains(message), "\(run.errorOutput)")
    let missing = try await Program.built("fingerpost-server").run(["/nowhere"])
    #expect(missing.errorOutput.contains("/nowhere is no folder"))
  }

  @Test func `says so when its port is taken`() async throws {
    let server = try await RunningServer()
    let second = try await Program.built("fingerpost-server").run(
      [server.maps, "--port", "\(server.port)"])
    #expect(second.exitCode != 0)
    #expect(second.errorOutput.contains("port \(server.port) is taken"), "\(second.errorOutput)")
    _ = try await server.stop()
  }
}

/// What becomes of changes.
private struct Edits: Decodable {
  /// A status and what was said.
  struct Answer: Decodable {
    var status: Int
    var answer: Said

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      status = try container.decode(Int.self)
      answer = try container.decode(Said.self)
    }
  }

  struct Said: Decodable {
    var written: Bool?
    var undo: String?
    var coverage: [String: Int]?
    var message: String?
    var problems: [String]?
    private var nowStated: Now?

    /// What the files say now, as far as it is text.
    var now: [String: String]? { nowStated?.texts }

    private enum CodingKeys: String, CodingKey {
      case written, undo, coverage, message, problems
      case nowStated = "now"
    }

    private struct Now: Decodable {
      var texts: [String: String] = [:]

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        for key in container.allKeys {
          texts[key.stringValue] = try? container.decode(String.self, forKey: key)
        }
      }

      private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { return nil }
      }
    }
  }

  var looked: Answer
  var untouched: Bool
  var written: Answer
  var onlyThat: Bool
  var conflict: Answer
  var undone: Answer
  var asBefore: Bool
  var again: Int
  var undoneLate: Answer
  var byHand: Bool
  var impossible: Answer
  var nonsense: Int
  var large: Int
  var elsewhere: Int
  var form: Int
}
