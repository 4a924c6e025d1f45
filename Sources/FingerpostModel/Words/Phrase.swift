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
  case notAccountedForTitle =
    "{n} person before {stage} is not accounted for|{n} people before {stage} are not accounted for"
  case numbersDoNotAddUp = "The numbers do not account for them"
  case cameNoFurther = "{n} person came no further|{n} people came no further"
  case cameNoFurtherTitle =
    "{n} person did not come as far as {stage}|{n} people did not come as far as {stage}"
  case whyUnsaid = "the map does not say why"
  case flowWidths = "The wider a line, the more people went along it."

  // MARK: Agreements

  case agreementsQuestion = "Who shares what with whom, under which agreement, and what is missing?"
  case noAgreement = "the map states no agreement, and nothing that would need one"
  case agreements = "{n} agreement|{n} agreements"
  case agreementsSubtitle = "Who shares what with whom: {agreements}"
  case agreementsSubtitleMissing =
    "Who shares what with whom: {agreements}; {n} missing|Who shares what with whom: {agreements}; {n} missing"
  case agreementsSummary =
    "{agreements}, who made each and what it covers; {missing} share identifiable data without one, and of {unsaid} the map does not say under which agreement."
  case pairsWithout = "{n} pair of organisations|{n} pairs of organisations"
  case pairsUnsaid = "{n} pair|{n} pairs"
  case whoMadeAgreements = "who made {names}|who made {names}"
  case legalContract = "legal contract"
  case jointControllers = "joint controllers"
  case sharesData = "Shares: {data}"
  case sharesContent = "That is: {content}"
  case notNeededBecause = "No more is needed, because: {reason}"
  case covers = "Covers: {names}"
  case makersUnsaid = "The map does not say who made it"
  case until = "Until {date}"
  case endedOn = "Ended: {date}"
  case reviewDue = "Review due: {date}"
  case agreement = "Agreement"
  case plannedAgreement = "Agreement, planned"
  case anAgreement = "an agreement"
  case endsSoonOrEnded = "Has ended, or ends within a year"
  case madeIt = "Made the agreement"
  case madeItTitle = "{body} made {agreement}"
  case noAgreementHere = "No agreement"
  case agreementUnsaid = "Under which agreement?"
  case passWithout =
    "Identifiable data pass {n} way without an agreement|Identifiable data pass {n} ways without an agreement"
  case passUnsaid =
    "Identifiable data pass {n} way; the map does not say under which agreement|Identifiable data pass {n} ways; the map does not say under which agreement"
  case betweenTwo = "{first} and {second}"
  case dataWithoutAgreement = "Identifiable data pass; there is no agreement"
  case dataAgreementUnsaid = "Identifiable data pass; the map does not say under which agreement"
  case shareIdentifiable = "Share identifiable data"

  // MARK: Commissioning

  case commissioningQuestion = "Who pays for what, until when?"
  case noCommissioning = "the map does not say who commissions or pays for anything"
  case commissionedThings = "{n} service or programme|{n} services and programmes"
  case payers = "{n} body|{n} bodies"
  case commissioningSubtitle = "Who pays for what, until when: {payers}, {items}"
  case commissioningSummary =
    "{payers} that commission or pay for {items}, with the date on which funding ends where it is stated."
  case fundingIsOver =
    "The funding of {n} service has run out by its stated date.|The funding of {n} services has run out by its stated date."
  case fundingEndsSoon =
    "The funding of {n} service ends within a year.|The funding of {n} services ends within a year."
  case whoCommissions =
    "who commissions or pays for {n} service (not shown)|who commissions or pays for {n} services (not shown)"
  case untilWhenFunded = "until when {n} service is funded|until when {n} services are funded"
  case fundedUntil = "Funded until {date}"
  case fundedUntilPast = "Was funded until {date}"
  case fundedWithoutEnd = "Funded without an end date"
  case fundedUntilUnsaid = "The map does not say until when"
  case fundingEndsLegend = "Funding has ended, or ends within a year"
  case commissionsAndPays = "Commissions and pays"
  case commissionsAndPaysTitle = "{from} commissions and pays for {to}"
  case paysFor = "Pays"
  case paysForTitle = "{from} pays for {to}"
  case commissionsLegend = "Commissions"

  // MARK: Wider stakeholders of a board

  case notAtTheTable = "Nobody speaks for"
  case widerStakeholders = "Recommended and not at the table"
  case widerStakeholdersTitle = "Nobody on {board} speaks for {names}"

  // MARK: Views that a map defines

  case ownViewQuestion = "What do the views show that the map defines itself?"
  case noOwnView = "the map defines no view of its own"
  case ownViewSubtitle = "{title}: {services} and {routes}"
  case ownViewSubtitleWithoutRoutes = "{title}: {services}; no route between them"
  case ownViewSummary = "{title}: {services} of the map, and {routes} to and between them."
  case ownViewSummaryWithoutRoutes =
    "{title}: {services} of the map; no route leads to or between them."
  case noServiceMatches = "no service matches"
  case whichMatchUnsaid = "the map does not say which services match"
  case chosenBy = "This view chooses services by {criteria}."
  case byNeed = "need ({names})"
  case bySector = "sector ({names})"
  case byLevel = "level ({names})"
  case byArea = "area ({names})"
  case byOrganisation = "organisation ({names})"
  case byStatus = "status ({names})"
  case byHandOffs =
    "distance (at most {n} hand-off from {names})|distance (at most {n} hand-offs from {names})"
  case noneOfThem = "none"
  case leftOut =
    "{n} service is left out, because the map does not say {what}.|{n} services are left out, because the map does not say {what}."
  case unsaidNeeds = "which needs it serves|which needs they serve"
  case unsaidSector = "which sector runs it|which sector runs them"
  case unsaidLevel = "at which level it works|at which level they work"
  case unsaidAreas = "which areas it serves|which areas they serve"
  case unsaidOrganisation = "who runs it|who runs them"
  case unsaidStatus = "whether it is in use|whether they are in use"
  case unsaidRoutes = "which routes lead to and from it|which routes lead to and from them"
  case routesElsewhere =
    "{n} route leads to or from a service that this view does not show.|{n} routes lead to or from services that this view does not show."
  case routesOfOtherKinds =
    "{n} route of another kind is not shown.|{n} routes of other kinds are not shown."
  case otherValues = "Others, named in their boxes"
  case levelNotStated = "Level not stated"
  case areasNotStated = "Areas not stated"
  case organisationNotStated = "Organisation not stated"
  case statusNotStated = "Status not stated"
  case whichAreasSomeServe =
    "which areas {n} service serves|which areas {n} services serve"
  case whoRunsSome = "who runs {n} service|who runs {n} services"
  case whetherSomeAreInUse = "whether {n} service is in use|whether {n} services are in use"

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
