// swift-tools-version: 6.2
import PackageDescription

// The graph of modules; arrows point down only (docs/architecture.md). `make` builds with
// `--explicit-target-dependency-import-check error`, without which this fence is only paint.

/// Language features that every target of ours is built with.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // Debug builds, and so all tests, check accesses for exclusivity; a tenth of the time of a dump went there.
  .unsafeFlags(
    ["-enforce-exclusivity=unchecked", "-cross-module-optimization"],
    .when(configuration: .release)),
]

/// Tests make system calls inside `#expect`, where an `unsafe` cannot be written.
let tests: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableExperimentalFeature("Lifetimes"),
]

/// `Span`-returning members need lifetimes, which are spelled with an experimental feature in Swift 6.3.
let lifetimes: [SwiftSetting] = house + [.enableExperimentalFeature("Lifetimes")]

let package = Package(
  name: "pii-scan",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "pii-scan", targets: ["pii-scan"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Level 0: system libraries.
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLzma", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CLz4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"])]),
    .systemLibrary(name: "CBzip2", providers: [.apt(["libbz2-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    // Headers only: what they declare is loaded at run time.
    .systemLibrary(name: "CPostgres"),
    .systemLibrary(name: "CMariaDB"),

    // Level 0: the vector kernels of the sieve, in C.
    .target(name: "CSieve"),

    // Level 1: words, patterns, bytes of interest.
    .target(name: "Findings", swiftSettings: house),
    .target(name: "Regex", dependencies: ["CPCRE2"], swiftSettings: lifetimes),
    .target(name: "Sieve", dependencies: ["CSieve"], swiftSettings: house),

    // Level 2: read it, find it, judge it. They are blind to one another.
    .target(
      name: "Inputs",
      dependencies: [
        "Sieve", "Findings", "CArchive", "CZlib", "CLzma", "CZstd", "CLz4", "CBzip2", "CSQLite",
      ],
      swiftSettings: lifetimes),
    .target(
      name: "Detectors", dependencies: ["Sieve", "Regex", "Findings", "CSodium"],
      swiftSettings: lifetimes),
    .target(name: "Policies", dependencies: ["Findings"], swiftSettings: house),
    .target(
      name: "Databases", dependencies: ["Findings", "CPostgres", "CMariaDB"],
      swiftSettings: lifetimes),

    // Level 3: load it, run it, write it.
    .target(name: "RulesetSource", dependencies: ["Yams"], swiftSettings: house),
    // Its root is rulesets/ itself: SwiftPM looks for new files, and so runs the plugin anew, only where
    // the folder of a target changes.
    .target(
      name: "BuiltinRulesets", path: "rulesets", exclude: ["detectors", "policies", "tables"],
      swiftSettings: house, plugins: [.plugin(name: "EmbedRulesets")]),
    .target(
      name: "Rulesets", dependencies: ["RulesetSource", "Detectors", "Policies", "Findings"],
      swiftSettings: house),
    .target(
      name: "Scanner", dependencies: ["Inputs", "Detectors", "Policies", "Findings"],
      swiftSettings: house),
    .target(
      name: "Reports", dependencies: ["Policies", "Findings"], exclude: ["DataMap/page"],
      swiftSettings: house, plugins: [.plugin(name: "EmbedPage")]),

    // Level 4: the command.
    .executableTarget(
      name: "pii-scan",
      dependencies: [
        "Scanner", "Rulesets", "BuiltinRulesets", "Reports", "Inputs", "Detectors", "Policies",
        "Databases", "Findings", "Regex", "RulesetSource", "CMalloc", "CSodium",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    // Build tool: rulesets/ -> one Swift file of string literals.
    .executableTarget(
      name: "ruleset-packer", dependencies: ["RulesetSource", "CSodium"],
      path: "Tools/ruleset-packer",
      swiftSettings: house),
    .plugin(
      name: "EmbedRulesets", capability: .buildTool(), dependencies: ["ruleset-packer"]),

    // Build tool: the page of the data map -> one Swift file, with the hashes of its script and style.
    .executableTarget(
      name: "page-packer", dependencies: ["CSodium"], path: "Tools/page-packer",
      swiftSettings: house),
    .plugin(name: "EmbedPage", capability: .buildTool(), dependencies: ["page-packer"]),

    // Tools of the workshop; they share no code with the detectors, so that they can bear witness.
    .executableTarget(
      name: "corpus-generator", path: "Tools/corpus-generator", swiftSettings: house),
    .executableTarget(name: "accuracy", path: "Tools/accuracy", swiftSettings: house),

    // Measures what the detectors weigh, so it runs them.
    .executableTarget(
      name: "calibrate",
      dependencies: [
        "Scanner", "Rulesets", "BuiltinRulesets", "RulesetSource", "Inputs", "Detectors",
        "Findings",
      ],
      path: "Tools/calibrate", swiftSettings: lifetimes),

    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: tests),
    .target(
      name: "FuzzTargets", dependencies: ["Inputs", "Findings"], path: "Tests/FuzzTargets",
      swiftSettings: tests),
    .testTarget(
      name: "FuzzReplayTests", dependencies: ["FuzzTargets", "TestSupport"],
      swiftSettings: tests),
    .testTarget(name: "FindingsTests", dependencies: ["Findings"], swiftSettings: tests),
    .testTarget(name: "RegexTests", dependencies: ["Regex"], swiftSettings: tests),
    .testTarget(
      name: "CorpusTests", dependencies: ["corpus-generator", "accuracy"], swiftSettings: tests),
    .testTarget(
      name: "CalibrationTests",
      dependencies: ["calibrate", "Rulesets", "Detectors", "Findings", "Regex"],
      swiftSettings: tests),
    .testTarget(
      name: "SieveTests", dependencies: ["Sieve"], swiftSettings: tests),
    .testTarget(
      name: "InputsTests", dependencies: ["Inputs", "Findings", "TestSupport", "CSQLite"],
      swiftSettings: tests),
    .testTarget(
      name: "DetectorsTests",
      dependencies: [
        "Detectors", "Sieve", "Regex", "Findings", "Rulesets", "BuiltinRulesets", "TestSupport",
      ],
      swiftSettings: tests),
    .testTarget(
      name: "DatabasesTests", dependencies: ["Databases", "Findings"], swiftSettings: tests),
    .testTarget(
      name: "PoliciesTests", dependencies: ["Policies", "Findings"], swiftSettings: tests),
    .testTarget(
      name: "RulesetsTests",
      dependencies: [
        "Rulesets", "RulesetSource", "BuiltinRulesets", "Detectors", "Policies", "Findings",
        "Regex", "TestSupport",
      ],
      exclude: ["MissionTable.tsv"], swiftSettings: tests),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Policies", "Findings", "TestSupport"],
      swiftSettings: tests),
    .testTarget(
      name: "ScannerTests",
      dependencies: [
        "Scanner", "Inputs", "Detectors", "Policies", "Findings", "Rulesets", "BuiltinRulesets",
        "TestSupport",
      ],
      swiftSettings: tests),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "pii-scan", "accuracy", "corpus-generator", "Policies", "Findings", "Reports",
        "TestSupport",
      ],
      exclude: ["Golden"],
      swiftSettings: tests),
  ]
)

// Built by scripts/fuzz.sh only, and alone: what its flags would do to other programs is not asked for.
if Context.environment["PII_SCAN_FUZZ"] != nil {
  let below: Set = ["Findings", "CSieve", "Sieve", "Inputs", "FuzzTargets"]
  package.dependencies = []
  package.products = [.executable(name: "fuzz", targets: ["fuzz"])]
  package.targets.removeAll { $0.type != .system && !below.contains($0.name) }
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets"], path: "Tools/fuzz", swiftSettings: house))
}
