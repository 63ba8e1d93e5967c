// swift-tools-version: 6.3
import PackageDescription

/// One list for every target, so that no target is checked less than another.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // Linux calls that the Glibc module leaves out (renameat2) are declared with @_extern(c).
  .enableExperimentalFeature("Extern"),
  // Sixteen bytes at a time (ByteLanes): the operators of SIMD16 that take bits apart are slow.
  .enableExperimentalFeature("BuiltinModule"),
]

/// The release binary carries the Swift runtime with it and is stripped: one file to copy, less than
/// a millisecond to start, which lld makes a tenth of a millisecond shorter than gold. Only the executable is linked this way, so the libraries stay usable as
/// a dependency.
let selfContained: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-executable", "-use-ld=lld", "-Xlinker", "-s"],
    .when(platforms: [.linux], configuration: .release))
]

/// SHA-256 in the processor's instructions: the executable hands it to the library, which itself has
/// no flags and stays usable as a dependency.
#if arch(x86_64)
  let hashing: [SwiftSetting] = [
    .enableExperimentalFeature("BuiltinModule"),
    .define("SHA_INSTRUCTIONS"),
    .unsafeFlags(["-Xcc", "-msha", "-Xcc", "-msse4.1"]),
  ]
#else
  let hashing: [SwiftSetting] = []
#endif

let package = Package(
  name: "registry",
  products: [
    .library(name: "Registry", targets: ["Registry"]),
    .library(name: "Learners", targets: ["Learners"]),
    .executable(name: "registry", targets: ["RegistryCLI"]),
  ],
  targets: [
    .target(name: "Registry", swiftSettings: strict),
    .target(name: "Learners", dependencies: ["Registry"], swiftSettings: strict),
    .executableTarget(
      name: "RegistryCLI", dependencies: ["Learners", "Registry"],
      swiftSettings: strict + hashing, linkerSettings: selfContained),
    .target(
      name: "TestSupport", dependencies: ["Registry"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "RegistryTests", dependencies: ["Registry", "TestSupport"],
      exclude: ["Fixtures/gate_statistics.json", "Fixtures/make_pickle_fixtures.py"],
      swiftSettings: strict),
    .testTarget(
      name: "LearnersTests", dependencies: ["Learners", "Registry", "TestSupport"],
      exclude: [
        "Fixtures/BoosterModels", "Fixtures/evaluation.json", "Fixtures/foreign",
        "Fixtures/make_learning_fixtures.py",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RegistryCLITests",
      dependencies: ["RegistryCLI", "Learners", "Registry", "TestSupport"],
      swiftSettings: strict),
  ]
)
