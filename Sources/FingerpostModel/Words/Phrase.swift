/// Every phrase that pictures and papers say in the program's own words: the one table.
///
/// The raw value is the English text. `{gaps}` are filled by name; `{n}` is the number that the form goes
/// by, and `|` stands between the form for one and the form for every other number. The name of the case
/// is what a file with other words calls the phrase.
public enum Phrase: String, CaseIterable, Hashable, Sendable {
  // MARK: Lists, numbers, dates and ages

  case and = "{first} and {last}"
  case or = "{first} or {last}"
  case over = "over {number}"
  case atLeast = "at least {number}"
  case about = "about {number}"
  case upTo = "up to {number}"
  case under = "under {number}"
  case days = "{n} day|{n} days"
  case weeks = "{n} week|{n} weeks"
  case monthsLong = "{n} month|{n} months"
  case years = "{n} year|{n} years"
  case dayOfMonth = "{day} {month} {year}"
  case monthOfYear = "{month} {year}"
  case january = "January"
  case february = "February"
  case march = "March"
  case april = "April"
  case may = "May"
  case june = "June"
  case july = "July"
  case august = "August"
  case september = "September"
  case october = "October"
  case november = "November"
  case december = "December"
  case conception = "conception"
  case weeksOfPregnancy = "{n} week of pregnancy|{n} weeks of pregnancy"
  case birth = "birth"
  case noLimit = "no limit"
  case ageNotStated = "an age not stated"
  case ageRange = "{from} to {to}"

  // MARK: What a map holds, counted

  case services = "{n} service|{n} services"
  case routes = "{n} route|{n} routes"
  case boards = "{n} board|{n} boards"
  case seats = "{n} seat|{n} seats"
  case programmes = "{n} programme|{n} programmes"
  case links = "{n} link|{n} links"
  case people = "{n} person|{n} people"

  // MARK: Every page

  case invented = "This place is invented; nothing here is about a real one."
  case mapDoesNotSay = "The map does not say {what}."
  case asOf = "As of {date}"
  case sources = "Source: {list}|Sources: {list}"
  case aService = "a service"
  case anOrganisation = "an organisation"
  case aBoard = "a board"
  case aProgramme = "a programme"
  case aDocument = "a document"
  case aRole = "a role"
  case notOnThisMap = "not on this map"
  case notOnThisMapNamed = "not on this map: {name}"
  case onOtherMap = "on the map {map}: {name}"
  case serviceOrOrganisation = "Service or organisation"
  case board = "Board"
  case programme = "Programme"
  case document = "Document"
  case shortNHS = "NHS"
  case shortLocalAuthority = "council"
  case shortVoluntary = "voluntary sector"
  case shortPrivateSector = "private sector"
  case shortEducation = "education"
  case shortPolice = "police"
  case shortOtherSector = "other sector"
  case titled = "{name}, {what}"

  // MARK: How a picture is drawn

  case drawnWithoutLineLabels = "Drawn without the text on its lines, because {reason}."
  case drawnWithoutGroups = "Drawn without the boxes around groups, because {reason}."
  case drawnByOtherEngine =
    "Drawn without boxes around groups and in no reading order, because {reason}."
  case moreBoxes = "it holds more than {n} boxes"
  case graphvizLostBox = "Graphviz lost a box otherwise"
  case graphvizLostLine = "Graphviz lost a line otherwise"
  case graphvizLostGroup = "Graphviz lost a box around a group otherwise"
  case graphvizLostHeading = "Graphviz lost the heading of a group otherwise"
  case graphvizLostLineLabel = "Graphviz lost the text on a line otherwise"
  case graphvizTooLong = "Graphviz took too long otherwise"
  case graphvizBrokeOff = "Graphviz broke off otherwise"
  case graphvizFailed = "Graphviz failed otherwise"

  // MARK: The system

