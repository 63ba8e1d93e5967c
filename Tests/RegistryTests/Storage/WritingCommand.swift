import Registry
import TestSupport
import Testing

/// A command that writes, for the sweeps that fail its calls and cut its power: one line each.
struct WritingCommand: Sendable, CustomTestStringConvertible {
  let name: String
  /// What was done before.
  let prepare: @Sendable (SimulatedStore) throws -> Void
  let run: @Sendable (SimulatedStore) throws -> Void
  var testDescription: String { name }

  init(
    _ name: String, after prepare: @escaping @Sendable (SimulatedStore) throws -> Void = { _ in },
    run: @escaping @Sendable (SimulatedStore) throws -> Void
  ) {
    self.name = name
    self.prepare = prepare
    self.run = run
  }

  static let all: [WritingCommand] = [
    WritingCommand("register into a new registry") { try $0.register("v1.0.0") },
    WritingCommand("register") {
      try $0.register("v1.0.0")
      try $0.promote("v1.0.0")
    } run: {
      try $0.register("v1.1.0")
    },
    WritingCommand("register a model directory") {
      try $0.register("v1.0.0")
    } run: {
      try $0.register("v2.0.0", from: "/directories")
    },
    WritingCommand("register where no rename is exclusive") {
      try $0.register("v1.0.0")
    } run: {
      try SimulatedStore(on: PlainRenameFileSystem($0.fileSystem)).register("v1.1.0")
    },
    WritingCommand("promote for the first time") {
      try $0.register("v1.0.0")
    } run: {
      try $0.promote("v1.0.0")
    },
    WritingCommand("promote") {
      try $0.register("v1.0.0", "v1.1.0")
      try $0.promote("v1.0.0")
    } run: {
      try $0.promote("v1.1.0")
    },
    WritingCommand("rollback") {
      try $0.register("v1.0.0", "v1.1.0")
      try $0.promote("v1.0.0")
      try $0.promote("v1.1.0")
    } run: {
      // To a version that is named: doing it again must not go back twice.
      try $0.registry.rollback(to: ModelVersion("v1.0.0"), by: "ana", reason: "alarm")
    },
    WritingCommand("alias") {
      try $0.register("v1.0.0", "v1.1.0")
      try $0.registry.setAlias(.staging, to: ModelVersion("v1.0.0"), by: "ana")
    } run: {
      try $0.registry.setAlias(.staging, to: ModelVersion("v1.1.0"), by: "ana")
    },
    WritingCommand("yank") {
      try $0.register("v1.0.0", "v1.1.0")
    } run: {
      try $0.registry.yank(ModelVersion("v1.0.0"), by: "ana", reason: "alarm")
    },
    WritingCommand("restore") {
      try $0.register("v1.0.0")
      try $0.registry.yank(ModelVersion("v1.0.0"), by: "ana", reason: "alarm")
    } run: {
      try $0.registry.restore(ModelVersion("v1.0.0"), by: "ana")
    },
    WritingCommand("prune") {
      try $0.register("v1.0.0", "v1.1.0")
      try $0.promote("v1.1.0")
    } run: {
      try $0.registry.prune(keeping: 1, by: "ana", reason: "room")
    },
    WritingCommand("register what breaks callers, with a reason") {
      try $0.register("v1.0.0")
    } run: {
      try $0.registry.register(
        ArtifactDirectory("/directories", fileSystem: $0.fileSystem), as: ModelVersion("v1.1.0"),
        by: "ana", allowingIncompatible: "nobody loads it")
    },
    WritingCommand("rollback that breaks callers, with a reason") {
      try $0.register("v1.0.0")
      try $0.register("v2.0.0", from: "/directories")
      try $0.promote("v1.0.0")
      try $0.promote("v2.0.0")
    } run: {
      try $0.registry.rollback(
        to: ModelVersion("v1.0.0"), by: "ana", allowingIncompatible: "nobody loads it")
    },
    WritingCommand("approve") {
      try $0.register("v1.0.0", "v1.1.0")
    } run: {
      try $0.registry.approve(ModelVersion("v1.0.0"), by: "ben", reason: "tried it")
    },
    WritingCommand("promote under a policy") {
      try $0.registerUnderPolicy()
      try $0.registry.approve(ModelVersion("v1.1.0"), by: "ben")
    } run: {
      try $0.promote("v1.1.0")
    },
    WritingCommand("promote what the gates refuse") {
      try $0.registerUnderPolicy(asking: #"{"metric": "roc_auc", "better_by": 0.5}"#)
    } run: {
      try $0.promoteInVain("v1.1.0")
    },
    WritingCommand("promote what the gates refuse, with a reason") {
      try $0.registerUnderPolicy(asking: #"{"metric": "roc_auc", "better_by": 0.5}"#)
    } run: {
      try $0.registry.promote(
        ModelVersion("v1.1.0"), by: "ana", reason: "better", forcing: "service is down")
    },
  ]

  /// Pairs of which the first is killed and the second runs to its end.
  static let pairs: [(killed: WritingCommand, next: WritingCommand)] = [
    (all[0], WritingCommand("promote") { try $0.promote("v1.0.0") }),
    (
      all[0],
      WritingCommand("register and promote two") {
        // What the history alone knows: that v1.0.0 was champion.
        try $0.register("v1.1.0", "v1.2.0")
        try $0.promote("v1.1.0")
        try $0.promote("v1.2.0")
      }
    ),
    (all[1], WritingCommand("promote") { try $0.promote("v1.1.0") }),
    (all[1], WritingCommand("register the next") { try $0.register("v1.2.0") }),
    (all[5], WritingCommand("register the next") { try $0.register("v1.2.0") }),
    (
      all[13],
      WritingCommand("yank") {
        try $0.registry.yank(ModelVersion("v1.0.0"), by: "eva", reason: "leak")
      }
    ),
    (
      all[15],
      WritingCommand("promote with a reason") {
        try $0.registry.promote(ModelVersion("v1.1.0"), by: "ana", forcing: "service is down")
      }
    ),
    (
      all[5],
      WritingCommand("rollback") { try $0.registry.rollback(by: "ben", reason: "alarm") }
    ),
  ]
}
