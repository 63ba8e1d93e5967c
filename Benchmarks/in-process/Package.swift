// swift-tools-version: 6.3
import PackageDescription

let registry = Target.Dependency.product(name: "Registry", package: "registry")

let learners = Target.Dependency.product(name: "Learners", package: "registry")

let package = Package(
  name: "in-process",
  dependencies: [.package(name: "registry", path: "../..")],
  targets: [
    .executableTarget(name: "in-process", dependencies: [registry]),
    .executableTarget(name: "gate-verdicts", dependencies: [registry]),
    .executableTarget(name: "measure-scoring", dependencies: [learners, registry]),
    .executableTarget(
      name: "measure-learners", dependencies: [learners],
      swiftSettings: [.enableExperimentalFeature("Extern")]),
  ]
)