  case systemQuestion = "What is there, and how do families move between services?"
  case noService = "the map states no service"
  case systemSubtitle = "What is there: {services} and {routes}"
  case systemSubtitleWithoutRoutes = "What is there: {services}; no route is stated"
  case systemSummary = "{services}, and {routes} between them."
  case systemSummaryByLevel =
    "{services}, those with a stated level ordered from the least intensive up, and {routes} between them."
  case systemSummaryWithoutRoutes = "{services}; no route is stated."
  case systemSummaryByLevelWithoutRoutes =
    "{services}, those with a stated level ordered from the least intensive up; no route is stated."
  case atWhichLevelAllWork = "at which level the services work"
  case atWhichLevelSomeWork =
    "at which level {n} service works|at which level {n} services work"
  case whichSectorRunsAll = "which sector runs the services"
  case whichSectorRunsSome = "which sector runs {n} service|which sector runs {n} services"
  case strongestArrow =
    "Where several routes lead the same way, the arrow is that of the strongest; the picture in words names each."
  case sectorNotStated = "Sector not stated"
  case focalService = "Focal service"
  case alsoAtLevels = "also {levels}"
  case familiesBox = "Families"
  case familiesThemselves = "Families themselves"
  case families = "families"
  case notOnThisMapLegend = "Not on this map"
  case plannedOrPaused = "Planned or paused"
  case severalRoutes = "{n}: {kinds}"
  case routeTitle = "{kind} from {from} to {to}"
  case aStep = "a {step}"

  // MARK: The board

  case boardQuestion = "Who is at the table, and who is missing?"
  case noBoard = "the map states no board"
  case boardSubtitle = "Who is at the table: {boards}, {seats}"
  case boardSubtitleEmpty = "Who is at the table: {boards}, {seats}, {empty} empty"
  case boardSubtitleWithoutSeats = "Who is at the table: {boards}; no seat is stated"
  case boardSummary =
    "{boards} with {seats}: {held} held, {empty} empty or missing, and {unsaid} of which the map does not say who holds them. Lines show who reports to whom."
  case whoHoldsTheSeats = "who holds the seats"
  case whoHoldsSomeSeats = "who holds {n} seat|who holds {n} seats"
  case whoSitsOn = "who sits on {boards}"
  case chair = "Chair: {role}"
  case chairNobody = "Chair: nobody"
  case boardFor = "For: {purposes}"
  case oversees = "Oversees: {what}"
  case risksFrom = "Risks come from: {role}"
  case risksFromWithRegister = "Risks come from: {role}, with the {register}"
  case seatsUnknown = "The map does not say who sits on it"
  case seatsOn = "Seats on {board}"
  case seatOn = "Seat on {board}"
  case missing = "missing"
  case seatMissing = "{seat}, a seat that is missing from {board}"
  case emptyOrMissingSeat = "Empty or missing seat"
  case seatHeld = "Seat that is held"
  case empty = "empty"
  case seatUnsaid = "Seat; the map does not say who holds it"
  case holderUnsaid = "the map does not say who holds it"
  case seatTitle = "{seat}, a seat on {board}: {holder}"
  case reportsTo = "Reports to"
  case delegatesTo = "Delegates to"
  case reportsToTitle = "{from} reports to {to}"
  case delegatesToTitle = "{from} delegates to {to}"
  case seniorManagers = "Senior managers"
  case commissioners = "Commissioners"

  // MARK: Training

  case trainingQuestion = "Who trains and supports whom?"
  case noProgramme = "the map states no programme"
  case trainingSubtitle = "Who trains and supports whom: {programmes}"
  case trainingSummary = "{programmes}, who gives them and whom they reach."
  case whomProgrammesAreFor = "whom {names} is for|whom {names} are for"
  case whomManyProgrammesAreFor = "whom {n} programme is for|whom {n} programmes are for"
  case sessions = "{n} session|{n} sessions"
  case sessionsOver = "{sessions} over {span}"
  case trainers = "{n} trainer|{n} trainers"
  case named = "{name}: {value}"
  case programmeOfStatus = "Programme, {status}"
  case whoTakePart = "{role}, who take part"
  case peopleInRole = "People in a role"
  case givesProgramme = "Gives the programme"
  case commissionsProgramme = "Commissions the programme"
  case helpsToMake = "Helps to make it"
  case isFor = "Is for"
  case isKeptAliveBy = "Is kept alive by"
  case givesTitle = "{from} gives {to}"
  case commissionsTitle = "{from} commissions {to}"
  case helpsToMakeTitle = "{from} helps to make {to}"
  case isForTitle = "{from} is for {to}"
  case isKeptAliveByTitle = "{from} is kept alive by {to}"
  case allOfThese = "All of these {n}"

