// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "in-process",
  dependencies: [.package(name: "registry", path: "../..")],
  targets: [
    .executableTarget(
      name: "in-process", dependencies: [.product(name: "Registry", package: "registry")],
      path: "Sources")
  ]
)
