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

  // MARK: Coverage

  case everyArea = "every area"
  case agesInAreas = "{ages} in {areas}"
  case needOfFamilies = "{need}: {families}"
  case moreNames = "{n} more"
  case routeNamed = "the {kind} from {from} to {to}"
  case gapNumber = "Gap {n}"
  case gapNobodyServesIt = "No service on the map helps with it at these ages in this area."
  case gapNothingLeadsToIt = "No way leads to what would help: {services}."
  case gapNothingLeadsToWhatMayHelp = "No way leads to what may help: {services}."
  case gapOnlyPlannedOrPaused = "Only what is planned or paused would help: {what}."
  case gapOnlyPlannedOrPausedMayHelp = "Only what is planned or paused may help: {what}."
  case gapOnlySignposting = "Families are told of {services}, and nobody refers them there."
  case gapExcluded = "Families are turned away at {services}."
  case wayStopsAt = "The way stops at {services}."
  case wayStopsAtOnce = "Families reach no service at all."
  case smallestChange = "The smallest change: {change}."
  case smallestChangeUnsure =
    "The smallest change: {change}; the map would then still not say for certain."
  case changeReopen = "reopen {what}"
  case changeBringForward = "bring forward {what}"
  case changeWidenAges = "widen the ages that {service} sees to {ages}"
  case changeAddArea = "let {service} serve {areas} too"
  case changeSelfReferral = "let families refer themselves to {service}"
  case changeReferral = "open a referral from {from} to {to}"
  case changeNewService = "set up a service for it"
  case stopOnlySignposting = "families are told of it and not referred"
  case stopRouteNotInUse = "the route is {status}"
  case stopRouteForOtherNeeds = "the route is for other needs"
  case stopRouteForOtherFamilies = "the route is for other families"
  case stopOtherAges = "for children from {ages}"
  case stopOtherAreas = "only for families in {areas}"
  case stopNoArea = "serves no area"
  case stopExcludes = "does not see these families"
  case stopOnlyFor = "only for families with: {conditions}"
  case askAges = "which ages {service} sees"
  case askFirstAge = "from which age {service} sees children"
  case askLastAge = "up to which age {service} sees children"
  case askAreas = "which areas {service} serves"
  case askEntry = "whether {service} is open to every family"
  case askExclusions = "for which conditions {service} is closed"
  case askRoutes = "how families get from one service to another"
  case askNeeds = "which needs {service} serves"
  case askOtherMap = "whether families find help at “{service}” on the map “{map}”"

  // MARK: Pathways

  case pathwayQuestion = "How does a family with this need, of this age, in this area get help?"
  case scopeNotStated = "the map does not say what it must cover"
  case scopeEmpty = "the map states that there is nothing it must cover"
  case noDate = "the map does not say for which date it holds, and nobody asked for one"
  case noChildOfThatAge = "no child can be of that age"
  case pathwaySubtitle = "How families get help with this need: {need} ({families})"
  case wayThroughSummary =
    "The way through takes {n} hand-off: {way}.|The way through takes {n} hand-offs: {way}."
  case helpAtOnceSummary = "Families find help where they can begin: {way}."
  case noWaySummary = "No way leads to help."
  case maybeWaySummary =
    "The map does not say whether a way leads to help. There may be this one: {way}."
  case helpedForSomeSummary = "Families are helped only if they have one of these: {conditions}."
  case alsoHelp = "{n} other service helps too.|{n} other services help too."
  case canBegin = "Begin here"
  case onTheWay = "On the way"
  case afterHandOffs = "After {n} hand-off|After {n} hand-offs"
  case findHelp = "Find help"
  case helpForSome = "Help for some"
  case mayFindHelp = "May find help"
  case reached = "Reached"
  case notReached = "Not reached"
  case sentInstead = "Sent instead"
  case openToAll = "open to every family"
  case waitOf = "wait: {span}"
  case longWaitOf = "long wait: {span}"
  case noWait = "no wait"
  case isFull = "more families are referred than it is commissioned for"
  case restsOnOnePerson = "rests on one person, or on locums alone"
  case fundedUntil = "no funding stated beyond {date}"
  case everyWayPasses = "every way passes here"
  case insteadWith = "sent here with: {conditions}"
  case toReopen = "to be reopened"
  case toBringForward = "to be brought forward"
  case toSeeTheseAges = "would have to see these ages"
  case toServeThisArea = "would have to serve this area"
  case newService = "A new service"
  case doubtAges = "which ages?"
  case doubtAreas = "which areas?"
  case doubtEntry = "open to every family?"
  case doubtExclusions = "closed for whom?"
  case doubtOtherMap = "does it help these families?"
  case doubtRoutes = "how do families get there?"
  case doubtNeeds = "which needs?"
  case doubt = "?"
  case wayThroughLegend = "The way through"
  case wayAsFarLegend = "The way as far as it goes, and on from the gap"
  case maybeWayLegend = "Perhaps a way: the map does not say"
  case onWayTitle = "{route}, on the way through"
  case maybeTitle = "{route}, perhaps: the map does not say"
  case stopTitle = "{route} does not take these families on: {reasons}"
  case missingTitle = "{gap}: {route}, which is missing"
  case perhapsToTitle = "Perhaps from {from} to {to}: the map does not say"
  case wouldHelp = "would help"
  case mayHelp = "may help"
  case unsaidServiceLegend = "Service of which the map does not say enough"
  case stopLegend = "Route that does not take these families on"
  case missingLegend = "Missing: the smallest change that leads to help"
  case insteadLegend = "Where a service sends families whom it does not see"
  case sentInsteadTitle =
    "{service} does not see families with {conditions}, and sends them to {to}"
  case sendsNowhere = "{service} does not see families with {conditions}, and sends them nowhere."
  case whereSentInstead = "where {service} sends families with {conditions}"
  case shortestWaysShown =
    "Shown are the shortest ways, and not those that lead back to where families can begin anyway."
  case reachedLeftOut =
    "{n} other service that families reach is left out.|{n} other services that families reach are left out."
  case stopsLeftOut =
    "{n} other route that does not take these families on is left out.|{n} other routes that do not take these families on are left out."
  case picturesLeftOut =
    "{n} other picture of this need is left out: draw it by asking for the need, an age and an area ({families}).|{n} other pictures of this need are left out: draw one by asking for the need, an age and an area ({families})."

  // MARK: Gaps

  case gapsQuestion = "What is missing: help, routes and seats?"
  case noGapFound = "the check found no gap"
  case gapsSubtitle = "What is missing: {what}"
  case gapsSummary =
    "{n} gap on the map of the system, which stands quietly behind it. The small print says what is missing, where the way stops and what to do.|{n} gaps on the map of the system, which stands quietly behind them. The small print says of each number what is missing, where the way stops and what to do."
  case groupsWithoutHelp = "{n} group of families without help|{n} groups of families without help"
  case whatIsMissing = "Missing"
  case noHelpWith = "No help: {need}"
  case gapTitle = "{gap}: {what}"
  case gapJoinTitle = "{gap} concerns {service}"
  case missingRouteTitle = "{gap}: a route that is missing, from {from} to {to}"
  case seatsMissingOn = "Missing from {board}"
  case aSeat = "A seat"
  case parentsAndCarers = "Parents and carers"
  case missingStepUp = "a step up to {service}"
  case missingStepDown = "a step down from {service}"
  case missingStepOut = "a step out of {service}"
  case missingWayTo = "a way to {service}"
  case missingWayOn = "a way on from {service}"
  case missingReferrers = "a way to {service} from those who usually refer"
  case missingOnward = "help for families whom {service} does not see"
  case gapLegend = "Missing; the number is that of the small print"
  case missingRouteLegend = "Missing route; the number is that of the small print"
  case quietBoxLegend = "On the map"
  case quietLineLegend = "Route on the map"
  case combinationsUnsaid =
    "whether families find help in {n} combination of need, age and area|whether families find help in {n} combinations of need, age and area"
  case onlyNearGaps =
    "Left out is {n} service that is further than {hops} from every gap of this page.|Left out are {n} services that are further than {hops} from every gap of this page."
  case onlyAtGaps =
    "Shown are only the services that a gap of this page concerns; left out is {n} other.|Shown are only the services that a gap of this page concerns; left out are {n} others."
  case handOffs = "{n} hand-off|{n} hand-offs"
  case gapsOnOtherPages = "These are gaps {from} to {to} of {all}."

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