  // MARK: Links

  case linksQuestion = "Who works with whom, and on what?"
  case noLink = "the map states no link"
  case linksSubtitle = "Who works with whom, and on what: {links}"
  case linksSummary =
    "{links} between organisations, services, boards, programmes and papers, apart from the routes that families take."
  case plannedLink = "Planned link"
  case linkLegend = "Link; the words on it say of what kind"

  // MARK: The flow

  case flowQuestion = "How many people come how far, and where do they leave?"
  case noFlow = "the map states no counted stages"
  case flowSubtitle = "How many people came how far, and where they left"
  case flowSummary =
    "Counted stages in order, the people who leave between them, and any whom the source does not account for."
  case howManyUnsaid = "the map does not say how many"
  case stageLegend = "Stage, with how many reached it"
  case fromStageToStage = "From {from} to {to}"
  case cameFurther = "Came further"
  case left = "{number} left"
  case someLeft = "some left"
  case leftTitle = "Left: {when}"
  case peopleWhoLeft = "People who left"
  case leftLegend = "Left"
  case notAccountedFor = "Not accounted for"
  case notAccountedForTitle = "{number} people before {stage} are not accounted for"
  case sourceDoesNotAccount = "The source does not account for them"

  // MARK: Papers

  case boardPack = "Board pack"
  case paperForBoard = "Paper for the board"
  case paperForCommissioners = "Paper for commissioners"
  case paperForOperations = "Paper for operational leads"
  case paperDate = "As things stand on {date}. The map is of {asOf}."
  case paperDateOnly =
    "As things stand on {date}. The map does not say of which day it is."
  case paperAudience = "For {audience}."
  case skipToPaper = "Skip to the paper"
  case contents = "Contents"
  case theMapDoesNotSay = "the map does not say"
  case notSaid = "not said"
  case scrollable = "{name}; it can be scrolled"
  case pictureNumbered = "Picture {number}: {title}"
  case pictureInWords = "Picture {number} in words"
  case pictureNotDrawn = "This picture could not be drawn. {reason} Here it is in words."
  case pictureTooSmall =
    "It would show {n} box, and its smallest text would print at {points} points; people can read 8 points and more.|It would show {n} boxes, and its smallest text would print at {points} points; people can read 8 points and more."
  case fileUnreadable = "The file is not a picture that a page can show."
  case organisations = "{n} organisation|{n} organisations"

  // MARK: Papers, the summary

