/// The headings of the overview, in their order.
enum CommandGroup: String, Sendable, CaseIterable {
  case trainAndRegister = "TRAIN AND REGISTER"
  case promoteAndResolve = "PROMOTE AND RESOLVE"
  case look = "LOOK"
  case maintain = "MAINTAIN"
  case score = "SCORE"
  case help = "HELP"
}