  case summaryHeading = "In brief"
  case ofAll = "{part} of {all}"
  case servicesLabel = "service on the map|services on the map"
  case seatsHeldLabel = "seats at the table that are held"
  case coveredLabel = "needs, ages and areas with a way to help"
  case endingLabel = "things stated to end within a year"
  case summaryHolds = "The map holds {services} and {routes} between them."
  case summaryHoldsOfOrganisations =
    "The map holds {services} of {organisations}, and {routes} between them."
  case summaryHoldsWithoutRoutes =
    "The map holds {services} and does not say how families move between them."
  case summaryNoBoard = "The map says that no board steers the system."
  case summaryBoardUnsaid = "The map does not say which board steers the system."
  case summarySeatsUnsaid = "The map does not say who sits on {board}."
  case summarySeatsHeld = "All seats of {board} are held ({seats})."
  case summaryHoldersUnsaid =
    "{board} has {seats}, and the map does not say who holds them."
  case summarySomeHoldersUnsaid =
    "Nobody is known to be missing on {board}, and the map does not say who holds {n} of its {seats}."
  case summarySeatsOpen =
    "On {board}, {n} seat is empty or missing: {list}.|On {board}, {n} seats are empty or missing: {list}."
  case summaryMoreHoldersUnsaid =
    "Of {n} more the map does not say who holds it.|Of {n} more the map does not say who holds them."
  case scopeUnsaid =
    "The map does not say {what}, so that nobody can tell from it which families find help."
  case whichNeeds = "which needs the system must meet"
  case whichAges = "at which ages"
  case whichAreas = "in which areas"
  case summaryAllCovered =
    "The one combination of a need, an age and an area that the system must cover has a way to help.|All {n} combinations of a need, an age and an area that the system must cover have a way to help."
  case summaryCoverage =
    "Of the one combination of a need, an age and an area that the system must cover: {counts}.|Of {n} combinations of a need, an age and an area that the system must cover, {counts}."
  case coveredCount = "{n} has a way to help|{n} have a way to help"
  case coveredForSomeCount =
    "{n} has one for some families only|{n} have one for some families only"
  case gapCount = "{n} has none|{n} have none"
  case notStatedCount = "of {n} the map does not say"
  case summaryNothingEnds = "Nothing that the map states ends by {date}."
  case summaryEnds =
    "By {date}, {n} thing ends, on {first}.|By {date}, {n} things end, the first on {first}."
  case summaryEnded =
    "The end of {n} thing is past, and the map does not say what followed.|The ends of {n} things are past, and the map does not say what followed."
  case summaryNothingLost = "No family loses its way to help with all of it."
  case summaryLost =
    "With all of it, {n} combination loses its way to help.|With all of it, {n} combinations lose their way to help."
  case summaryToDecide =
    "There is {n} matter to decide or to find out.|There are {n} matters to decide or to find out."
  case summaryNothingToDecide = "There is nothing to decide."
  case decideHeading = "What to decide, and what to find out"
  case decideSeats =
    "Find somebody for {n} seat on {board}: {list}.|Find people for {n} seats on {board}: {list}."
  case decideGap = "{change} This would open a way to help for: {families}."
  case decideEnding =
    "{what} ends on {date}. Decide what follows, or a way to help is lost for: {families}."
  case decideTerms =
    "Settle who follows on {n} seat on {board} when the term ends on {date}: {seats}.|Settle who follows on {n} seats on {board} when their terms end on {date}: {seats}."
  case decideAccepted =
    "Accepted until {date}, by {owner}: {finding} Settle whether it stays accepted."
  case decideQuestion = "Find out: {question}"
  case andLikeIt =
    "The paper names {n} more like it.|The paper names {n} more like it."
  case whoAnswers = "Who answers for it: {owner}."
  case moreUnder = "More under “{section}”"
  case moreDecisions =
    "{n} more follows below in the paper.|{n} more follow below in the paper."

  // MARK: Papers, the sections

  case changesHeading = "What changed"
  case changesSince = "Since {version}:"
  case changesSinceDated = "Since {version}, which is of {date}:"
  case nothingChanged = "Nothing on the map has changed."
  case servicesAdded = "New on the map: {list}."
  case servicesRemoved = "No longer on the map: {list}."
  case routesAdded = "{n} route is new.|{n} routes are new."
  case routesRemoved =
    "{n} route is no longer on the map.|{n} routes are no longer on the map."
  case boardHeading = "Who sits on the boards"
  case lead = "Answers for it: {role}"
  case meets = "Meets: {often}"
  case seatColumn = "Seat"
  case holderColumn = "Who holds it"
  case untilColumn = "Until"
  case termEnded = "The term ended on {date}"
  case termNotBegun = "The term begins on {date}"
  case seatIsMissing = "Missing: a standard asks for this seat"
  case systemHeading = "The system"
  case pathwaysHeading = "How families get help"
  case waysIntroduction =
    "Where a way leads to help, this is the shortest: the fewest times that a family is passed on."
  case waysCaption = "The way through for each need, age and area"
  case familiesColumn = "Need, age and area"
  case wayColumn = "The way through"
  case coverageHeading = "Which families find help"
  case coverageIntroduction =
    "For each need that the system must meet: areas down, the age of the child across. The tables are about families with none of the conditions for which services are closed."
  case coverageLegend =
    "✓ a way leads to help. ✓ ! a way leads to help, and there is a reason to look twice, told below. ◐ only some families are helped. ✗ no way leads to help. ? the map does not say."
  case scopeEmpty =
    "The map says that there is no need, no age or no area that the system must cover."
  case areaColumn = "Area"
  case coveredCell = "Way to help"
  case lookTwiceCell = "Way to help, look twice"
  case coveredForSomeCell = "For some families"
  case gapCell = "No way to help"
  case lookTwiceHeading = "Where to look twice"
  case lessHelpHeading = "Families who find less help than others"
  case lessHelp =
    "{condition}: {n} more combination without a way to help|{condition}: {n} more combinations without a way to help"
  case gapsHeading = "What is missing, and who acts next"
  case nothingMissing =
    "Nothing is missing or wrong, as far as the map says and the standards ask."
  case familiesWithoutHelp = "Families who find no help"
  case familiesWithoutHelpCaption = "Families who find no help, and the smallest change"
  case whyColumn = "Why"
  case actionColumn = "Next action"
  case ownerColumn = "Who answers for it"
  case wayStops = "Where the way stops: {where}."
  case helpedAre = "Helped are only: {list}."
  case noActionKnown = "No single change would do; plan several."
  case failsStandards = "What the standards ask"
  case findingsCaption = "{subject}: what is missing or wrong"
  case whatColumn = "What is missing or wrong"
  case mustBeMended = "Must be mended."
  case shouldBeMended = "Should be mended."
  case couldBeBetter = "Could be better."
  case findingsLeftOut =
    "{n} other finding is in the whole pack.|{n} other findings are in the whole pack."
  case inTheFile = "In the map's file"
  case acceptedHeading = "Accepted exceptions"
  case acceptedCaption = "What is known and accepted for a while"
  case whyAcceptedColumn = "Why it is accepted"
  case endingHeading = "What ends soon"
  case endingCaption = "What ends by {date}"
  case nothingEnds = "The map states nothing that ends by {date}."
  case whenColumn = "When"
  case whatEndsColumn = "What ends"
  case lossColumn = "Who would lose the way to help"
  case noFamilyLoses = "Nobody"
  case lostTogether = "With all of it, the way to help is lost for: {families}."
  case termsEnd =
    "The term of {n} seat on {board}: {seats}|The terms of {n} seats on {board}: {seats}"
  case alreadyEnded = "Ended on {date}, and the map does not say what followed"
  case servicesHeading = "The services, one on a page"
  case picturesHeading = "More pictures"
  case questionsHeading = "What the map does not say"
  case questionsIntroduction =
    "What is not stated is never held against anybody. These are questions to ask, those that matter most first."
  case noQuestions = "The map says all that the standards ask about."
  case factsHeading = "On which it depends whether families find help"
  case factDepends =
    "{question} ({n} combination depends on it)|{question} ({n} combinations depend on it)"
  case standardsAskHeading = "What the standards ask about"
  case moreQuestions = "{n} more question|{n} more questions"
  case sourcesHeading = "Sources"
  case sourcesUnsaid = "The map names no source."
  case sourcesCaption = "Where the statements of the map come from"
  case titleColumn = "Title"
  case publisherColumn = "Publisher"
  case publishedColumn = "Published"
  case reviewColumn = "Review due"
  case reviewOverdue = "{date}, overdue"
  case standardsHeading = "The map was checked against:"

  /// The months in their order.
  static let months: [Phrase] = [
    .january, .february, .march, .april, .may, .june, .july, .august, .september, .october,
    .november, .december,
  ]

  /// The English text for numbers of a category.
  func english(_ category: PluralCategory) -> String {
    guard let bar = rawValue.firstIndex(of: "|") else { return rawValue }
    return category == .one
      ? String(rawValue[..<bar]) : String(rawValue[rawValue.index(after: bar)...])
  }
}
